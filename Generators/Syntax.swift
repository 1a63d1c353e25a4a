import SQLSyntax

// Short ways to write the trees that generators make; each gives the tree that the parsers give.

extension SQLExpression {
  static func column(_ name: Identifier) -> SQLExpression {
    SQLExpression(kind: .column(ColumnReference(name)))
  }

  static func column(_ name: Identifier, of qualifier: Identifier?) -> SQLExpression {
    SQLExpression(kind: .column(ColumnReference(parts: [qualifier, name].compactMap { $0 })))
  }

  static var null: SQLExpression { SQLExpression(kind: .literal(.null)) }

  static func string(_ text: String) -> SQLExpression {
    SQLExpression(kind: .literal(.string(text)))
  }

  static func boolean(_ value: Bool) -> SQLExpression {
    SQLExpression(kind: .literal(.boolean(value)))
  }

  static func integer(_ value: Int) -> SQLExpression {
    let digits = SQLExpression(kind: .literal(.integer(String(value.magnitude))))
    return value < 0 ? SQLExpression(kind: .prefix(OperatorName(symbol: "-"), digits)) : digits
  }

  /// A number with a point, as written: `1.5`, `-0.01`.
  static func decimal(_ text: String) -> SQLExpression {
    let digits = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let number = SQLExpression(kind: .literal(.decimal(digits)))
    return digits == text
      ? number : SQLExpression(kind: .prefix(OperatorName(symbol: "-"), number))
  }

  static func binary(
    _ left: SQLExpression, _ symbol: String, _ right: SQLExpression
  ) -> SQLExpression {
    SQLExpression(kind: .binary(left, OperatorName(symbol: symbol), right))
  }

  static func call(_ name: String, _ arguments: SQLExpression...) -> SQLExpression {
    SQLExpression(
      kind: .call(
        FunctionCall(
          name: ObjectName(name), arguments: arguments.map { FunctionArgument(value: $0) })))
  }

  static var countOfRows: SQLExpression {
    SQLExpression(kind: .call(FunctionCall(name: ObjectName("count"), isStar: true)))
  }

  static func isNull(_ value: SQLExpression, isNegated: Bool) -> SQLExpression {
    SQLExpression(kind: .isNull(value, isNegated: isNegated))
  }
}

extension Statement {
  init(_ kind: StatementKind) { self.init(kind: kind) }

  static func alter(
    _ table: ObjectName, _ actions: AlterTableActionKind..., ifExists: Bool = false
  ) -> Statement {
    Statement(
      .alterTable(
        AlterTable(
          name: table, ifExists: ifExists, actions: actions.map { AlterTableAction(kind: $0) })))
  }

  static func drop(
    _ kind: ObjectKind, _ object: ObjectReference, ifExists: Bool = false,
    behavior: DropBehavior? = nil
  ) -> Statement {
    Statement(.drop(Drop(kind: kind, objects: [object], ifExists: ifExists, behavior: behavior)))
  }
}

extension Query {
  /// `SELECT items FROM sources WHERE condition`.
  static func select(
    _ items: [SelectItem], from sources: [TableSource] = [], where condition: SQLExpression? = nil
  ) -> Query {
    Query(body: .select(SelectCore(items: items, from: sources, condition: condition)))
  }

  static func values(_ rows: [[SQLExpression]]) -> Query { Query(body: .values(rows)) }
}

extension TableSource {
  static func named(_ name: ObjectName, as alias: Identifier? = nil) -> TableSource {
    .table(TableReference(name: name, alias: alias.map { TableAlias(name: $0) }))
  }
}

extension Identifier {
  /// The name with the quotes that it is printed in.
  func written(in dialect: Dialect) -> Identifier {
    let isQuoted = quoted(in: dialect).hasPrefix("\"")
    return Identifier(text, quoting: isQuoted ? .double : .none)
  }
}
