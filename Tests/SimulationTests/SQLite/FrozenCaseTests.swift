import DatabaseModel
import Engines
import Foundation
import Simulation
import Testing

/// What SQLite 3.40.1 said to each of the recorded statements.
private struct FrozenFile: Decodable {
  struct Case: Decodable {
    var id: String
    var sql: String
    var pre: String?
    var foreignKeys: Bool
    var code: Int32
    var message: String?
    var isIdleAfter: Bool
    var rows: [[String?]]?

    enum CodingKeys: String, CodingKey {
      case id, sql, pre, code, message, rows
      case foreignKeys = "foreign_keys"
      case isIdleAfter = "autocommit_after"
    }
  }

  var fixture: [String]
  var cases: [Case]

  static func read() throws -> FrozenFile {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Frozen/sqlite-errors.json")
    return try JSONDecoder().decode(FrozenFile.self, from: Data(contentsOf: file))
  }
}

@Suite struct `The simulated SQLite` {
  @Test func `is never wrong about a recorded statement`() throws {
    let frozen = try FrozenFile.read()
    var silent: [String] = []
    for recorded in frozen.cases {
      switch run(recorded, frozen.fixture) {
      case .exact: break
      case .silent(let reason): silent.append("\(recorded.id): \(reason)")
      case .wrong(let said):
        Issue.record("\(recorded.id): \(recorded.sql.prefix(200)) -- \(said)")
      }
    }
    print("SQLite's recorded cases: \(frozen.cases.count), unmodelled \(silent.count)")
    for line in silent { print("  \(line)") }
    // At least 95 % are predicted exactly.
    #expect(silent.count * 20 <= frozen.cases.count)
  }

  private enum Verdict {
    case exact
    case silent(String)
    case wrong(String)
  }

  private func run(_ recorded: FrozenFile.Case, _ fixture: [String]) -> Verdict {
    if recorded.sql.hasPrefix("@open") { return .silent("A query stays open meanwhile") }
    let session = SimulatedSQLite().open()
    for text in fixture + [recorded.pre].compactMap({ $0 }) {
      if let failure = session.run(text).failure { return .silent(failure.error.message) }
    }
    if recorded.foreignKeys { _ = session.run("PRAGMA foreign_keys=ON") }
    let script = session.run(recorded.sql)
    if let error = script.failure?.error {
      if error.scope == .unmodelled { return .silent(error.message) }
      let isSame = error.resultCode == recorded.code && error.message == recorded.message
      if !isSame { return .wrong("\(error.resultCode ?? 0) \(error.message)") }
    } else if recorded.code != 0 {
      return .wrong("accepted")
    }
    if (session.status == .idle) != recorded.isIdleAfter { return .wrong("\(session.status)") }
    guard let rows = recorded.rows, let last = script.outcomes.last else { return .exact }
    let said = last.rows.map { row in row.map { $0 == .null ? nil : $0.description } }
    return said == rows ? .exact : .wrong("\(said)")
  }
}
