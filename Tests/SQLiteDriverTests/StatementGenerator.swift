import TestSupport

/// Statements over few names, so that they meet; many of them wrong.
struct StatementGenerator {
  var random: SplitMix64
  private var count = 0

  init(seed: UInt64) {
    random = SplitMix64(seed: seed &* 7919 &+ 17)
  }

  mutating func next() -> String {
    count += 1
    return count <= 3 ? beginning(["t", "u", "w"][count - 1]) : anything()
  }

  private mutating func anything() -> String {
    switch random.below(34) {
    case 0...7: createTable()
    case 8...10: createIndex()
    case 11...12: createView()
    case 13...14: createTrigger()
    case 15...16: "ALTER TABLE \(table()) ADD \(word("COLUMN "))\(column(isNew: true))"
    case 17...18: "ALTER TABLE \(table()) DROP COLUMN \(name())"
    case 19...20: "ALTER TABLE \(table()) RENAME COLUMN \(name()) TO \(name())"
    case 21...22: "ALTER TABLE \(table()) RENAME TO \(table())"
    case 23...24: drop()
    case 25...26: insert()
    case 27: update()
    case 28: "DELETE FROM \(table())\(condition())"
    case 29...30: query()
    case 31: transaction()
    default: session()
    }
  }

  /// A table that stands, so that the rest has something to meet.
  private mutating func beginning(_ table: String) -> String {
    random.pick([
      "CREATE TABLE \(table)(a, b, c)", "CREATE TABLE \(table)(a INTEGER PRIMARY KEY, b TEXT, c)",
      "CREATE TABLE \(table)(a INT, b TEXT UNIQUE, c CHECK (c > 0), d AS (a + 1))",
      "CREATE TABLE \(table)(a, b, c, UNIQUE(a, b), FOREIGN KEY(c) REFERENCES t(a))",
      "CREATE TABLE \(table)(a TEXT PRIMARY KEY, b REFERENCES u) WITHOUT ROWID",
      "CREATE TABLE \(table)(a INTEGER PRIMARY KEY AUTOINCREMENT, b, c, CHECK (b <> c))",
      "CREATE TEMP TABLE \(table)(a, b)", "CREATE VIEW \(table) AS SELECT 1 AS a, 2 AS b",
    ])
  }

  mutating func word(_ text: String, in count: Int = 2) -> String {
    random.once(in: count) ? text : ""
  }

  mutating func table() -> String {
    let plain = random.pick(["t", "t", "u", "u", "w", "v", "T", "x"])
    switch random.below(24) {
    case 0: return "\"\(plain)\""
    case 1: return "main.\(plain)"
    case 2: return random.once(in: 3) ? "nosuch.\(plain)" : plain
    case 3: return random.pick(["sqlite_master", "sqlite_sequence", "temp.\(plain)", plain])
    default: return plain
    }
  }

  mutating func name() -> String {
    let plain = random.pick(["a", "a", "b", "b", "c", "c", "d", "A", "e"])
    return random.once(in: 12) ? "\"\(plain)\"" : plain
  }

  mutating func type() -> String {
    random.pick([
      "", " INT", " INTEGER", " TEXT", " VARCHAR(10)", " REAL", " BLOB", " NUMERIC", " DATETIME",
      " ANY",
    ])
  }

  mutating func column(isNew: Bool) -> String {
    var text = name() + type()
    for _ in 0..<random.below(3) { text += constraint(isNew: isNew) }
    return text
  }

  mutating func constraint(isNew: Bool) -> String {
    switch random.below(isNew ? 11 : 13) {
    case 0: return " NOT NULL"
    case 1:
      return " DEFAULT \(random.pick(["0", "'x'", "NULL", "CURRENT_TIMESTAMP", "(1+1)", "-1"]))"
    case 2: return " CHECK (\(expression()))"
    case 3:
      return " REFERENCES \(random.pick(["t", "u", "x"]))\(word("(\(name()))"))"
        + word(" ON DELETE CASCADE", in: 3)
    case 4: return " COLLATE \(random.pick(["NOCASE", "BINARY", "NOCASE", "nosuch"]))"
    case 5: return random.once(in: 2) ? " AS (\(expression()))\(word(" STORED"))" : ""
    case 6: return " DEFAULT (\(random.pick(["a", "1", "abs(1)", "random()", "(SELECT 1)"])))"
    case 7: return random.once(in: 3) ? " UNIQUE" : ""
    case 8: return random.once(in: 3) ? " PRIMARY KEY" : ""
    case 11: return " PRIMARY KEY\(word(" DESC", in: 5))\(word(" AUTOINCREMENT", in: 3))"
    case 12: return " UNIQUE"
    default: return ""
    }
  }

  mutating func createTable() -> String {
    let head = "CREATE \(word("TEMP ", in: 14))TABLE \(word("IF NOT EXISTS ", in: 8))\(table())"
    if random.once(in: 12) { return "\(head) AS \(query())" }
    let count = 1 + random.below(4)
    var elements: [String] = []
    for position in 0..<count {
      let names = ["a", "b", "c", "d"]
      elements.append(random.once(in: 10) ? column(isNew: false) : named(names[position]))
    }
    for _ in 0..<random.below(2) { elements.append(tableConstraint()) }
    return "\(head)(\(elements.joined(separator: ", ")))"
      + random.pick(["", "", "", "", "", "", " WITHOUT ROWID", " STRICT"])
  }

  private mutating func named(_ name: String) -> String {
    var text = name + type()
    for _ in 0..<random.below(2) { text += constraint(isNew: false) }
    return text
  }

  mutating func tableConstraint() -> String {
    let prefix = word("CONSTRAINT k ", in: 4)
    switch random.below(5) {
    case 0: return "\(prefix)PRIMARY KEY(\(names()))"
    case 1: return "\(prefix)UNIQUE(\(names()))"
    case 2: return "\(prefix)CHECK (\(expression()))"
    case 3: return "\(prefix)UNIQUE(\(name()) COLLATE NOCASE, \(name()) DESC)"
    default:
      return "\(prefix)FOREIGN KEY(\(names())) REFERENCES \(random.pick(["t", "u"]))"
        + word("(\(names()))")
    }
  }

  mutating func names() -> String {
    random.once(in: 2) ? name() : "\(name()), \(name())"
  }
}
