import DatabaseModel
import Engines
import PostgreSQLDriver
import PostgreSQLSupport
import Testing

/// Frozen facts are facts still: the server says today what it said when they were recorded.
@Suite(.needsPostgreSQL, .needsOwnPostgreSQL) struct `What a PostgreSQL server said` {
  static let cases = (try? FrozenFile.load("pg-errors.json").cases) ?? []
  static let sequels = (try? FrozenFile.load("pg-sequels.json").sequels) ?? []
  static let races = (try? FrozenFile.load("pg-sequels.json").races) ?? []

  /// Most run in transactions of one session, so that a rollback is all it takes to start again.
  @Test func `of one statement it says again`() throws {
    let database = try FrozenWorld.shared.get().copy()
    let session = try FrozenWorld.connect(to: database)
    for frozen in Self.cases where !Self.oneQuery.contains(frozen.id) {
      #expect(try differences(frozen, session) == [], "\(frozen.id) \(frozen.sql)")
    }
  }

  private func differences(
    _ frozen: FrozenCase, _ session: PostgreSQLSession
  ) throws -> [String] {
    let replay = FrozenReplay()
    if !frozen.needsOwnTransaction {
      return try session.undoing { try replay.differences(frozen, in: session) }
    }
    // What fails leaves nothing behind, but for an index that was not built to its end, and for
    // statements before it.
    let isAlone = !frozen.sql.contains(";") || frozen.sql.hasPrefix("BEGIN")
    let isRefused = frozen.sqlstate != "00000" && frozen.pre == nil
    if !isRefused || !isAlone || frozen.sql.contains("CONCURRENTLY") {
      return try replay.differencesAlone(frozen)
    }
    defer { _ = session.run("ROLLBACK; RESET ALL; SET search_path = s; RESET ROLE") }
    return try replay.differences(frozen, in: session)
  }

  /// Four facts are of several statements in one query, which a session never sends.
  static let oneQuery: Set<String> = ["pg0603", "pg0604", "pg0380", "pg0593"]

  @Test(arguments: sequels.filter { !oneQuery.contains($0.id) })
  func `of two statements it says again`(frozen: FrozenCase) throws {
    #expect(try FrozenReplay().differencesAlone(frozen) == [])
  }

  @Test func `of several statements in one query it has no cause to say`() throws {
    for frozen in Self.sequels where Self.oneQuery.contains(frozen.id) {
      let database = try FrozenWorld.shared.get().copy()
      let session = try FrozenWorld.connect(to: database)
      #expect(session.run(frozen.sql).failure?.error.state == "22012")
      #expect(try session.rows("SELECT * FROM q1") == [], "The first was a transaction of its own")
    }
  }

  @Test func `of 1600 columns it says again`() throws {
    let database = try FrozenWorld.shared.get().copy()
    let session = try FrozenWorld.connect(to: database)
    let columns = { (count: Int) in (0..<count).map { "c\($0) int" }.joined(separator: ", ") }
    let tooMany = session.run("CREATE TABLE t (\(columns(1601)))").failure?.error
    #expect(tooMany?.state == .tooManyColumns)
    #expect(tooMany?.message == "tables can have at most 1600 columns")
    try session.execute("CREATE TABLE w (\(columns(1600))); ALTER TABLE w DROP COLUMN c0")
    let one = session.run("ALTER TABLE w ADD COLUMN last int").failure?.error
    #expect(one?.state == .tooManyColumns)
    #expect(one?.message == "tables can have at most 1600 columns")
  }

  /// All in one database: each race is about objects of its own.
  @Test func `of two runners in a race it says again`() throws {
    let database = try FrozenWorld.shared.get().copy()
    let first = try FrozenWorld.connect(to: database)
    let second = try FrozenWorld.connect(to: database)
    for race in Self.races { try expect(race, between: first, and: second) }
  }

  private func expect(
    _ race: FrozenRace, between first: PostgreSQLSession, and second: PostgreSQLSession
  ) throws {
    try first.execute("BEGIN; \(race.sql)")
    second.start(race.sql)
    var progress = second.poll()
    for _ in 0..<200 where progress == .running { progress = second.poll() }
    #expect((progress == .blocked(on: [first.identifier])) == race.isBlocked, "\(progress)")
    try first.execute("COMMIT")
    let script = second.outcome(after: progress)
    #expect((script.failure?.error.state?.rawValue ?? "00000") == race.sqlstate)
    #expect(script.failure?.error.message == race.message)
    #expect(script.failure?.error.constraint == race.constraint)
    #expect(script.outcomes.last?.tag == race.tag)
    if race.sql.hasPrefix("CREATE ROLE") { try first.execute("DROP ROLE race9") }
  }
}

extension PostgreSQLSession {
  /// Runs something in a transaction that is rolled back.
  func undoing<Answer>(_ body: () throws -> Answer) throws -> Answer {
    try execute("BEGIN")
    let answer = try body()
    try execute("ROLLBACK")
    return answer
  }

  /// The end of a statement that was started, from how far it was.
  func outcome(after progress: StatementProgress) -> ScriptOutcome {
    var progress = progress
    while true {
      if case .finished(let outcome) = progress { return outcome }
      progress = poll()
    }
  }
}
