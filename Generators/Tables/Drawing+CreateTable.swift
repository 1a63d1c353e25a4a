import HashTreeCollections
import DatabaseModel
import PropertyTesting
import SQLSyntax

extension Drawing {
  /// CREATE TABLE with columns, keys, checks and foreign keys.
  func createTable() throws -> Statement {
    let name = try newName(from: NameStyle.tables, besides: relationNames)
    var create = CreateTable(name: ObjectName(name: name))
    if try source.boolean(0.06) { create.ifNotExists = true }
    if try source.boolean(0.04) { create.persistence = .temporary }
    if dialect == .sqlite { create.isStrict = try source.boolean(0.05) }
    let columns = try columns(isStrict: create.isStrict)
    create.elements = columns.map { .column($0.0) }
    let hasKey = columns.contains { $0.0.isPrimaryKey }
    if dialect == .sqlite, try source.boolean(0.06) {
      create.isWithoutRowID = try hasKey || mistake(0.2)
    }
    let scope = scope(of: columns)
    for constraint in try source.array(
      count: 0...2,
      of: { _ in
        try tableConstraint(over: scope, of: name, hasPrimaryKey: hasKey)
      })
    {
      create.elements.append(.constraint(constraint))
    }
    if isPostgreSQL { try addPostgreSQLParts(to: &create) }
    return Statement(.createTable(create))
  }

  private func addPostgreSQLParts(to create: inout CreateTable) throws {
    if create.persistence == .permanent, try source.boolean(0.02) { create.persistence = .unlogged }
    if create.persistence == .permanent, let schema = try ownSchema() {
      create.name.schema = schema
    }
    guard !tables.isEmpty else { return }
    if try source.boolean(0.02) {
      create.inherits = [try tableName(of: table { $0.persistence == .permanent })]
    }
    if try source.boolean(0.02) {
      let words = try source.element(of: [["ALL"], [], ["DEFAULTS"], ["INDEXES", "CONSTRAINTS"]])
      create.elements.append(.like(LikeTable(table: try tableName(of: table()), including: words)))
    }
  }

  /// A schema of the user's own, now and then.
  func ownSchema() throws -> Identifier? {
    let own = catalog.schemas.values.filter { !$0.isSystem }.sorted { $0.id < $1.id }
    guard !own.isEmpty, try source.boolean(0.2) else { return nil }
    return try source.element(of: own).name.written(in: dialect)
  }

  private func columns(isStrict: Bool) throws -> [(ColumnDefinition, ValueClass)] {
    var columns: [(ColumnDefinition, ValueClass)] = []
    // The first column is the key most of the time, as in histories.
    let hasKey = try source.boolean(0.7)
    _ = try source.array(count: 1...5) { source in
      let isKey = columns.isEmpty && hasKey
      var (column, values) = try columnDefinition(
        besides: columns.map(\.0.name), isStrict: isStrict)
      if isKey, values.isOrdered {
        column.constraints = [try primaryKey(of: &column, values)]
      } else {
        let isSerial = column.type?.name.name.text.hasSuffix("serial") == true
        column.constraints = try columnConstraints(
          of: column.name, values, others: scope(of: columns), isSerial: isSerial)
        try addReference(to: &column, values)
      }
      columns.append((column, values))
    }
    return columns
  }

  private func primaryKey(
    of column: inout ColumnDefinition, _ values: ValueClass
  ) throws -> Constraint {
    var key = KeyConstraint()
    if dialect == .sqlite, column.type?.name.name.text == "INTEGER" {
      key.isAutoincrement = try source.boolean(0.3)
      if try !key.isAutoincrement && source.boolean(0.05) { key.direction = .descending }
    }
    if isPostgreSQL, case .integer = values, try source.boolean(0.15),
      column.type?.name.name.text.hasSuffix("serial") == false
    {
      column.constraints = []
      return Constraint(kind: .identity(isAlways: try source.boolean(), []))
    }
    return Constraint(kind: .primaryKey(key))
  }

  /// `REFERENCES table (column)` behind a column.
  func addReference(to column: inout ColumnDefinition, _ values: ValueClass) throws {
    let isGenerated = column.constraints.contains {
      if case .generated = $0.kind { true } else { false }
    }
    guard !tables.isEmpty, !isGenerated, try source.boolean(0.2) else { return }
    let own = ScopeColumn(name: column.name, values: values)
    let (columns, target) = try foreignKey(from: [own], of: column.name)
    // A column's own clause refers to one column.
    guard columns.count == 1, target.table.name != column.name else { return }
    var constraint = try named(Constraint(kind: .foreignKey(columns: [], target)))
    constraint.deferral = try deferral()
    column.constraints.append(constraint)
  }
}

extension ColumnDefinition {
  var isPrimaryKey: Bool {
    constraints.contains { if case .primaryKey = $0.kind { true } else { false } }
  }
}
