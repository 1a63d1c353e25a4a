import DatabaseModel
import Engines
import Foundation
import Simulation

/// Statements of several sessions and what a PostgreSQL 15 server answered after each.
struct FrozenSessions: Decodable {
  var name: String
  /// The case of `pg-errors.json` that it plays.
  var ms: String?
  var setup: [String]
  /// `a: SQL` starts a statement, `wait` lets timeouts come, `a!` closes a connection, `a^` cancels
  /// what it does, `a$` terminates its process.
  var steps: [String]
  /// For each step what became of the sessions that had a statement under way.
  var events: [[String: FrozenEvent]]

  static func load() throws -> [FrozenSessions] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Frozen/pg-sessions.json")
    return try JSONDecoder().decode([FrozenSessions].self, from: Data(contentsOf: file))
  }
}

/// How far a statement was after a step.
struct FrozenEvent: Decodable, Equatable {
  var blocked: [String]?
  var sqlstate: String?
  var message: String?
  var tag: String?
  var columns: [String]?
  var rows: [[String?]]?
  var notices: [[String]]?
  var status: String?
  var constraint: String?
  var table: String?
}

/// Plays frozen sessions on the simulated server.
struct SessionReplay {
  enum Verdict: Equatable {
    case exact
    case unmodelled(String)
    case wrong(String)
  }

  private let engine: SimulatedPostgreSQL
  private var sessions: [String: SimulatedPostgreSQLSession] = [:]
  private var pending: Set<String> = []

  private init(_ plantedFaults: PlantedFaults) {
    engine = SimulatedPostgreSQL(
      state: SessionState(searchPath: ["$user", "public"], plantedFaults: plantedFaults))
  }

  static func judge(
    _ frozen: FrozenSessions, plantedFaults: PlantedFaults = .none
  ) -> Verdict {
    var replay = SessionReplay(plantedFaults)
    let setup = replay.engine.open()
    for text in ["CREATE SCHEMA s", "SET search_path = s"] + frozen.setup {
      if let failure = setup.run(text).failure {
        return .unmodelled("\(text): \(failure.error.message)")
      }
    }
    for (index, step) in frozen.steps.enumerated() {
      let events = replay.play(step)
      for (session, event) in events where event.status == "unmodelled" {
        return .unmodelled("\(step): \(session): \(event.message ?? "")")
      }
      if events != frozen.events[index] {
        return .wrong("step \(index) \(step): \(events) for \(frozen.events[index])")
      }
    }
    return .exact
  }

  private mutating func play(_ step: String) -> [String: FrozenEvent] {
    if step == "wait" {
      for name in sessions.keys.sorted() { sessions[name]?.passTime() }
    } else if step.hasSuffix("^") {
      sessions[String(step.dropLast())]?.interrupt()
    } else if step.hasSuffix("$") {
      if let session = sessions[String(step.dropLast())] { engine.terminate(session.identifier) }
    } else if step.hasSuffix("!") {
      let name = String(step.dropLast())
      sessions[name] = nil
      pending.remove(name)
    } else {
      let parts = step.split(separator: ":", maxSplits: 1)
      let name = String(parts[0])
      let session = open(name)
      session.start(String(parts[1].dropFirst()))
      pending.insert(name)
    }
    return settle()
  }

  private mutating func open(_ name: String) -> SimulatedPostgreSQLSession {
    if let session = sessions[name] { return session }
    let session = engine.open()
    _ = session.run("SET search_path = s")
    sessions[name] = session
    return session
  }

  /// Asks until nothing moves any more.
  private mutating func settle() -> [String: FrozenEvent] {
    var events: [String: FrozenEvent] = [:]
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for name in pending.sorted() {
        guard let session = sessions[name] else { continue }
        switch session.poll() {
        case .running: hasMoved = true
        case .blocked(let blockers):
          events[name] = FrozenEvent(blocked: blockers.map(self.name).sorted())
        case .finished(let script):
          events[name] = Self.event(script, session.status)
          pending.remove(name)
          hasMoved = true
        }
      }
    }
    for name in pending { events[name] = blockers(of: name) }
    return events
  }

  private func blockers(of name: String) -> FrozenEvent? {
    guard let session = sessions[name], case .blocked(let blockers) = session.poll() else {
      return nil
    }
    return FrozenEvent(blocked: blockers.map(self.name).sorted())
  }

  private func name(of identifier: Int32) -> String {
    sessions.first { $0.value.identifier == identifier }?.key ?? "?"
  }

  private static func event(_ script: ScriptOutcome, _ status: TransactionStatus) -> FrozenEvent {
    var event = FrozenEvent(status: status.rawValue)
    if let error = script.failure?.error {
      event.sqlstate = error.state?.rawValue
      event.message = error.message
      event.constraint = error.constraint
      event.table = error.table
      if error.scope == .unmodelled { event.status = "unmodelled" }
      if error.scope == .connectionLost { event.status = "lost" }
      return event
    }
    event.sqlstate = "00000"
    guard let outcome = script.outcomes.last else { return event }
    event.tag = outcome.tag
    if !outcome.columns.isEmpty {
      event.columns = outcome.columns
      event.rows = outcome.rows.map { row in row.map(\.printed) }
    }
    if !outcome.notices.isEmpty {
      event.notices = outcome.notices.map {
        [$0.severity, $0.state?.rawValue ?? "", $0.message]
      }
    }
    return event
  }
}

extension SQLValue {
  /// As the server prints it; `nil` for NULL.
  fileprivate var printed: String? {
    switch self {
    case .null: nil
    case .boolean(let flag): flag ? "t" : "f"
    default: description
    }
  }
}
