import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func select(_ query: Query) throws(Halt) -> String {
    if case .select(let core) = query.body, core.into != nil {
      throw .unmodelled("SELECT INTO is not modelled")
    }
    if let tag = try setConfiguration(query) { return tag }
    var analysis = QueryAnalysis(self)
    _ = try analysis.columns(of: query)
    if let routine = analysis.references.compactMap({ catalog.routines[$0.object] })
      .first(where: { $0.volatility == "volatile" })
    {
      throw .unmodelled("What the function \(routine.name.text) does is not modelled")
    }
    demand(.runs(writing: nil))
    return "SELECT"
  }

  mutating func insert(_ insert: Insert) throws(Halt) -> String {
    _ = try analyze(insert, commonTables: [])
    return "INSERT 0"
  }

  mutating func update(_ update: Update) throws(Halt) -> String {
    _ = try analyze(update, commonTables: [])
    return "UPDATE"
  }

  mutating func delete(_ delete: Delete) throws(Halt) -> String {
    _ = try analyze(delete, commonTables: [])
    return "DELETE"
  }

  /// A data-changing statement inside WITH: the columns it returns.
  mutating func returning(
    _ statement: Statement, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> [OutputColumn] {
    switch statement.kind {
    case .insert(let insert): return try analyze(insert, commonTables: commonTables)
    case .update(let update): return try analyze(update, commonTables: commonTables)
    case .delete(let delete): return try analyze(delete, commonTables: commonTables)
    default: throw .unmodelled("This statement in WITH is not modelled")
    }
  }

  // MARK: Targets

  private mutating func target(_ name: ObjectName) throws(Halt) -> Table {
    let relation: Relation
    switch try findRelation(name) {
    case .known(let found): relation = found
    case .system: throw .unmodelled("Changing system catalogs is not modelled")
    case nil:
      try requireSchemaForQuery(name)
      throw .refuse(.undefinedTable, "relation \"\(name.description)\" does not exist")
    }
    switch relation {
    case .table(let table): return table
    case .view(let view) where view.isMaterialized:
      throw .refuse(
        .wrongObjectType, "cannot change materialized view \"\(view.name.text)\"")
    case .view: throw .unmodelled("Changes through views are not modelled")
    case .sequence(let sequence):
      throw .refuse(.wrongObjectType, "cannot change sequence \"\(sequence.name.text)\"")
    case .index(let index):
      throw .refuse(
        .wrongObjectType, "cannot open relation \"\(index.name.text)\"",
        detail: "This operation is not supported for indexes.")
    case .compositeType(_, _, let name, _):
      throw .refuse(
        .wrongObjectType, "cannot open relation \"\(name.text)\"",
        detail: "This operation is not supported for composite types.")
    }
  }

  private func base(
    _ with: WithClause?, _ commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> QueryAnalysis {
    var analysis = QueryAnalysis(self, commonTables: commonTables)
    if let with { try analysis.add(with) }
    return analysis
  }

  private func column(_ target: AssignmentTarget, of table: Table) throws(Halt) -> Int {
    guard let number = catalog.columnNumber(target.column.text, of: table.id) else {
      if SystemColumns.types[target.column.text] != nil {
        throw .unmodelled("A system column as target is not modelled")
      }
      throw missingColumn(target.column.text, of: .table(table))
    }
    if !target.path.isEmpty { throw .unmodelled("A part of a column as target is not modelled") }
    return number
  }

  // MARK: INSERT

  private mutating func analyze(
    _ insert: Insert, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> [OutputColumn] {
    var analysis = try base(insert.with, commonTables)
    let table = try target(insert.table)
    var columns: [Int] = []
    let isImplicit = insert.columns.isEmpty
    if isImplicit {
      columns = table.columns.indices.filter { !table.columns[$0].isDropped }.map { $0 + 1 }
      if mayBeUnseen(table.name.text) { throw .unmodelled("The table's columns may have changed") }
    }
    // The engine reads the source before it looks at the target's columns.
    let values = try values(of: insert.source, &analysis)
    for target in insert.columns {
      let number = try column(target, of: table)
      if columns.contains(number) {
        throw .refuse(
          .duplicateColumn, "column \"\(target.column.text)\" specified more than once")
      }
      columns.append(number)
    }
    try assign(values, to: columns, of: table, insert, isImplicit: isImplicit)
    let scope = try scope(of: table.id, name: insert.alias?.text)
    for conflict in insert.onConflict { try check(conflict, table, scope, &analysis) }
    demand(.runs(writing: table.id))
    return try self.columns(of: insert.returning, scope, &analysis)
  }

  /// Each row's values; `nil` where the row is a single query's.
  private func values(
    of source: InsertSource, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> [[InsertValue]] {
    guard case .query(let query) = source else { return [] }
    guard case .values(let rows) = query.body, query.with == nil, query.orderBy.isEmpty,
      query.limit == nil
    else {
      return [
        try analysis.columns(of: query).map {
          InsertValue(isDefault: false, type: QueryAnalysis.value($0))
        }
      ]
    }
    var result: [[InsertValue]] = []
    for row in rows {
      if row.count != rows[0].count {
        throw .refuse(.syntaxError, "VALUES lists must all be the same length")
      }
      var values: [InsertValue] = []
      for value in row {
        if case .defaultValue = value.kind {
          values.append(InsertValue(isDefault: true, type: .literal(nil)))
          continue
        }
        var expression = analysis.expressions(Scope(), at: .values)
        values.append(InsertValue(isDefault: false, type: try expression.type(of: value)))
        analysis.note(expression)
      }
      result.append(values)
    }
    return result
  }

  private struct InsertValue {
    var isDefault: Bool
    var type: ValueType
  }

  private func assign(
    _ rows: [[InsertValue]], to columns: [Int], of table: Table, _ insert: Insert,
    isImplicit: Bool
  ) throws(Halt) {
    guard let width = rows.first?.count else { return }
    if width > columns.count {
      throw .refuse(.syntaxError, "INSERT has more expressions than target columns")
    }
    if width < columns.count, !isImplicit {
      throw .refuse(.syntaxError, "INSERT has more target columns than expressions")
    }
    let hasRows = rows.count > 1
    for row in rows {
      for (value, number) in zip(row, columns) where !value.isDefault {
        let column = table.columns[number - 1]
        guard let type = column.type else { continue }
        if hasRows, case .literal = value.type, type.isUnknown { continue }
        var analysis = ExpressionAnalysis(self, scope: Scope(), position: .values)
        try assign(value.type, to: type, column: column.name.text, what: "expression", &analysis)
      }
    }
    for (place, number) in columns.prefix(width).enumerated() {
      let isGiven = rows.contains { !$0[place].isDefault }
      if isGiven { try refuseGenerated(table.columns[number - 1], insert) }
    }
  }

  private func refuseGenerated(_ column: Column, _ insert: Insert) throws(Halt) {
    let message = "cannot insert a non-DEFAULT value into column \"\(column.name.text)\""
    if column.identity?.isAlways == true, insert.overriding == nil {
      throw .refuse(
        .generatedAlways, message,
        detail: "Column \"\(column.name.text)\" is an identity column defined as "
          + "GENERATED ALWAYS.", hint: "Use OVERRIDING SYSTEM VALUE to override.")
    }
    if column.generation != nil {
      throw .refuse(
        .generatedAlways, message,
        detail: "Column \"\(column.name.text)\" is a generated column.")
    }
  }

  // MARK: ON CONFLICT

  private func check(
    _ conflict: OnConflict, _ table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) {
    try checkTarget(conflict.target, table, scope, &analysis)
    guard case .update(let assignments, let condition) = conflict.action else { return }
    var both = scope
    var excluded = try source(of: table.id, name: "excluded")
    excluded.isQualifiedOnly = true
    excluded.relation = nil
    both.sources.append(excluded)
    try check(assignments, of: table, both, &analysis)
    if let condition { try analysis.check(condition, in: "WHERE", both, .condition) }
  }

  private func checkTarget(
    _ target: ConflictTarget?, _ table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) {
    switch target {
    case nil: return
    case .constraint(let name):
      if catalog.constraint(named: name.text, of: table.id) != nil { return }
      if mayBeUnseen(table.name.text) { throw .unmodelled("The constraint may exist") }
      throw .refuse(
        .undefinedObject,
        "constraint \"\(name.text)\" for table \"\(table.name.text)\" does not exist")
    case .keys(let keys, let condition):
      if let condition { try analysis.check(condition, in: "WHERE", scope, .condition) }
      var numbers: Set<Int> = []
      for key in keys {
        guard let column = key.column else {
          throw .unmodelled("ON CONFLICT over an expression is not modelled")
        }
        guard let number = catalog.columnNumber(column.text, of: table.id) else {
          if mayBeUnseen(table.name.text) { throw .unmodelled("The column may exist") }
          throw .refuse(.undefinedColumn, "column \"\(column.text)\" does not exist")
        }
        numbers.insert(number)
      }
      try requireArbiter(numbers, table, isPartial: condition != nil)
    }
  }

  private func requireArbiter(
    _ numbers: Set<Int>, _ table: Table, isPartial: Bool
  ) throws(Halt) {
    for index in catalog.indexes(of: table.id) where index.isUnique {
      guard index.keys.allSatisfy({ $0.column != nil }),
        Set(index.keys.compactMap(\.column)) == numbers
      else { continue }
      if index.condition != nil {
        if isPartial { throw .unmodelled("Whether a predicate implies another is not modelled") }
        continue
      }
      return
    }
    if mayBeUnseen(table.name.text) { throw .unmodelled("A unique index may exist") }
    throw .refuse(
      .invalidColumnReference,
      "there is no unique or exclusion constraint matching the ON CONFLICT specification")
  }

  // MARK: UPDATE and DELETE

  private func check(
    _ assignments: [Assignment], of table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) {
    for assignment in assignments {
      var numbers: [Int] = []
      guard assignment.targets.count == 1 else {
        for target in assignment.targets { numbers.append(try column(target, of: table)) }
        try checkSeveral(assignment, scope, &analysis)
        continue
      }
      // The value is read before the target is looked at.
      var isDefault = false
      var value = ValueType.literal(nil)
      if case .defaultValue = assignment.value.kind {
        isDefault = true
      } else {
        var expression = analysis.expressions(scope, at: .value)
        value = try expression.type(of: assignment.value)
        analysis.note(expression)
      }
      let target = assignment.targets[0]
      if !target.path.isEmpty {
        var bare = target
        bare.path = []
        _ = try column(bare, of: table)
        throw .unmodelled("A part of a column as target is not modelled")
      }
      let number = try column(target, of: table)
      if isDefault { continue }
      let column = table.columns[number - 1]
      if let type = column.type {
        var expression = analysis.expressions(scope, at: .value)
        try assign(value, to: type, column: column.name.text, what: "expression", &expression)
      }
      if column.generation != nil {
        throw .refuse(
          .generatedAlways, "column \"\(column.name.text)\" can only be updated to DEFAULT",
          detail: "Column \"\(column.name.text)\" is a generated column.")
      }
      if column.identity?.isAlways == true {
        throw .refuse(
          .generatedAlways, "column \"\(column.name.text)\" can only be updated to DEFAULT",
          detail: "Column \"\(column.name.text)\" is an identity column defined as "
            + "GENERATED ALWAYS.")
      }
    }
  }

  private func checkSeveral(
    _ assignment: Assignment, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) {
    guard case .subquery(let query) = assignment.value.kind else {
      throw .unmodelled("A row assigned to several columns is not modelled")
    }
    var expression = analysis.expressions(scope, at: .value)
    let columns = try expression.subquery(query)
    analysis.note(expression)
    if columns.count != assignment.targets.count {
      throw .refuse(
        .syntaxError, "number of columns does not match number of values")
    }
  }

  private mutating func analyze(
    _ update: Update, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> [OutputColumn] {
    var analysis = try base(update.with, commonTables)
    let table = try target(update.table.name)
    var scope = try scope(of: table.id, name: update.table.alias?.name.text)
    for source in update.from { scope.sources += try analysis.sources(source, beside: Scope()) }
    if let condition = update.condition {
      try analysis.check(condition, in: "WHERE", scope, .condition)
    }
    let columns = try self.columns(of: update.returning, scope, &analysis)
    try check(update.assignments, of: table, scope, &analysis)
    demand(.runs(writing: table.id))
    return columns
  }

  private mutating func analyze(
    _ delete: Delete, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> [OutputColumn] {
    var analysis = try base(delete.with, commonTables)
    let table = try target(delete.table.name)
    var scope = try scope(of: table.id, name: delete.table.alias?.name.text)
    for source in delete.using { scope.sources += try analysis.sources(source, beside: Scope()) }
    if let condition = delete.condition {
      try analysis.check(condition, in: "WHERE", scope, .condition)
    }
    demand(.runs(writing: table.id))
    return try columns(of: delete.returning, scope, &analysis)
  }

  private func columns(
    of items: [SelectItem], _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> [OutputColumn] {
    if items.isEmpty { return [] }
    var core = SelectCore(items: items)
    core.from = []
    return try analysis.returning(core, scope)
  }
}
