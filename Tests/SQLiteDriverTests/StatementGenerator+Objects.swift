import TestSupport

extension StatementGenerator {
  mutating func object() -> String {
    let plain = random.pick(["i", "j", "i", "tr", "v", "x", "t"])
    return random.once(in: 16) ? random.pick(["main.", "temp.", "nosuch."]) + plain : plain
  }

  mutating func createIndex() -> String {
    let keys = (0...random.below(2)).map { _ in key() }.joined(separator: ", ")
    return "CREATE \(word("UNIQUE ", in: 3))INDEX \(word("IF NOT EXISTS ", in: 6))\(object()) "
      + "ON \(random.pick(["t", "u", "w", "v", "x", "t"]))(\(keys))"
      + word(" WHERE \(expression())", in: 4)
  }

  private mutating func key() -> String {
    let plain = random.once(in: 4) ? "(\(expression()))" : name()
    return plain + random.pick(["", "", "", " DESC", " COLLATE NOCASE", " COLLATE nosuch"])
  }

  mutating func createView() -> String {
    "CREATE \(word("TEMP ", in: 10))VIEW \(word("IF NOT EXISTS ", in: 8))"
      + "\(random.pick(["v", "v", "x", "w"])) AS \(query())"
  }

  mutating func createTrigger() -> String {
    let timing = random.pick(["BEFORE", "AFTER", "AFTER", "", "INSTEAD OF"])
    let event = random.pick(["INSERT", "UPDATE", "DELETE", "UPDATE OF \(name())"])
    let body = (0...random.below(2)).map { _ in step() + "; " }.joined()
    return "CREATE \(word("TEMP ", in: 12))TRIGGER \(word("IF NOT EXISTS ", in: 8))"
      + "\(random.pick(["tr", "tr", "ts", "tu"])) \(timing) \(event) ON "
      + "\(random.pick(["t", "u", "v", "w"])) \(word("WHEN NEW.\(name()) > 0 ", in: 5))"
      + "BEGIN \(body)END"
  }

  private mutating func step() -> String {
    let target = random.pick(["t", "u", "w", "x"])
    let row = random.pick(["NEW", "OLD"])
    switch random.below(5) {
    case 0: return "INSERT INTO \(target)(\(name())) VALUES (\(row).\(name()))"
    case 1: return "UPDATE \(target) SET \(name()) = \(row).\(name())\(condition())"
    case 2: return "DELETE FROM \(target) WHERE \(name()) = \(row).\(name())"
    case 3: return "SELECT \(expression()) FROM \(target)"
    default: return "INSERT INTO \(target) SELECT \(name()), 1 FROM \(random.pick(["t", "u"]))"
    }
  }

  mutating func drop() -> String {
    let kind = random.pick(["TABLE", "TABLE", "INDEX", "VIEW", "TRIGGER"])
    let name = kind == "TABLE" || kind == "VIEW" ? table() : object()
    return "DROP \(kind) \(word("IF EXISTS ", in: 4))\(name)"
  }

  mutating func insert() -> String {
    let columns = word("(\(names()))")
    let source = random.pick([
      "VALUES (1)", "VALUES (1, 2)", "VALUES (1, 2), (3, \(name()))", "DEFAULT VALUES",
      "VALUES (1, 2, 3)", query(), "VALUES (\(expression()))",
    ])
    return "INSERT \(word("OR IGNORE ", in: 6))INTO \(table())\(columns) \(source)"
      + word(" ON CONFLICT(\(name())) DO NOTHING", in: 10)
      + word(" RETURNING \(name())", in: 12)
  }

  mutating func update() -> String {
    "UPDATE \(table()) SET \(name()) = \(expression())\(condition())"
  }

  mutating func condition() -> String { word(" WHERE \(expression())") }

  mutating func transaction() -> String {
    random.pick([
      "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "RELEASE s", "ROLLBACK TO s", "BEGIN IMMEDIATE",
      "SAVEPOINT q", "RELEASE q",
    ])
  }

  mutating func session() -> String {
    random.pick([
      "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = ON",
      "PRAGMA legacy_alter_table = OFF", "VACUUM", "ANALYZE", "ANALYZE t", "REINDEX", "REINDEX t",
      "REINDEX nosuch", "PRAGMA table_info(t)", "PRAGMA nosuch = 1", "PRAGMA user_version = 3",
      "DROP TABLE IF EXISTS t", "CREATE TABLE IF NOT EXISTS t(a, b, c)",
      "CREATE TABLE IF NOT EXISTS u(a INTEGER PRIMARY KEY, b UNIQUE, c)",
    ])
  }
}
