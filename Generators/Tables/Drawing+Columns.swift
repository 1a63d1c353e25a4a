import HashTreeCollections
import DatabaseModel
import PropertyTesting
import SQLSyntax

extension Drawing {
  /// A type for a new column.
  func columnType(isStrict: Bool = false) throws -> ColumnType {
    if try mistake(0.01) {
      return ColumnType(type: TypeName(name: ObjectName("nosuchtype")), values: .any)
    }
    if isPostgreSQL, !catalog.types.isEmpty, try source.boolean(0.2), let own = try ownType() {
      return own
    }
    let types =
      isPostgreSQL ? ColumnType.postgreSQL : isStrict ? ColumnType.strict : ColumnType.sqlite
    return try choose(types)
  }

  /// An enum or a domain that a statement made.
  private func ownType() throws -> ColumnType? {
    let types = catalog.types.values.filter { type in
      switch type.form {
      case .enumeration, .domain: true
      default: false
      }
    }
    guard !types.isEmpty else { return nil }
    let id = try reference(to: types.map(\.id))
    guard let type = catalog.types[id] else { return nil }
    let data = DataType(reference: .user(id))
    return ColumnType(
      type: TypeName(name: try name(of: type.name, in: type.schema)),
      values: ValueClass(data, in: catalog))
  }

  /// A new column of a table that has some already.
  func columnDefinition(
    besides taken: [Identifier], isStrict: Bool = false
  ) throws -> (ColumnDefinition, ValueClass) {
    let name = try newName(from: NameStyle.columns, besides: taken)
    let type = try columnType(isStrict: isStrict)
    var column = ColumnDefinition(name: name, type: type.type)
    if type.values.isText, try source.boolean(0.08) {
      let collation = try source.element(of: collations)
      if isPostgreSQL {
        column.collation = collation
      } else {
        column.collation = collation
      }
    }
    return (column, type.values)
  }

  var collations: [ObjectName] {
    if isPostgreSQL {
      let binary = Identifier("C", quoting: .double)
      return [ObjectName(name: binary), ObjectName(name: Identifier("POSIX", quoting: .double))]
    }
    return [ObjectName("NOCASE"), ObjectName("BINARY"), ObjectName("RTRIM")]
  }

  /// What stands behind a column's type: NOT NULL, DEFAULT, CHECK, UNIQUE, a generation.
  ///
  /// `others`: the columns that its expressions may use.
  func columnConstraints(
    of column: Identifier, _ values: ValueClass, others: [ScopeColumn], isSerial: Bool
  ) throws -> [Constraint] {
    var constraints: [Constraint] = []
    if !isSerial, !others.isEmpty, try source.boolean(0.06) {
      return [try generation(values, over: others)]
    }
    if try source.boolean(0.35) { constraints.append(Constraint(kind: .notNull)) }
    if !isSerial, try source.boolean(0.3) {
      constraints.append(Constraint(kind: .default(try defaultValue(values))))
    }
    if try source.boolean(0.08) {
      let scope = [ScopeColumn(name: column, values: values)] + (isPostgreSQL ? [] : others)
      let check = Constraint(kind: .check(try condition(over: scope, depth: 1)))
      constraints.append(try named(check))
    }
    if values.isOrdered, try source.boolean(0.08) {
      var unique = try named(Constraint(kind: .unique(KeyConstraint())))
      if isPostgreSQL { unique.deferral = try deferral() }
      constraints.append(unique)
    }
    return constraints
  }

  func generation(_ values: ValueClass, over others: [ScopeColumn]) throws -> Constraint {
    let expression = try value(values, over: others)
    let isStored = try isPostgreSQL || source.boolean(0.4)
    return Constraint(kind: .generated(expression, isStored: isStored))
  }

  /// The value of a DEFAULT clause.
  func defaultValue(_ values: ValueClass) throws -> SQLExpression {
    switch try source.branch(weights: [8, 1, 1, 1]) {
    case 1: return .null
    case 2 where values == .timestamp:
      return SQLExpression(kind: .current(.timestamp, precision: nil))
    case 3: return try value(values, over: [], depth: 1)
    default: return try literal(values)
    }
  }

  /// Sometimes with a name.
  func named(_ constraint: Constraint) throws -> Constraint {
    var named = constraint
    if try source.boolean(0.25) {
      let taken = catalog.constraints.values.compactMap(\.name).sorted { $0.text < $1.text }
      named.name = try newName(from: NameStyle.constraints, besides: taken)
    }
    return named
  }

  func deferral() throws -> Deferral {
    guard try source.boolean(0.2) else { return Deferral() }
    return try source.boolean(0.6)
      ? Deferral(isDeferrable: true, isInitiallyDeferred: true) : Deferral(isDeferrable: true)
  }
}
