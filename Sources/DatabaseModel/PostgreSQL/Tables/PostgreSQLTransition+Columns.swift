import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  // MARK: ADD COLUMN

  mutating func addColumn(
    _ definition: ColumnDefinition, ifNotExists: Bool, _ work: inout AlterTableWork
  ) throws(Halt) {
    guard let table = catalog.table(work.table) else { return }
    if table.partitionBound != nil {
      throw .refuse(.wrongObjectType, "cannot add column to a partition")
    }
    let name = definition.name.text
    if SystemColumns.types[name] != nil {
      throw .refuse(
        .duplicateColumn, "column name \"\(name)\" conflicts with a system column name")
    }
    if catalog.columnNumber(name, of: work.table) != nil {
      guard ifNotExists else {
        throw .refuse(
          .duplicateColumn, "column \"\(name)\" of relation \"\(table.name.text)\" already exists")
      }
      notice(
        "column \"\(name)\" of relation \"\(table.name.text)\" already exists, skipping",
        state: .duplicateColumn)
      return
    }
    if mayBeUnseen(table.name.text) { throw .unmodelled("The column may exist") }
    var plan = try self.plan(definition, of: table.name.text)
    if plan.constraints.contains(where: \.isPrimaryKey) {
      try refuseSecondPrimaryKey(plan.constraints, table)
    }
    if table.columns.count >= 1600 {
      throw .refuse(.tooManyColumns, "tables can have at most 1600 columns")
    }
    try checkColumnType(plan.column)
    if let sequence = plan.sequence {
      plan.column.ownedSequence = try makeSequence(
        sequence, table: table.name.text, column: name, schema: table.schema,
        persistence: table.persistence)
    }
    try addColumn(plan, to: table.id, &work)
    try addToChildren(plan, of: table, &work)
    for constraint in plan.constraints {
      switch constraint.kind {
      case .primaryKey, .unique, .exclude: work.pendingKeys.append(constraint)
      default: work.pendingOthers.append(constraint)
      }
    }
  }

  private func refuseSecondPrimaryKey(_ constraints: [Constraint], _ table: Table) throws(Halt) {
    if constraints.count(where: \.isPrimaryKey) > 1 {
      throw .refuse(
        .invalidTableDefinition,
        "multiple primary keys for table \"\(table.name.text)\" are not allowed")
    }
  }

  private mutating func addColumn(
    _ plan: ColumnPlan, to table: ObjectID, _ work: inout AlterTableWork
  ) throws(Halt) {
    let number = catalog.columns(of: table).count + 1
    let address = ObjectAddress(object: table, column: number)
    catalog.updateTable(table) { $0.columns.append(plan.column) }
    recordTypeEdge(address, plan.column.type)
    if let sequence = plan.sequence, let id = plan.column.ownedSequence {
      work.rewrites = true
      attach(id, sequence, to: address)
    }
    if plan.defaultExpression != nil || plan.generation != nil || plan.sequence != nil,
      let owner = catalog.table(table)
    {
      try checkRowTypeUsers(of: owner)
    }
    if let analysis = try addDefault(plan, at: address) {
      try evaluate(plan, analysis, at: address, &work)
    } else if plan.generation != nil {
      work.rewrites = true
      if let stored = catalog.columns(of: table)[number - 1].generation?.expression {
        demand(.evaluates(table: table, stored))
      }
    }
    let hasValue = plan.sequence != nil || hasValueByDefault(plan)
    if plan.column.isNotNull, !hasValue { demand(.notNull(table: table, column: number)) }
    if case .user(let id) = plan.column.type?.reference,
      case .domain(let domain) = catalog.types[id]?.form,
      domain.isNotNull || !catalog.constraints(of: id).isEmpty
    {
      throw .unmodelled("A column of a constrained domain is added")
    }
  }

  private func hasValueByDefault(_ plan: ColumnPlan) -> Bool {
    switch plan.defaultExpression?.kind {
    case nil: false
    case .literal(.null): false
    case .literal, .prefix, .call, .current, .cast: true
    default: false
    }
  }

  /// A default that is no constant runs for each row; a constant one runs at once.
  private func constantRefusal(
    _ expression: SQLExpression, as type: DataType
  ) throws(Halt) -> Halt? {
    guard let value = ConstantArithmetic.value(of: expression) else { return nil }
    switch value {
    case .failure(let refusal): return refusal
    case .success(let number):
      let ranges: [String: ClosedRange<Int>] = [
        "int2": -32768...32767, "int4": -2_147_483_648...2_147_483_647,
      ]
      guard let name = baseType(type).builtinName, let range = ranges[name] else { return nil }
      if range.contains(number) { return nil }
      return .refuse(.numericValueOutOfRange, "\(displayName(of: .builtin(name))) out of range")
    }
  }

  private mutating func evaluate(
    _ plan: ColumnPlan, _ analysis: ExpressionAnalysis, at address: ObjectAddress,
    _ work: inout AlterTableWork
  ) throws(Halt) {
    guard let type = plan.column.type, let expression = plan.defaultExpression else { return }
    if ConstantArithmetic.value(of: expression) != nil {
      if let refusal = try constantRefusal(expression, as: type) { throw refusal }
      return
    }
    let column = catalog.columns(of: address.object)[(address.column ?? 1) - 1]
    if analysis.volatility == .volatile {
      work.rewrites = true
      if analysis.canFail, let stored = column.defaultValue {
        demand(.evaluates(table: address.object, stored))
      }
      return
    }
    if analysis.canFail {
      throw .unmodelled("Whether a default's value can be computed is not sure")
    }
    if !type.modifiers.isEmpty,
      !["timestamp", "timestamptz", "interval"].contains(
        type.builtinName ?? "")
    {
      try checkLength(of: expression, type)
    }
  }

  /// A literal must fit the length of its column.
  private func checkLength(of expression: SQLExpression, _ type: DataType) throws(Halt) {
    var inner = expression
    while case .cast(let operand, _) = inner.kind { inner = operand }
    guard case .literal(.string(let text)) = inner.kind, let name = type.builtinName,
      name == "varchar" || name == "bpchar", let limit = type.modifiers.first
    else {
      if case .literal(.null) = inner.kind { return }
      if case .call = inner.kind, type.builtinName != "numeric" {
        throw .unmodelled("Whether a default fits its column is not sure")
      }
      return
    }
    if text.unicodeScalars.count <= limit { return }
    if text.unicodeScalars.dropFirst(limit).allSatisfy({ $0 == " " }) { return }
    throw .refuse(
      "22001", "value too long for type \(fullDisplayName(of: type))")
  }

  private mutating func addToChildren(
    _ plan: ColumnPlan, of table: Table, _ work: inout AlterTableWork
  ) throws(Halt) {
    let children = catalog.children(of: table.id)
    if children.isEmpty { return }
    if work.isOnly {
      throw .refuse(.invalidTableDefinition, "column must be added to child tables too")
    }
    if plan.column.identity != nil || plan.sequence?.isIdentity == true {
      throw .unmodelled("An identity column for child tables is not modelled")
    }
    for child in children { try addInherited(plan, to: child, &work) }
  }

  private mutating func addInherited(
    _ plan: ColumnPlan, to child: ObjectID, _ work: inout AlterTableWork
  ) throws(Halt) {
    guard let table = catalog.table(child) else { return }
    let name = plan.column.name.text
    if let number = catalog.columnNumber(name, of: child) {
      if table.columns[number - 1].type != plan.column.type {
        throw .refuse(
          .datatypeMismatch,
          "child table \"\(table.name.text)\" has different type for column \"\(name)\"")
      }
      catalog.updateColumn(number, of: child) { $0.isInherited = true }
      notice("merging definition of column \"\(name)\" for child \"\(table.name.text)\"")
      return
    }
    var copy = plan
    copy.column.isInherited = true
    copy.sequence = nil
    try addColumn(copy, to: child, &work)
    for grandchild in catalog.children(of: child) { try addInherited(plan, to: grandchild, &work) }
  }

  // MARK: Finding

  /// The number of a column that an action may change.
  func alterable(_ name: Identifier, _ work: AlterTableWork) throws(Halt) -> Int {
    guard let relation = catalog.relations[work.table] else { return 0 }
    if let number = catalog.columnNumber(name.text, of: work.table) { return number }
    if SystemColumns.types[name.text] != nil {
      throw .refuse(.featureNotSupported, "cannot alter system column \"\(name.text)\"")
    }
    throw missingColumn(name.text, of: relation)
  }
}
