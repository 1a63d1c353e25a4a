/// How tightly an expression holds its parts; a higher value binds first.
///
/// Values of one dialect are not compared with the other's.
struct Precedence: Comparable {
  let rawValue: Int

  static func < (first: Precedence, second: Precedence) -> Bool {
    first.rawValue < second.rawValue
  }

  /// What an operand on the closed side of an operator must reach.
  var next: Precedence { Precedence(rawValue: rawValue + 1) }

  static let lowest = Precedence(rawValue: 0)
  static let or = Precedence(rawValue: 1)
  static let and = Precedence(rawValue: 2)
  static let not = Precedence(rawValue: 3)
  /// `IS`, and in SQLite also `=`, `LIKE`, `IN` and `BETWEEN`.
  static let test = Precedence(rawValue: 4)
  static let comparison = Precedence(rawValue: 5)
  /// PostgreSQL's `LIKE`, `IN`, `BETWEEN`.
  static let membership = Precedence(rawValue: 6)
  /// PostgreSQL's operators without a place of their own; SQLite's bit operators.
  static let other = Precedence(rawValue: 8)
  static let sum = Precedence(rawValue: 9)
  static let product = Precedence(rawValue: 10)
  /// PostgreSQL's `^`; SQLite's `||` and `->`.
  static let power = Precedence(rawValue: 11)
  static let atTimeZone = Precedence(rawValue: 12)
  static let collate = Precedence(rawValue: 13)
  static let sign = Precedence(rawValue: 14)
  static let cast = Precedence(rawValue: 17)
  static let primary = Precedence(rawValue: 20)
}

extension Precedence {
  /// Source: PostgreSQL 15, §4.1.6 "Operator Precedence"; SQLite, "SQL Language Expressions", §2.
  static func ofBinary(_ name: OperatorName, in dialect: Dialect) -> Precedence {
    switch dialect {
    case .postgresql: name.schema == nil ? ofPostgreSQL(name.symbol) : .other
    case .sqlite: ofSQLite(name.symbol)
    }
  }

  private static func ofPostgreSQL(_ symbol: String) -> Precedence {
    switch symbol {
    case "=", "==", "<", ">", "<=", ">=", "<>", "!=": .comparison
    case "+", "-": .sum
    case "*", "/", "%": .product
    case "^": .power
    default: .other
    }
  }

  private static func ofSQLite(_ symbol: String) -> Precedence {
    switch symbol {
    case "=", "==", "<>", "!=": .test
    case "<", ">", "<=", ">=": .comparison
    case "+", "-": .sum
    case "*", "/", "%": .product
    case "||", "->", "->>": .power
    default: .other
    }
  }
}

extension SQLWriter {
  func precedence(of expression: SQLExpression) -> Precedence {
    switch expression.kind {
    case .literal(let literal): literal.isNegative ? .sign : .primary
    case .or(let operands): operands.count > 1 ? .or : .lowest
    case .and(let operands): operands.count > 1 ? .and : .lowest
    case .not: .not
    case .isNull, .isTruth, .distinct, .opaque: .test
    case .between, .inList, .inQuery, .inTable, .like: isSQLite ? .test : .membership
    case .binary(_, let name, _): .ofBinary(name, in: dialect)
    case .quantified(_, let name, _, _), .quantifiedQuery(_, let name, _, _):
      LikeKind.quantified(name) == nil
        ? .ofBinary(name, in: dialect) : .membership
    case .prefix(let name, _): isSign(name) ? .sign : .other
    case .cast: isSQLite ? .primary : .cast
    case .collate: .collate
    case .call(let call): callPrecedence(call)
    case .defaultValue, .currentOf: .lowest
    default: .primary
    }
  }

  /// Whether a prefix operator binds as a sign does: in SQLite all but `NOT`.
  func isSign(_ name: OperatorName) -> Bool {
    if isSQLite { return true }
    return name.schema == nil && (name.symbol == "-" || name.symbol == "+")
  }
}

extension Literal {
  /// Whether it is a number that starts with a sign.
  var isNegative: Bool {
    switch self {
    case .integer(let digits), .decimal(let digits): digits.hasPrefix("-")
    default: false
    }
  }
}
