import DatabaseModel
import Engines
import Foundation
import Oracles
import SQLSyntax
import SQLiteDriver
import Testing

/// Frozen facts are facts still: SQLite says today what it said when they were recorded.
@Suite struct `What SQLite said` {
  /// Two facts need a cursor that stays open, and a session reads every statement to its end.
  static let openCursor: Set<String> = ["sl058", "sl241"]

  @Test func `of one statement it says again`() throws {
    let frozen = try SQLiteFrozenCases.read()
    for single in frozen.cases where !Self.openCursor.contains(single.id) {
      let session = try SQLiteSession()
      for text in frozen.fixture { try session.execute(text) }
      if single.foreignKeys { try session.execute("PRAGMA foreign_keys = ON") }
      if let preparation = single.pre { try session.execute(preparation) }
      let error = session.run(single.sql).failure?.error
      #expect((error?.resultCode ?? 0) == single.code, "\(single.id) \(single.sql)")
      #expect(error?.message == single.message, "\(single.id) \(single.sql)")
    }
  }

  /// Steps of the connections `A` and `B` on one file, and the code of the last of them.
  struct Meeting: CustomTestStringConvertible {
    var id: String
    var journal: String
    var steps: [String]
    var code: Int32

    var testDescription: String { "\(id), \(journal): \(steps.joined(separator: "; "))" }
  }

  private static let reading = ["A BEGIN", "A SELECT * FROM t"]
  private static let upgrade =
    reading + ["B INSERT INTO t VALUES (2)", "A INSERT INTO t VALUES (3)"]
  private static let bothReading = reading + ["B BEGIN", "B SELECT * FROM t"]
  private static let bothUpgrade =
    bothReading + ["A INSERT INTO t VALUES (2)", "B INSERT INTO t VALUES (3)"]
  private static let commitOverReader = [
    "B BEGIN", "B SELECT * FROM t", "A BEGIN", "A INSERT INTO t VALUES (2)", "A COMMIT",
  ]

  static let meetings: [Meeting] = [
    ("sm000", "sm014", ["A BEGIN IMMEDIATE", "B BEGIN IMMEDIATE"], 5, 5),
    ("sm001", "sm015", ["A BEGIN IMMEDIATE", "B SELECT * FROM t"], 0, 0),
    ("sm002", "sm016", ["A BEGIN IMMEDIATE", "B CREATE TABLE u (a)"], 5, 5),
    ("sm003", "sm017", ["A BEGIN EXCLUSIVE", "B SELECT * FROM t"], 5, 0),
    ("sm004", "sm018", commitOverReader, 5, 0),
    ("sm005", "sm019", commitOverReader + ["B COMMIT", "A COMMIT"], 0, 1),
    ("sm006", "sm020", upgrade, 0, 517),
    ("sm007", "sm021", bothUpgrade, 5, 5),
    ("sm008", "sm022", bothUpgrade + ["A COMMIT"], 5, 0),
    ("sm011", "sm025", ["A BEGIN IMMEDIATE", "B INSERT INTO t VALUES (2)"], 5, 5),
  ].flatMap { meeting in
    [
      Meeting(id: meeting.0, journal: "DELETE", steps: meeting.2, code: Int32(meeting.3)),
      Meeting(id: meeting.1, journal: "WAL", steps: meeting.2, code: Int32(meeting.4)),
    ]
  }

  @Test(arguments: meetings) func `of two connections it says again`(meeting: Meeting) throws {
    try withFile { path in
      let sessions = ["A": try SQLiteSession(path: path), "B": try SQLiteSession(path: path)]
      let setup =
        "PRAGMA journal_mode = \(meeting.journal); CREATE TABLE t (a); INSERT INTO t VALUES (1)"
      try sessions["A"]?.execute(setup)
      sessions["B"]?.setBusyTimeout(milliseconds: ["sm011", "sm025"].contains(meeting.id) ? 60 : 0)
      var code: Int32 = 0
      for step in meeting.steps {
        let outcome = sessions[String(step.prefix(1))]?.run(String(step.dropFirst(2)))
        code = outcome?.failure?.error.resultCode ?? 0
      }
      #expect(code == meeting.code)
    }
  }

  @Test func `of files that are no database it says again`() throws {
    try withFile { path in
      try SQLiteSession(path: path).execute("CREATE TABLE t (a)")
      let readOnly = try SQLiteSession(path: path, isReadOnly: true)
      #expect(readOnly.run("INSERT INTO t VALUES (1)").failure?.error.resultCode == 8)
      try Data(repeating: 0x78, count: 4096).write(to: URL(filePath: path))
      #expect(try SQLiteSession(path: path).run("SELECT * FROM t").failure?.error.resultCode == 26)
    }
    for path in ["/no/such/directory/file.db", FileManager.default.temporaryDirectory.path()] {
      #expect(refusal(opening: path) == 14, "\(path)")
    }
  }

  private func refusal(opening path: String) -> Int32? {
    do {
      return try SQLiteSession(path: path).run("SELECT * FROM t").failure?.error.resultCode
    } catch {
      return error.resultCode
    }
  }

  private func withFile(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "shaketable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.appending(path: "file.db").path())
  }
}
