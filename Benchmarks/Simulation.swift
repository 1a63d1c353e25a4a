import CSQLite
import DatabaseModel
import Engines
import SQLParsing
import SQLSyntax
import Simulation

extension Benchmark {
  /// The simulated SQLite against SQLite in memory, on the same streams of statements.
  static let simulation = Benchmark(
    name: "simulation",
    summary: "statements a second of the simulated SQLite, against SQLite in memory"
  ) { _, report in
    report.row("stream", "fed", "statements a second", "against SQLite fed text")
    let schema = Stream(setup: Self.tables, statements: Self.schemaChanges)
    schema.measure("schema changes", into: &report)
    let rows = Stream(setup: Self.oneTable, statements: Self.rowChanges)
    rows.measure("row changes", into: &report)
    for size in [100, 10_000] {
      let savepoints = Stream(setup: Self.filled(size), statements: Self.savepoints)
      savepoints.measure("savepoints over \(size) rows", into: &report)
    }
  }

  /// Some hundred tables with a few rows each.
  private static var tables: [String] {
    (0..<300).flatMap { number in
      [
        "CREATE TABLE t\(number)(id INTEGER PRIMARY KEY, a TEXT NOT NULL, b INT DEFAULT 7)",
        "INSERT INTO t\(number)(a) VALUES ('x'), ('y'), ('z')",
      ]
    }
  }

  private static var schemaChanges: [String] {
    (0..<60).flatMap { number in
      [
        "CREATE TABLE n\(number)(id INTEGER PRIMARY KEY, r INT REFERENCES t1(id), c TEXT UNIQUE)",
        "CREATE INDEX i\(number) ON t\(number)(a)",
        "ALTER TABLE t\(number) ADD COLUMN z\(number) INT NOT NULL DEFAULT 3",
        "INSERT INTO n\(number)(r, c) VALUES (1, 'a')",
        "ALTER TABLE t\(number) RENAME COLUMN b TO bb",
        "CREATE UNIQUE INDEX u\(number) ON t\(number)(a, bb)",
        "ALTER TABLE n\(number) RENAME TO m\(number)",
        "ALTER TABLE t\(number) DROP COLUMN z\(number)",
        "DROP INDEX i\(number)",
        "DROP TABLE m\(number)",
      ]
    }
  }

  private static var oneTable: [String] {
    [
      "CREATE TABLE p(id INTEGER PRIMARY KEY, u INT UNIQUE, v TEXT NOT NULL, w REAL CHECK (w >= 0))"
    ]
  }

  private static var rowChanges: [String] {
    (0..<2_000).map { "INSERT INTO p(u, v, w) VALUES (\($0 * 7), 'name \($0)', \($0).5)" }
      + (1...2_000).map { "UPDATE p SET v = 'other \($0)', w = w + 1 WHERE id = \($0)" }
      + (1...1_000).map { "DELETE FROM p WHERE id = \($0 * 2)" }
  }

  private static func filled(_ count: Int) -> [String] {
    oneTable + (0..<count).map { "INSERT INTO p(u, v, w) VALUES (\($0), 'name', 1.5)" }
  }

  private static var savepoints: [String] {
    (0..<500).flatMap { number in
      [
        "SAVEPOINT s", "UPDATE p SET w = w + 1 WHERE id = \(number % 90 + 1)", "ROLLBACK TO s",
        "RELEASE s",
      ]
    }
  }
}

/// Statements that run on a database that others have made.
private struct Stream {
  let setup: [String]
  let statements: [String]

  func measure(_ name: String, into report: inout Report) {
    let engine = engineSeconds()
    let text = modelSeconds { session in
      for statement in statements { _ = session.run(statement) }
    }
    let trees = statements.compactMap { statement in
      SQLParser.parse(SourceText(name: "bench", text: statement), dialect: .sqlite)
        .statements.first
    }
    let parsed = modelSeconds { session in
      for tree in trees { _ = session.run(tree) }
    }
    for (fed, time) in [("SQLite, text", engine), ("text", text), ("trees", parsed)] {
      let rate = Double(statements.count) / time
      report.row(name, fed, "\(Int(rate))", "\(engine / time)")
      report.figure(
        "simulation.\(name).\(fed)", rate, "statements/s", ratio: engine / time,
        against: "SQLite in memory fed text")
    }
  }

  private func modelSeconds(_ body: (SimulatedSQLiteSession) -> Void) -> Double {
    let engine = SimulatedSQLite(isInMemory: true)
    let session = engine.open()
    for statement in setup { _ = session.run(statement) }
    return seconds(1) { body(session) }
  }

  private func engineSeconds() -> Double {
    var database: OpaquePointer?
    unsafe sqlite3_open(":memory:", &database)
    defer { unsafe sqlite3_close(database) }
    for statement in setup { unsafe sqlite3_exec(database, statement, nil, nil, nil) }
    let handle = unsafe database
    return seconds(1) {
      for statement in statements { unsafe sqlite3_exec(handle, statement, nil, nil, nil) }
    }
  }
}
