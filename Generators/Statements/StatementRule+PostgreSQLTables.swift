import DatabaseModel
import Engines
import HashTreeCollections
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// What PostgreSQL's ALTER TABLE does beyond what both dialects can.
  static let postgreSQLTables: [StatementRule] = [
    altering("ALTER TABLE ADD FOREIGN KEY", 8) { drawing, table in
      let columns = drawing.scope(of: table.columns).filter(\.values.isOrdered)
      guard !columns.isEmpty else { try drawing.source.reject("no column to refer from") }
      let (own, target) = try drawing.foreignKey(from: columns, of: table.name)
      var constraint = try drawing.named(Constraint(kind: .foreignKey(columns: own, target)))
      constraint.deferral = try drawing.deferral()
      constraint.isNotValid = try drawing.source.boolean(0.15)
      return .addConstraint(constraint)
    },
    altering("ALTER TABLE ADD CHECK", 4) { drawing, table in
      let check = try drawing.condition(over: drawing.scope(of: table.columns))
      var constraint = try drawing.named(Constraint(kind: .check(check)))
      constraint.isNotValid = try drawing.source.boolean(0.2)
      return .addConstraint(constraint)
    },
    altering("ALTER TABLE ADD UNIQUE", 4) { drawing, table in
      let key = KeyConstraint(columns: try drawing.keys(of: table))
      var constraint = try drawing.named(Constraint(kind: .unique(key)))
      constraint.deferral = try drawing.deferral()
      return .addConstraint(constraint)
    },
    altering("ALTER TABLE ADD PRIMARY KEY", 3) { drawing, table in
      let key = KeyConstraint(columns: try drawing.keys(of: table))
      return .addConstraint(try drawing.named(Constraint(kind: .primaryKey(key))))
    },
    altering("ALTER TABLE DROP CONSTRAINT", 6) { drawing, table in
      .dropConstraint(
        try drawing.constraintName(of: table), ifExists: try drawing.source.boolean(0.2),
        behavior: try drawing.behavior())
    },
    altering("ALTER TABLE VALIDATE CONSTRAINT", 2) { drawing, table in
      .validateConstraint(try drawing.constraintName(of: table))
    },
    altering("ALTER TABLE ALTER CONSTRAINT", 1) { drawing, table in
      .alterConstraint(
        try drawing.constraintName(of: table),
        Deferral(isDeferrable: true, isInitiallyDeferred: try drawing.source.boolean() ? true : nil)
      )
    },
    altering("ALTER TABLE ALTER COLUMN TYPE", 6) { drawing, table in
      .alterColumnType(try drawing.typeChange(of: table))
    },
    altering("ALTER TABLE SET NOT NULL", 5) { .setNotNull(try $0.columnName(of: $1)) },
    altering("ALTER TABLE DROP NOT NULL", 4) { .dropNotNull(try $0.columnName(of: $1)) },
    altering("ALTER TABLE SET DEFAULT", 5) { drawing, table in
      let column = try drawing.column(of: table)
      let values = ValueClass(column.type, in: drawing.catalog)
      return .setDefault(
        column.name.written(in: .postgresql), try drawing.defaultValue(values))
    },
    altering("ALTER TABLE DROP DEFAULT", 3) { .dropDefault(try $0.columnName(of: $1)) },
    altering("ALTER TABLE ADD IDENTITY", 1) { drawing, table in
      .addIdentity(
        try drawing.columnName(of: table), isAlways: try drawing.source.boolean(), [])
    },
    altering("ALTER TABLE DROP IDENTITY", 1) { drawing, table in
      .dropIdentity(
        try drawing.columnName(of: table), ifExists: try drawing.source.boolean(0.3))
    },
    altering("ALTER TABLE DROP EXPRESSION", 1) { drawing, table in
      .dropExpression(
        try drawing.columnName(of: table), ifExists: try drawing.source.boolean(0.3))
    },
    altering("ALTER TABLE ENABLE RLS", 1) { _, _ in .setRowSecurity(.enable) },
    altering("ALTER TABLE DISABLE RLS", 1) { _, _ in .setRowSecurity(.disable) },
    altering("ALTER TABLE SET (storage params)", 1) { drawing, _ in
      .setOptions([
        DefinitionOption(
          name: "fillfactor",
          value: .number(try drawing.source.element(of: ["70", "100"])))
      ])
    },
    altering("ALTER TABLE OWNER TO", 1) { _, _ in
      .setOwner(RoleName(word: "CURRENT_USER"))
    },
    StatementRule("ALTER TABLE RENAME CONSTRAINT", 2, when: { $0.hasTables }) { drawing in
      let table = try drawing.table()
      let names = drawing.catalog.constraints(of: table.id).compactMap(\.name)
      return Statement(
        .rename(
          Rename(
            object: ObjectReference(
              kind: .constraint, name: ObjectName(name: try drawing.constraintName(of: table)),
              owner: try drawing.tableName(of: table)),
            newName: try drawing.newName(from: NameStyle.constraints, besides: names))))
    },
  ]

  private static func altering(
    _ kind: String, _ weight: Int,
    _ action: @escaping @Sendable (Drawing, Table) throws -> AlterTableActionKind
  ) -> StatementRule {
    StatementRule(kind, weight, when: { $0.hasTables }) { drawing in
      let table = try drawing.table()
      return .alter(try drawing.tableName(of: table), try action(drawing, table))
    }
  }
}

extension Drawing {
  func column(of table: Table) throws -> Column {
    try source.element(of: table.columns.filter { !$0.isDropped })
  }

  fileprivate func keys(of table: Table) throws -> [IndexKey] {
    try columnNames(of: table).map { IndexKey(expression: .column($0)) }
  }

  /// A constraint's name; by mistake one that the table does not have.
  fileprivate func constraintName(of table: Table) throws -> Identifier {
    let names = catalog.constraints(of: table.id).compactMap(\.name)
    if try names.isEmpty || mistake() { return missingName }
    return try source.element(of: names).written(in: dialect)
  }

  fileprivate func typeChange(of table: Table) throws -> AlterColumnType {
    let column = try column(of: table)
    let name = try mistake() ? missingName : column.name.written(in: dialect)
    var type = try columnType()
    if type.type?.name.name.text.hasSuffix("serial") == true, try !mistake() {
      type.type = TypeName(name: ObjectName("text"))
    }
    var change = AlterColumnType(
      column: name, type: type.type ?? TypeName(name: ObjectName("text")))
    if try source.boolean(0.4) {
      change.using = SQLExpression(
        kind: .cast(.column(column.name.written(in: dialect)), change.type))
    }
    return change
  }
}
