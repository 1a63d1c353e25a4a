import TestSupport

/// Short programs of SQLite by chance: a few tables, then changes, queries and transactions.
struct ProgramSource {
  private struct Table {
    var name: String
    var columns: [String]
  }

  private var expressions: ExpressionSource
  private var tables: [Table] = []

  init(seed: UInt64) { expressions = ExpressionSource(random: SplitMix64(seed: seed)) }

  private mutating func pick(_ choices: [String]) -> String { expressions.random.pick(choices) }
  private mutating func once(in count: Int) -> Bool { expressions.random.once(in: count) }

  mutating func program() -> [String] {
    tables = []
    var lines = once(in: 2) ? ["PRAGMA foreign_keys=ON"] : []
    for number in 0...expressions.random.below(3) { lines.append(table(number)) }
    if once(in: 3) {
      let table = expressions.random.pick(tables)
      lines.append(
        "CREATE \(pick(["UNIQUE ", ""]))INDEX i ON \(table.name)(\(pick(table.columns)))")
    }
    if once(in: 4) { lines.append(trigger()) }
    for _ in 0..<(5 + expressions.random.below(15)) { lines.append(statement()) }
    return lines
  }

  private mutating func table(_ number: Int) -> String {
    let types = [
      "INTEGER", "INT", "TEXT", "NUMERIC", "BLOB", "", "VARCHAR(10)", "TEXT COLLATE NOCASE",
    ]
    let columns = Array(["a", "b", "c", "d"].prefix(1 + expressions.random.below(4)))
    var definitions: [String] = []
    for (position, column) in columns.enumerated() {
      if position == 0, !once(in: 3) {
        definitions.append(
          column
            + pick([
              " INTEGER PRIMARY KEY", " TEXT PRIMARY KEY", " INTEGER PRIMARY KEY AUTOINCREMENT",
            ]))
        continue
      }
      var definition = "\(column) \(pick(types))"
      if once(in: 5) { definition += pick([" UNIQUE", " UNIQUE ON CONFLICT REPLACE"]) }
      if once(in: 5) { definition += pick([" NOT NULL", " NOT NULL ON CONFLICT IGNORE"]) }
      if once(in: 4) { definition += pick([" DEFAULT 1", " DEFAULT 'x'", " DEFAULT (1+1)"]) }
      if once(in: 6) { definition += " CHECK (\(column) \(pick(["> 0", "<> 'b'", "< 3"])))" }
      if number > 0, once(in: 3) {
        definition +=
          " REFERENCES t0"
          + pick([
            "", " ON DELETE CASCADE", " ON DELETE SET NULL", " ON UPDATE CASCADE",
            " DEFERRABLE INITIALLY DEFERRED", " ON DELETE RESTRICT",
          ])
      }
      definitions.append(definition)
    }
    tables.append(Table(name: "t\(number)", columns: columns))
    return "CREATE TABLE t\(number)(\(definitions.joined(separator: ", ")))"
  }

  private mutating func trigger() -> String {
    let table = expressions.random.pick(tables)
    let other = expressions.random.pick(tables)
    let event = pick(["INSERT", "UPDATE", "DELETE"])
    let row = event == "DELETE" ? "old" : "new"
    let body = pick([
      "INSERT INTO \(other.name)(\(other.columns[0])) VALUES (\(row).\(table.columns[0]))",
      "DELETE FROM \(other.name) WHERE \(other.columns[0]) = \(row).\(table.columns[0])",
      "SELECT RAISE(\(pick(["ABORT, 'no'", "FAIL, 'no'", "ROLLBACK, 'no'", "IGNORE"])))",
    ])
    return "CREATE TRIGGER tr \(pick(["BEFORE", "AFTER"])) \(event) ON \(table.name) "
      + "WHEN \(row).\(table.columns[0]) > 1 BEGIN \(body); END"
  }

  private mutating func statement() -> String {
    let table = expressions.random.pick(tables)
    let conflict = pick(["", "", "", " OR REPLACE", " OR IGNORE", " OR FAIL", " OR ROLLBACK"])
    switch expressions.random.below(10) {
    case 0...3: return insert(table, conflict)
    case 4:
      return "UPDATE\(conflict) \(table.name) SET \(pick(table.columns)) = "
        + "\(expressions.expression(table.columns, depth: 1))" + condition(table)
    case 5: return "DELETE FROM \(table.name)" + condition(table)
    case 6, 7: return query(table)
    case 8:
      return pick(["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "RELEASE s", "ROLLBACK TO s"])
    default:
      return pick([
        "ALTER TABLE \(table.name) ADD COLUMN z INT NOT NULL DEFAULT 0",
        "ALTER TABLE \(table.name) DROP COLUMN \(pick(table.columns))",
        "CREATE UNIQUE INDEX IF NOT EXISTS j ON \(table.name)(\(pick(table.columns)))",
        "DROP TABLE IF EXISTS \(table.name)", "PRAGMA foreign_key_check",
        "SELECT type, name, tbl_name FROM sqlite_master", "SELECT rowid, * FROM \(table.name)",
        "CREATE TABLE IF NOT EXISTS n AS SELECT * FROM \(table.name)", "VACUUM",
      ])
    }
  }

  private mutating func insert(_ table: Table, _ conflict: String) -> String {
    var rows: [String] = []
    for _ in 0...expressions.random.below(3) {
      var values: [String] = []
      for _ in table.columns { values.append(expressions.literal()) }
      rows.append("(\(values.joined(separator: ", ")))")
    }
    return "INSERT\(conflict) INTO \(table.name)(\(table.columns.joined(separator: ", "))) VALUES "
      + rows.joined(separator: ", ")
  }

  private mutating func condition(_ table: Table) -> String {
    once(in: 4) ? "" : " WHERE \(expressions.expression(table.columns, depth: 1))"
  }

  private mutating func query(_ table: Table) -> String {
    let other = expressions.random.pick(tables)
    let first = expressions.expression(table.columns)
    switch expressions.random.below(5) {
    case 0: return "SELECT a, count(*), max(\(pick(table.columns))) FROM \(table.name) GROUP BY 1"
    case 1: return "SELECT x.a, y.a FROM \(table.name) x LEFT JOIN \(other.name) y ON x.a = y.a"
    case 2:
      return "SELECT a FROM \(table.name) \(pick(["UNION", "UNION ALL", "EXCEPT", "INTERSECT"])) "
        + "SELECT a FROM \(other.name)"
    case 3:
      return "SELECT a, (SELECT count(*) FROM \(other.name) y WHERE y.a = \(table.name).a) "
        + "FROM \(table.name)"
    default: return "SELECT \(first) FROM \(table.name)" + condition(table) + " ORDER BY 1"
    }
  }
}
