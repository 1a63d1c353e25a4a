import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// Checks a default against its column's type and keeps it.
  func storedDefault(
    _ expression: SQLExpression, column: Column, type: DataType
  ) throws(Halt) -> (StoredExpression, ExpressionAnalysis) {
    var analysis = ExpressionAnalysis(self, scope: Scope(), position: .columnDefault)
    let found = try analysis.analyze(expression)
    try assign(found, to: type, column: column.name.text, what: "default expression", &analysis)
    return (StoredExpression(syntax: expression, references: analysis.references), analysis)
  }

  /// A value must fit its column in an assignment.
  @discardableResult
  func assign(
    _ value: Operand, to type: DataType, column: String, what: String,
    _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> AnalyzedExpression? {
    if type.isUnknown {
      if case .literal(nil) = value.type { return .null(type) }
      if case .known(let known) = value.type, known.bare == type.bare { return value.tree }
      throw .unmodelled("Values of an extension's type are not modelled")
    }
    guard case .known(let known) = value.type else {
      return try analysis.coerce(value, to: type, context: .assignment)
    }
    if try coercion(from: known, to: type, in: .assignment) == nil {
      throw .refuse(
        .datatypeMismatch,
        "column \"\(column)\" is of type \(displayName(of: type)) "
          + "but \(what) is of type \(displayName(of: known))",
        hint: "You will need to rewrite or cast the expression.")
    }
    return try analysis.coerce(value, to: type, context: .assignment)
  }

  /// Adds the defaults and generations of new columns, in column order.
  mutating func addDefaults(of plan: TablePlan) throws(Halt) {
    for (index, column) in plan.columns.enumerated() {
      try addDefault(column, at: ObjectAddress(object: plan.id, column: index + 1))
    }
  }

  @discardableResult
  mutating func addDefault(
    _ plan: ColumnPlan, at address: ObjectAddress
  ) throws(Halt) -> ExpressionAnalysis? {
    guard let type = plan.column.type else { return nil }
    if let expression = plan.generation {
      let stored = try storedGeneration(expression, column: plan.column, of: address.object)
      setDefault(stored, of: address, isGenerated: true)
      return nil
    }
    guard let expression = plan.defaultExpression else { return nil }
    let (stored, analysis) = try storedDefault(expression, column: plan.column, type: type)
    if case .literal(.null) = expression.kind, plan.sequence == nil { return nil }
    setDefault(stored, of: address, isGenerated: false)
    return analysis
  }

  private func storedGeneration(
    _ expression: SQLExpression, column: Column, of table: ObjectID
  ) throws(Halt) -> StoredExpression {
    var scope = try scope(of: table)
    for index in scope.sources[0].columns.indices
    where scope.sources[0].columns[index].name == column.name.text {
      scope.sources[0].columns[index].isGenerated = true
    }
    var analysis = ExpressionAnalysis(self, scope: scope, position: .generation)
    let value = try analysis.analyze(expression)
    let generated = analysis.ungrouped.first { use in
      use.column.isGenerated || isGenerated(use.column, of: table)
    }
    if let generated {
      throw .refuse(
        .invalidObjectDefinition,
        "cannot use generated column \"\(generated.column.name)\" in column generation expression",
        detail: "A generated column cannot reference another generated column.")
    }
    guard let target = column.type else { throw .unmodelled("A column without a type") }
    try assign(
      value, to: target, column: column.name.text, what: "generation expression", &analysis)
    if analysis.volatility != .immutable {
      try refuseInlining(analysis)
      throw .refuse(
        .invalidObjectDefinition, "generation expression is not immutable")
    }
    return StoredExpression(syntax: expression, references: analysis.references)
  }

  private func isGenerated(_ column: ScopeColumn, of table: ObjectID) -> Bool {
    guard let number = column.address?.column else { return false }
    return catalog.columns(of: table)[number - 1].generation != nil
  }

  /// A SQL function may be inlined before its volatility is asked for.
  func refuseInlining(_ analysis: ExpressionAnalysis) throws(Halt) {
    for address in analysis.references {
      if let routine = catalog.routines[address.object], routine.language == "sql" {
        throw .unmodelled("Whether a SQL function is inlined is not modelled")
      }
    }
  }

  // MARK: CHECK

  mutating func addChecks(
    _ checks: [Constraint], to table: ObjectID, isNewTable: Bool
  ) throws(Halt) {
    var names: [String] = []
    for check in checks {
      let name = try addCheck(check, to: table, isNewTable: isNewTable, others: names)
      if let name { names.append(name) }
    }
  }

  /// Adds a CHECK and gives its name; `nil` where it was merged with one that is there.
  @discardableResult
  mutating func addCheck(
    _ check: Constraint, to table: ObjectID, isNewTable: Bool, others: [String] = []
  ) throws(Halt) -> String? {
    guard case .check(let expression) = check.kind, let relation = catalog.relations[table] else {
      return nil
    }
    var analysis = ExpressionAnalysis(
      self, scope: try scope(of: table), position: .check)
    try analysis.requireBoolean(expression, in: "CHECK")
    let stored = StoredExpression(syntax: expression, references: analysis.references)
    let name: Identifier
    if let given = check.name {
      if others.contains(given.text) {
        throw .refuse(
          .duplicateObject, "check constraint \"\(given.text)\" already exists")
      }
      if try mergesCheck(given, stored, on: relation) { return nil }
      name = given
    } else {
      let columns = Set(analysis.ungrouped.map(\.column.name))
      name = freeConstraintName(
        relation.name.text, columns.count == 1 ? columns.first : nil, label: "check",
        in: relation.schema, reserved: others)
    }
    let id = catalog.takeID()
    catalog.add(
      TableConstraint(
        id: id, owner: table, name: name, rule: .check(stored),
        isValidated: isNewTable || !check.isNotValid, isNoInherit: check.isNoInherit))
    recordCheckEdges(id, of: table, stored)
    return name.text
  }

  private func mergesCheck(
    _ name: Identifier, _ stored: StoredExpression, on relation: Relation
  ) throws(Halt) -> Bool {
    guard let existing = catalog.constraint(named: name.text, of: relation.id) else { return false }
    if existing.isInherited(in: catalog), case .check(let other) = existing.rule,
      other.syntax == stored.syntax
    {
      throw .unmodelled("Merging with an inherited CHECK is not modelled")
    }
    throw .refuse(
      .duplicateObject,
      "constraint \"\(name.text)\" for relation \"\(relation.name.text)\" already exists")
  }

  mutating func recordCheckEdges(
    _ id: ObjectID, of table: ObjectID, _ stored: StoredExpression
  ) {
    let own = stored.references.filter { $0.object == table }
    catalog.record(id, on: own.isEmpty ? [ObjectAddress(object: table)] : own, .automatic)
    catalog.record(id, on: stored.references.filter { $0.object != table }, .normal)
  }
}

extension TableConstraint {
  /// Whether a parent of its table has it under the same name.
  func isInherited(in catalog: Catalog) -> Bool {
    guard case .check = rule, let name, let table = catalog.table(owner) else { return false }
    return table.inheritsFrom.contains { parent in
      guard let found = catalog.constraint(named: name.text, of: parent) else { return false }
      if case .check = found.rule { return !found.isNoInherit }
      return false
    }
  }
}
