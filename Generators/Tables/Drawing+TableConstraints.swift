import DatabaseModel
import PropertyTesting
import SQLSyntax

extension Drawing {
  /// A constraint over a table's columns: a key, a check, a foreign key, an exclusion.
  ///
  /// `hasPrimaryKey`: whether another primary key would be refused.
  func tableConstraint(
    over columns: [ScopeColumn], of table: Identifier, hasPrimaryKey: Bool, weightOfKeys: Int = 2
  ) throws -> Constraint {
    let ordered = columns.filter(\.values.isOrdered)
    let mayBePrimary = try !hasPrimaryKey || mistake(0.2)
    let kind = try source.branch(weights: [
      ordered.isEmpty ? 0 : weightOfKeys, mayBePrimary && !ordered.isEmpty ? weightOfKeys : 0, 2,
      ordered.isEmpty ? 0 : 5,
    ])
    var constraint: Constraint
    switch kind {
    case 1 where mayBePrimary && !ordered.isEmpty:
      constraint = Constraint(kind: .primaryKey(try key(over: ordered)))
    case 2:
      constraint = Constraint(kind: .check(try condition(over: columns)))
      if isPostgreSQL, try source.boolean(0.1) { constraint.isNoInherit = true }
    case 3 where !ordered.isEmpty:
      let (own, target) = try foreignKey(from: ordered, of: table)
      constraint = Constraint(kind: .foreignKey(columns: own, target))
      constraint.deferral = try deferral()
    default:
      guard !ordered.isEmpty else {
        return Constraint(kind: .check(try condition(over: columns)))
      }
      var unique = try key(over: ordered)
      if isPostgreSQL, try source.boolean(0.1) { unique.nullsNotDistinct = true }
      constraint = Constraint(kind: .unique(unique))
      if isPostgreSQL { constraint.deferral = try deferral() }
    }
    return try named(constraint)
  }

  /// The columns of PRIMARY KEY and UNIQUE.
  private func key(over columns: [ScopeColumn]) throws -> KeyConstraint {
    var keys: [IndexKey] = []
    let picked = try source.array(count: 1...2) { source in try source.element(of: columns) }
    for column in picked where !keys.contains(where: { $0.expression == column.expression }) {
      var key = IndexKey(expression: .column(column.name))
      if dialect == .sqlite {
        if try source.boolean(0.08) { key.collation = try source.element(of: collations) }
        if try source.boolean(0.08) { key.direction = .descending }
      }
      keys.append(key)
    }
    return KeyConstraint(columns: keys)
  }

  /// A foreign key: to a table that stands, to the table itself, or to one that does not stand yet.
  ///
  /// Whichever table is drawn decides the shape of the graph: chains where each refers to the one
  /// before, stars, diamonds, and on SQLite tables that refer to each other.
  func foreignKey(
    from columns: [ScopeColumn], of table: Identifier
  ) throws -> ([Identifier], ForeignKeyTarget) {
    let toItself = try tables.isEmpty || source.boolean(0.15)
    if toItself { return try selfReference(from: columns, of: table) }
    let other = try self.table()
    var name = try tableName(of: other)
    // SQLite refers within one schema, and takes no other name for it.
    if dialect == .sqlite { name.schema = nil }
    let keys = keyColumns(of: other)
    guard !keys.isEmpty, try !source.boolean(0.1) else {
      let one = try source.element(of: columns)
      let its = try columnName(of: other)
      return try ([one.name], actions(ForeignKeyTarget(table: name, columns: [its])))
    }
    let key = try source.element(of: keys)
    let own = try key.map { number in
      let wanted = ValueClass(other.columns[number - 1].type, in: catalog)
      let fitting = columns.filter { $0.values == wanted }
      return try source.element(of: fitting.isEmpty ? columns : fitting).name
    }
    let its = key.map { other.columns[$0 - 1].name.written(in: dialect) }
    let isPrimary = keys.first == key
    let implied = isPrimary ? try source.boolean(0.3) : false
    return try (own, actions(ForeignKeyTarget(table: name, columns: implied ? [] : its)))
  }

  private func selfReference(
    from columns: [ScopeColumn], of table: Identifier
  ) throws -> ([Identifier], ForeignKeyTarget) {
    let own = try source.element(of: columns)
    let its = try source.element(of: columns)
    let isMissing = try dialect == .sqlite ? source.boolean(0.1) : mistake()
    let target = ForeignKeyTarget(
      table: ObjectName(name: isMissing ? missingName : table), columns: [its.name])
    return ([own.name], try actions(target))
  }

  private func actions(_ target: ForeignKeyTarget) throws -> ForeignKeyTarget {
    // PostgreSQL's parser gives no action where NO ACTION is written.
    let all: [ForeignKeyAction] =
      [.cascade, .setNull, .restrict, .setDefault] + (isPostgreSQL ? [] : [.noAction])
    var target = target
    if try source.boolean(0.5) { target.onDelete = try source.element(of: all) }
    if try source.boolean(0.25) { target.onUpdate = try source.element(of: all) }
    return target
  }

  /// The columns of each key of a table, by number; the primary key first.
  func keyColumns(of table: Table) -> [[Int]] {
    var primary: [[Int]] = []
    var others: [[Int]] = []
    for constraint in catalog.constraints(of: table.id) {
      switch constraint.rule {
      case .primaryKey(let columns, _): primary.append(columns)
      case .unique(let columns, _, _): others.append(columns)
      default: break
      }
    }
    for index in catalog.indexes(of: table.id)
    where index.isUnique && index.condition == nil && index.constraint == nil {
      let columns = index.keys.compactMap(\.column)
      if columns.count == index.keys.count { others.append(columns) }
    }
    if primary.isEmpty, let rowID = table.rowIDColumn { primary.append([rowID]) }
    return (primary + others).filter { key in
      !key.isEmpty && key.allSatisfy { table.columns.indices.contains($0 - 1) }
    }
  }
}
