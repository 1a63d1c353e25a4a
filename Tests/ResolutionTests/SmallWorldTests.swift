import Migrations
import Resolution
import SQLParsing
import SQLSyntax
import Testing

/// What a statement does to a database that has names only; answers whether it is accepted.
struct WorldStatement: Sendable {
  var sql: String
  /// Whether it changes or reads an object that others may change or read.
  var touches = false
  var run: @Sendable (inout World) -> Bool
}

/// A database reduced to tables with columns, and indexes.
struct World {
  var tables: [String: Set<String>] = [:]
  var indexes: [String: String] = [:]

  func isTaken(_ name: String) -> Bool { tables[name] != nil || indexes[name] != nil }

  mutating func create(_ name: String, _ columns: Set<String>) -> Bool {
    if isTaken(name) { return false }
    tables[name] = columns
    return true
  }

  mutating func drop(_ name: String) -> Bool {
    indexes = indexes.filter { $0.value != name }
    return tables.removeValue(forKey: name) != nil
  }

  mutating func rename(_ old: String, to new: String) -> Bool {
    guard let columns = tables[old], !isTaken(new) else { return false }
    tables[old] = nil
    tables[new] = columns
    indexes = indexes.mapValues { $0 == old ? new : $0 }
    return true
  }

  func has(_ table: String, _ column: String) -> Bool { tables[table]?.contains(column) ?? false }
}

@Suite struct `Small worlds with names that come and go` {
  static let statements: [WorldStatement] = [
    WorldStatement(sql: "CREATE TABLE a (x int);") { $0.create("a", ["x"]) },
    WorldStatement(sql: "CREATE TABLE IF NOT EXISTS a (x int, y int);") {
      _ = $0.create("a", ["x", "y"])
      return true
    },
    WorldStatement(sql: "CREATE TABLE IF NOT EXISTS a (x int);") {
      _ = $0.create("a", ["x"])
      return true
    },
    WorldStatement(sql: "DROP TABLE a;") { $0.drop("a") },
    WorldStatement(sql: "DROP TABLE IF EXISTS a;") {
      _ = $0.drop("a")
      return true
    },
    WorldStatement(sql: "CREATE INDEX i ON a (y);") {
      guard $0.has("a", "y"), !$0.isTaken("i") else { return false }
      $0.indexes["i"] = "a"
      return true
    },
    WorldStatement(sql: "DROP INDEX i;") { $0.indexes.removeValue(forKey: "i") != nil },
    WorldStatement(sql: "ALTER TABLE a RENAME TO b;") { $0.rename("a", to: "b") },
    WorldStatement(sql: "CREATE TABLE b (x int);") { $0.create("b", ["x"]) },
    WorldStatement(sql: "CREATE TABLE b (x int); DROP TABLE b;") {
      guard $0.create("b", ["x"]) else { return false }
      return $0.drop("b")
    },
    WorldStatement(sql: "CREATE INDEX j ON b (x);") {
      guard $0.has("b", "x"), !$0.isTaken("j") else { return false }
      $0.indexes["j"] = "b"
      return true
    },
    WorldStatement(sql: "ALTER TABLE a ADD COLUMN y int;", touches: true) {
      guard $0.tables["a"] != nil, !$0.has("a", "y") else { return false }
      $0.tables["a"]?.insert("y")
      return true
    },
    WorldStatement(sql: "INSERT INTO a (x, y) VALUES (1, 2);", touches: true) {
      $0.has("a", "x") && $0.has("a", "y")
    },
    WorldStatement(sql: "ALTER TABLE a RENAME COLUMN x TO y;", touches: true) {
      guard $0.has("a", "x"), !$0.has("a", "y") else { return false }
      $0.tables["a"]?.remove("x")
      $0.tables["a"]?.insert("y")
      return true
    },
  ]

  /// PostgreSQL only.
  static let procedures: [WorldStatement] = [
    WorldStatement(
      sql: """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'i') THEN
            CREATE INDEX i ON a (y);
          END IF;
        END $$;
        """
    ) {
      if $0.isTaken("i") { return true }
      guard $0.has("a", "y") else { return false }
      $0.indexes["i"] = "a"
      return true
    },
    WorldStatement(
      sql: """
        DO $$ BEGIN
          CREATE TABLE a (x int);
        EXCEPTION WHEN duplicate_table THEN NULL;
        END $$;
        """
    ) {
      _ = $0.create("a", ["x"])
      return true
    },
    WorldStatement(
      sql: """
        DO $$ BEGIN
          IF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'a') THEN
            DROP TABLE a;
          ELSE
            CREATE TABLE b (x int);
          END IF;
        END $$;
        """
    ) { $0.tables["a"] != nil ? $0.drop("a") : $0.create("b", ["x"]) },
  ]

  private static func runs(_ order: [Int], _ choice: [WorldStatement]) -> Bool {
    var world = World()
    return order.allSatisfy { choice[$0].run(&world) }
  }

  /// Resolves every choice of `count` statements, each a file; every `step`th of them.
  private func check(
    _ statements: [WorldStatement], choosing count: Int, step: Int, dialect: Dialect
  ) {
    let migrations = (0..<count).map { position in
      statements.map { statement in
        let name = "\(position + 1)_file.sql"
        let source = SourceText(name: name, text: statement.sql)
        return Migration(
          id: Migration.ID(name), version: MigrationVersion("\(position + 1)"),
          script: SQLParser.parse(source, dialect: dialect))
      }
    }
    let orders = Permutations.all(count)
    var total = 1
    for _ in 0..<count { total *= statements.count }
    for code in stride(from: 0, to: total, by: step) {
      var rest = code
      let indexes = (0..<count).map { _ in
        defer { rest /= statements.count }
        return rest % statements.count
      }
      let choice = indexes.map { statements[$0] }
      let set = MigrationSet(
        indexes.enumerated().map { migrations[$0][$1] }, dialect: dialect)
      compare(set, choice, orders)
    }
  }

  private func compare(_ set: MigrationSet, _ choice: [WorldStatement], _ orders: [[Int]]) {
    let clean = orders.filter { Self.runs($0, choice) }
    let resolution = DependencyResolver().resolve(set)
    let planned = resolution.planned.map { $0.map { $0 - 1 } }
    let sql = choice.map(\.sql).joined(separator: " | ")
    guard let planned else {
      #expect(clean.isEmpty, "\(sql)")
      #expect(!resolution.problems.isEmpty, "\(sql)")
      return
    }
    #expect(clean.contains(planned), "\(planned) of \(sql)")
    if !choice.contains(where: \.touches) {
      #expect(planned == Permutations.best(clean), "\(sql)")
    }
  }

  @Test func `of three files are ordered exactly when some order runs`() {
    check(Self.statements + Self.procedures, choosing: 3, step: 2, dialect: .postgresql)
  }

  @Test func `of three files on SQLite are ordered exactly when some order runs`() {
    check(Self.statements, choosing: 3, step: 1, dialect: .sqlite)
  }

  @Test func `of four files are ordered exactly when some order runs`() {
    check(Self.statements + Self.procedures, choosing: 4, step: 127, dialect: .postgresql)
  }
}
