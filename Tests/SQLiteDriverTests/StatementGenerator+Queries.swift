import TestSupport

extension StatementGenerator {
  mutating func source() -> String { random.pick(["t", "u", "w", "v", "x", "t", "u", "main.t"]) }

  mutating func query() -> String {
    switch random.below(12) {
    case 0: return "SELECT * FROM \(source())"
    case 1: return "SELECT t.*, u.\(name()) FROM t JOIN u ON t.\(name()) = u.\(name())"
    case 2: return "SELECT \(name()) AS z FROM \(source()) WHERE z > 0 ORDER BY z"
    case 3:
      return "SELECT \(name()), \(name()) FROM \(source()) GROUP BY \(name()) HAVING count(*) > 1"
    case 4: return "SELECT \(name()) FROM \(source()) UNION SELECT \(name()) FROM \(source())"
    case 5: return "WITH q AS (SELECT \(name()) FROM \(source())) SELECT \(name()) FROM q"
    case 6: return "SELECT \(name()) FROM (SELECT \(names()) FROM \(source())) s\(condition())"
    case 7: return "SELECT * FROM t JOIN u USING (\(name()))"
    case 8: return "SELECT \(expression()) AS z FROM \(source()), \(source()) AS y"
    case 9:
      return
        "SELECT count(*) AS n, max(\(name())) AS m FROM \(source()) ORDER BY \(1 + random.below(3))"
    default:
      return "SELECT \(expression()) AS z, \(name()) FROM \(source())\(condition())"
        + word(" ORDER BY \(name())", in: 3)
    }
  }

  mutating func expression() -> String {
    switch random.below(17) {
    case 0: return "\(name()) > 0"
    case 1: return "\(name()) + \(name())"
    case 2: return "abs(\(name()))"
    case 3: return "nosuch(\(name()))"
    case 4: return "\"zz\" <> \(name())"
    case 5: return "(SELECT \(name()) FROM \(source()))"
    case 6: return "\(name()) IN (SELECT \(name()) FROM \(source()))"
    case 7: return "count(\(name()))"
    case 8: return "CASE WHEN \(name()) THEN 1 ELSE \(name()) END"
    case 9: return "\(name()) IS NULL AND \(name()) LIKE 'x%'"
    case 10: return "EXISTS (SELECT 1 FROM \(source()) WHERE \(name()) = t.\(name()))"
    case 11: return "t.\(name()) = 1"
    case 12: return "coalesce(\(name()), length(\(name()), 1))"
    case 13: return "CAST(\(name()) AS TEXT) || lower(\(name()))"
    case 14: return random.pick(["rowid", "random()", "1", "'s'", "NULL", "max(1, \(name()))"])
    default: return name()
    }
  }
}
