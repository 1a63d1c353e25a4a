import SQLSyntax

/// A column that a statement defines, before its expressions are looked at.
struct ColumnPlan {
  var column: Column
  var defaultExpression: SQLExpression?
  var generation: SQLExpression?
  var sequence: SequencePlan?
  /// Keys, CHECKs and foreign keys, with the column named in each.
  var constraints: [Constraint] = []
}

/// The sequence behind `serial` or an identity.
struct SequencePlan {
  var type: String
  var options: [SequenceOption] = []
  var isIdentity = false
  var isAlways = false
}

extension PostgreSQLTransition {
  /// Reads a column's definition in the engine's order: type first, then one constraint at a time.
  func plan(_ definition: ColumnDefinition, of table: String) throws(Halt) -> ColumnPlan {
    guard let typeName = definition.type else {
      throw .unmodelled("Columns of typed tables are not modelled")
    }
    if !definition.foreignOptions.isEmpty { throw .unmodelled("Foreign tables are not modelled") }
    var plan: ColumnPlan
    if let serial = try Self.serialType(typeName) {
      plan = ColumnPlan(
        column: Column(name: definition.name, type: .builtin(serial), isNotNull: true),
        sequence: SequencePlan(type: serial))
    } else {
      plan = ColumnPlan(
        column: Column(name: definition.name, type: try resolve(typeName)))
    }
    try setCollation(definition.collation, of: &plan.column)
    if let storage = definition.storage { plan.column.storageSettings["storage"] = storage }
    if let compression = definition.compression {
      plan.column.storageSettings["compression"] = compression
    }
    var reading = ColumnConstraintReading(
      column: definition.name.text, table: table, isSerial: plan.sequence != nil)
    for constraint in definition.constraints { try reading.read(constraint, into: &plan) }
    try reading.finish()
    return plan
  }

  private func setCollation(_ name: ObjectName?, of column: inout Column) throws(Halt) {
    guard let name, let type = column.type else { return }
    try requireCollation(name)
    if !isCollatable(type) {
      throw .refuse(
        .datatypeMismatch, "collations are not supported by type \(displayName(of: type))")
    }
    column.collation = name
  }

  private static func serialType(_ name: TypeName) throws(Halt) -> String? {
    guard name.name.schema == nil, let type = serialTypes[name.name.name.text],
      name.modifiers.isEmpty, !name.isSetOf
    else { return nil }
    if !name.arrayBounds.isEmpty {
      throw .refuse(.featureNotSupported, "array of serial is not implemented")
    }
    return type
  }

  private static let serialTypes = [
    "smallserial": "int2", "serial2": "int2", "serial": "int4", "serial4": "int4",
    "bigserial": "int8", "serial8": "int8",
  ]
}

/// What the constraints of one column have said so far.
private struct ColumnConstraintReading {
  let column: String
  let table: String
  let isSerial: Bool
  var isNullable: Bool?
  var hasDefault = false
  var hasIdentity = false
  var hasGeneration = false

  init(column: String, table: String, isSerial: Bool) {
    self.column = column
    self.table = table
    self.isSerial = isSerial
  }

  private var place: String { "for column \"\(column)\" of table \"\(table)\"" }

  mutating func read(_ constraint: Constraint, into plan: inout ColumnPlan) throws(Halt) {
    switch constraint.kind {
    case .null: try declare(nullable: true)
    case .notNull:
      try declare(nullable: false)
      plan.column.isNotNull = true
    case .default(let expression):
      if hasDefault { throw .refuse(.syntaxError, "multiple default values specified \(place)") }
      hasDefault = true
      plan.defaultExpression = expression
    case .identity(let isAlways, let options):
      if hasIdentity {
        throw .refuse(.syntaxError, "multiple identity specifications \(place)")
      }
      hasIdentity = true
      try declare(nullable: false)
      plan.column.isNotNull = true
      plan.sequence = SequencePlan(
        type: Self.sequenceType(plan.column.type), options: options, isIdentity: true,
        isAlways: isAlways)
    case .generated(let expression, _):
      if hasGeneration {
        throw .refuse(.syntaxError, "multiple generation clauses specified \(place)")
      }
      hasGeneration = true
      plan.generation = expression
    case .check, .primaryKey, .unique, .foreignKey, .exclude:
      plan.constraints.append(named(constraint, plan.column.name))
    }
    try checkPairs()
  }

  private static func sequenceType(_ type: DataType?) -> String { type?.builtinName ?? "" }

  private mutating func declare(nullable: Bool) throws(Halt) {
    if let isNullable, isNullable != nullable {
      throw .refuse(.syntaxError, "conflicting NULL/NOT NULL declarations \(place)")
    }
    isNullable = nullable
  }

  private func checkPairs() throws(Halt) {
    if hasDefault, hasIdentity {
      throw .refuse(.syntaxError, "both default and identity specified \(place)")
    }
    if hasDefault, hasGeneration {
      throw .refuse(.syntaxError, "both default and generation expression specified \(place)")
    }
    if hasIdentity, hasGeneration {
      throw .refuse(.syntaxError, "both identity and generation expression specified \(place)")
    }
  }

  /// `serial` brings a default and NOT NULL of its own, read after all others.
  mutating func finish() throws(Halt) {
    guard isSerial else { return }
    if hasDefault {
      throw .refuse(.syntaxError, "multiple default values specified \(place)")
    }
    hasDefault = true
    try checkPairs()
    try declare(nullable: false)
  }

  /// A column's own constraint as one of the table.
  private func named(_ constraint: Constraint, _ name: Identifier) -> Constraint {
    var result = constraint
    let key = IndexKey(
      expression: SQLExpression(kind: .column(ColumnReference(name))))
    switch constraint.kind {
    case .primaryKey(var definition):
      definition.columns = [key]
      result.kind = .primaryKey(definition)
    case .unique(var definition):
      definition.columns = [key]
      result.kind = .unique(definition)
    case .foreignKey(_, let target): result.kind = .foreignKey(columns: [name], target)
    default: break
    }
    return result
  }
}
