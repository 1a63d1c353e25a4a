import SQLSyntax

/// What is known of the type of a value.
enum ValueType: Hashable {
  case known(DataType)
  /// A literal without a type of its own yet: its text, or `nil` for NULL.
  case literal(String?)
}

extension DataType {
  /// The type of a built-in name; `_text` is an array of `text`.
  package static func builtin(_ name: String) -> DataType {
    if name.hasPrefix("_"), BuiltinTypes.all[name] == nil {
      return DataType(reference: .builtin(String(name.dropFirst())), arrayDimensions: 1)
    }
    return DataType(reference: .builtin(name))
  }

  /// The type without modifiers, as functions and operators see it.
  package var bare: DataType { DataType(reference: reference, arrayDimensions: arrayDimensions) }

  package var isArray: Bool { arrayDimensions > 0 }

  /// The type of an array's elements.
  package var element: DataType { DataType(reference: reference, modifiers: modifiers) }

  package var arrayOf: DataType { DataType(reference: reference, arrayDimensions: 1) }

  /// The internal name of a scalar built-in type.
  package var builtinName: String? {
    if !isArray, case .builtin(let name) = reference { name } else { nil }
  }

  var isUnknown: Bool { if case .unknown = reference { true } else { false } }
}

/// Where an expression stands, as far as it decides what the expression may contain.
struct ExpressionPosition: Hashable {
  /// `check constraint`, as in "cannot use subquery in check constraint".
  var name: String
  /// `check constraints`, as in "aggregate functions are not allowed in check constraints".
  var plural: String
  var allowsSubqueries = true
  var allowsAggregates = false
  var allowsColumns = true
  var allowsSets = false

  static let columnDefault = ExpressionPosition(
    name: "DEFAULT expression", plural: "DEFAULT expressions", allowsSubqueries: false,
    allowsColumns: false)
  static let check = ExpressionPosition(
    name: "check constraint", plural: "check constraints", allowsSubqueries: false)
  static let indexKey = ExpressionPosition(
    name: "index expression", plural: "index expressions", allowsSubqueries: false)
  static let indexPredicate = ExpressionPosition(
    name: "index predicate", plural: "index predicates", allowsSubqueries: false)
  static let generation = ExpressionPosition(
    name: "column generation expression", plural: "column generation expressions",
    allowsSubqueries: false)
  static let triggerCondition = ExpressionPosition(
    name: "trigger WHEN condition", plural: "trigger WHEN conditions", allowsSubqueries: false)
  static let transform = ExpressionPosition(
    name: "transform expression", plural: "transform expressions", allowsSubqueries: false)
  static let policy = ExpressionPosition(name: "policy expression", plural: "policy expressions")
  static let partitionKey = ExpressionPosition(
    name: "partition key expression", plural: "partition key expressions", allowsSubqueries: false)
  static let condition = ExpressionPosition(name: "WHERE", plural: "WHERE")
  static let joinCondition = ExpressionPosition(
    name: "JOIN conditions", plural: "JOIN conditions")
  static let value = ExpressionPosition(
    name: "UPDATE", plural: "UPDATE")
  static let values = ExpressionPosition(name: "VALUES", plural: "VALUES")
  static let groupBy = ExpressionPosition(name: "GROUP BY", plural: "GROUP BY", allowsSets: true)
  static let function = ExpressionPosition(
    name: "FROM", plural: "functions in FROM", allowsSets: true)
  static let select = ExpressionPosition(
    name: "SELECT", plural: "SELECT", allowsAggregates: true, allowsSets: true)
  static let having = ExpressionPosition(
    name: "HAVING", plural: "HAVING", allowsAggregates: true)
  static let limit = ExpressionPosition(name: "LIMIT", plural: "LIMIT", allowsColumns: true)
}

/// How freely a value may be converted.
package enum CoercionContext: Int, Comparable, Hashable, Sendable {
  case implicit
  case assignment
  case explicit

  package static func < (first: CoercionContext, second: CoercionContext) -> Bool {
    first.rawValue < second.rawValue
  }
}

/// How much an expression's value may change between evaluations.
package enum Volatility: Int, Comparable, Hashable, Sendable {
  case immutable
  case stable
  case volatile

  init(letter: Character) {
    self = letter == "i" ? .immutable : letter == "s" ? .stable : .volatile
  }

  init(word: String) {
    self = word == "immutable" ? .immutable : word == "stable" ? .stable : .volatile
  }

  package static func < (first: Volatility, second: Volatility) -> Bool {
    first.rawValue < second.rawValue
  }
}
