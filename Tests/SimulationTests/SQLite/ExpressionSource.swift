import TestSupport

/// Expressions of SQLite by chance, over some columns.
struct ExpressionSource {
  var random: SplitMix64

  static let literals = [
    "NULL", "0", "1", "2", "-1", "3", "1.0", "1.5", "-2.5", "1e3", "0.1", "''", "'a'", "'b'", "'A'",
    "'abc'", "'1'", "'1.0'", "' 12 '", "'1e2'", "'12abc'", "x'41'", "9223372036854775807",
    "-9223372036854775808", "1e19", "123456789.123", "1e-5", "'2020-01-31'",
  ]

  mutating func literal() -> String { random.pick(Self.literals) }

  mutating func expression(_ columns: [String], depth: Int = 0) -> String {
    if depth > 2 || random.once(in: 4) {
      return columns.isEmpty || random.once(in: 3) ? literal() : random.pick(columns)
    }
    let first = expression(columns, depth: depth + 1)
    let second = expression(columns, depth: depth + 1)
    switch random.below(4) {
    case 0: return call(first, second, columns, depth)
    case 1: return condition(first, second, columns, depth)
    default: return operation(first, second)
    }
  }

  private mutating func operation(_ first: String, _ second: String) -> String {
    switch random.below(7) {
    case 0: "(\(first) \(random.pick(["+", "-", "*", "/", "%", "||"])) \(second))"
    case 1: "(\(first) \(random.pick(["=", "<>", "<", "<=", ">", ">=", "IS", "IS NOT"])) \(second))"
    case 2: "(\(first) \(random.pick(["AND", "OR"])) \(second))"
    case 3: "(\(random.pick(["NOT ", "-", "+", "~"]))\(first))"
    case 4: "(\(first) \(random.pick(["&", "|", "<<", ">>"])) \(second))"
    case 5: "(\(first) COLLATE \(random.pick(["NOCASE", "BINARY", "RTRIM"])))"
    default: "CAST(\(first) AS \(random.pick(["INTEGER", "TEXT", "REAL", "NUMERIC"])))"
    }
  }

  private mutating func condition(
    _ first: String, _ second: String, _ columns: [String], _ depth: Int
  ) -> String {
    let third = expression(columns, depth: depth + 1)
    let negation = random.pick(["", "NOT "])
    switch random.below(6) {
    case 0: return "(\(first) \(negation)IN (\(second), \(third)))"
    case 1: return "(\(first) \(negation)BETWEEN \(second) AND \(third))"
    case 2: return "CASE WHEN \(first) THEN \(second) ELSE \(third) END"
    case 3: return "CASE \(first) WHEN \(second) THEN \(third) END"
    case 4: return "(\(first) \(negation)LIKE \(random.pick(["'%a%'", "'A_'", "'1%'"])))"
    default: return "((\(first), \(second)) \(random.pick(["=", "<", ">="])) (\(third), 1))"
    }
  }

  private mutating func call(
    _ first: String, _ second: String, _ columns: [String], _ depth: Int
  ) -> String {
    let ofOne = ["length", "upper", "lower", "typeof", "hex", "quote", "trim", "round", "sign"]
    let ofTwo = ["coalesce", "ifnull", "nullif", "min", "max", "instr"]
    let formats = ["%d", "%s", "%5.2f", "%g", "%x", "%05d", "%!.15g", "%e"]
    switch random.below(5) {
    case 0: return "\(random.pick(ofOne))(\(first))"
    case 1: return "\(random.pick(ofTwo))(\(first), \(second))"
    case 2: return "substr(\(first), \(random.pick(["1", "2", "-1", "0"])), 2)"
    case 3: return "replace(\(first), 'a', 'zz')"
    default: return "printf('\(random.pick(formats))', \(first))"
    }
  }
}
