import DatabaseModel
import Engines
import Foundation
import Simulation
import Synchronization
import Testing

/// Situations of several sessions that a server was put into, once each.
@Suite struct `Situations of several sessions` {
  private struct Situation: Decodable {
    var id: String
    var situation: String
    var sqlstate: String?
  }

  /// What the simulated server has not, each with why.
  private static let outside: [String: String] = [
    "ms008": "the server chooses the victim: see the test of deadlocks",
    "ms010": "dependencies between serializable transactions",
    "ms029": "roles", "ms034": "waiting for older snapshots",
    "ms035": "waiting for older snapshots", "ms036": "waiting for older snapshots",
    "ms042": "a function of the client's library", "ms043": "files for sorting",
    "ms044": "files for sorting", "ms045": "limits of connections",
    "ms046": "other databases", "ms047": "roles", "ms048": "addresses",
    "ms049": "other databases", "ms050": "other databases", "ms051": "other databases",
    "ms052": "see the test of a killed server", "ms053": "see the test of a killed server",
    "ms054": "how long a restart takes", "ms055": "see the test of a killed server",
    "ms056": "a shutdown in order", "ms057": "a shutdown at once",
  ]

  @Test func `are predicted, or said not to be`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Frozen/pg-situations.json")
    let situations = try JSONDecoder().decode([Situation].self, from: Data(contentsOf: file))
    let played = try FrozenSessions.load().filter { $0.ms != nil }
    var exact = 0
    var rest: [String] = []
    var wrong: [String] = []
    for situation in situations {
      let line = "\(situation.id) \(situation.situation)"
      guard let frozen = played.first(where: { $0.ms == situation.id }) else {
        rest.append("\(line): \(Self.outside[situation.id] ?? "NOT PLAYED")")
        if Self.outside[situation.id] == nil { wrong.append(line) }
        continue
      }
      let states = frozen.events.flatMap { $0.values.map(\.sqlstate) }
      #expect(states.contains(situation.sqlstate), "\(line)")
      switch SessionReplay.judge(frozen) {
      case .exact: exact += 1
      case .unmodelled(let reason): rest.append("\(line): \(reason)")
      case .wrong(let difference): wrong.append("\(line): \(difference)")
      }
    }
    print("Situations: \(exact) of \(situations.count) exact, \(rest.count) not modelled:")
    for line in rest { print("  \(line)") }
    #expect(situations.count == 58)
    #expect(wrong == [])
    #expect(exact >= 27)
  }

  @Test func `that close a circle end one session, and the other goes on`() throws {
    let engine = SimulatedPostgreSQL()
    let first = engine.open()
    let second = engine.open()
    try first.execute("CREATE TABLE a(x int); CREATE TABLE b(x int)")
    try first.execute("BEGIN; LOCK TABLE a")
    try second.execute("BEGIN; LOCK TABLE b")
    first.start("LOCK TABLE b")
    #expect(first.poll() == .blocked(on: [second.identifier]))
    second.start("LOCK TABLE a")
    guard case .finished(let script) = second.poll() else {
      Issue.record("The circle is not found")
      return
    }
    #expect(script.failure?.error.state == "40P01")
    #expect(script.failure?.error.message == "deadlock detected")
    #expect(second.status == .failed)
    guard case .finished(let other) = first.poll() else {
      Issue.record("The other session does not go on")
      return
    }
    #expect(other.failure == nil)
    #expect(engine.deadlocks == [[first.identifier, second.identifier]])
  }

  @Test func `of a killed server leave what was committed`() throws {
    let kill = PlannedInterruption(.serverKilled, atStatement: 2)
    let engine = SimulatedPostgreSQL(interruptions: [kill])
    let session = engine.open()
    try session.execute("CREATE TABLE kept(x int)")
    let other = engine.open()
    let script = session.run("BEGIN; CREATE TABLE lost(x int)")
    #expect(script.outcomes.map(\.tag) == ["BEGIN"])
    #expect(script.failure?.error.scope == .connectionLost)
    #expect(script.failure?.error.state == nil)
    #expect(other.run("SELECT 1").failure?.error.scope == .connectionLost)
    let next = engine.open()
    #expect(next.run("LOCK TABLE kept").failure?.error.state == .noActiveSQLTransaction)
    #expect(next.run("COMMENT ON TABLE kept IS 'x'").failure == nil)
    #expect(next.run("COMMENT ON TABLE lost IS 'x'").failure?.error.state == .undefinedTable)
  }

  @Test(arguments: Interruption.allCases)
  func `that are interrupted take effect exactly where the engine says`(
    _ interruption: Interruption
  ) throws {
    let engine = SimulatedPostgreSQL(
      interruptions: [PlannedInterruption(interruption, atStatement: 1)])
    let session = engine.open()
    try session.execute("CREATE TABLE a(x int)")
    let failure = session.run("CREATE TABLE b(x int)").failure
    let states: [Interruption: SQLState] = [
      .refused: "58000", .cancelled: "57014", .lockConflict: "55P03", .diskFull: "53100",
    ]
    #expect(failure?.error.state == states[interruption])
    let isLost = states[interruption] == nil
    #expect((failure?.error.scope == .connectionLost) == isLost)
    #expect(session.run("COMMENT ON TABLE a IS 'x'").failure.map { _ in true } ?? false == isLost)
    let isThere = engine.open().run("COMMENT ON TABLE b IS 'x'").failure == nil
    #expect(isThere == (interruption == .cutAfter))
  }

  @Test func `that wait for ever say for whom`() throws {
    let engine = SimulatedPostgreSQL()
    let holder = engine.open()
    let waiter = engine.open()
    try holder.execute("CREATE TABLE a(x int); BEGIN; LOCK TABLE a")
    let failure = waiter.run("COMMENT ON TABLE a IS 'x'").failure
    #expect(failure?.error.scope == .unmodelled)
    #expect(failure?.error.message.contains("\(holder.identifier)") == true)
    try waiter.execute("SET lock_timeout = '1s'")
    #expect(waiter.run("COMMENT ON TABLE a IS 'x'").failure?.error.state == "55P03")
  }

  @Test func `that another thread ends are waited for`() throws {
    let asked = Asked()
    let engine = SimulatedPostgreSQL(whileBlocked: { _, _ in asked.letGo() })
    let holder = engine.open()
    let waiter = engine.open()
    try holder.execute("CREATE TABLE a(x int); BEGIN; LOCK TABLE a")
    asked.body.withLock { $0 = { engine.terminate(1001) } }
    #expect(waiter.run("COMMENT ON TABLE a IS 'x'").failure == nil)
  }
}

/// What the hook does once.
private final class Asked: Sendable {
  let body = Mutex<(@Sendable () -> Void)?>(nil)

  func letGo() -> Bool {
    let next = body.withLock { body in
      defer { body = nil }
      return body
    }
    next?()
    return next != nil
  }
}
