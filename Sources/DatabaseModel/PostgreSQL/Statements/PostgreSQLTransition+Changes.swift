import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  func check(
    _ assignments: [Assignment], of table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> [AnalyzedAssignment]? {
    var trees: [AnalyzedAssignment]? = []
    for assignment in assignments {
      let tree =
        assignment.targets.count == 1
        ? try checkOne(assignment, of: table, scope, &analysis)
        : try checkSeveral(assignment, of: table, scope, &analysis)
      if let tree { trees?.append(tree) } else { trees = nil }
    }
    return trees
  }

  private func checkOne(
    _ assignment: Assignment, of table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> AnalyzedAssignment? {
    // The value is read before the target is looked at.
    var isDefault = false
    var value = Operand(type: .literal(nil))
    if case .defaultValue = assignment.value.kind {
      isDefault = true
    } else {
      var expression = analysis.expressions(scope, at: .value)
      value = try expression.analyze(assignment.value)
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
    if isDefault { return .value(number, nil) }
    let column = table.columns[number - 1]
    var tree: AnalyzedExpression?
    if let type = column.type {
      var expression = analysis.expressions(scope, at: .value)
      tree = try assign(
        value, to: type, column: column.name.text, what: "expression", &expression)
    }
    try refuseGeneratedUpdate(column)
    return tree.map { .value(number, $0) }
  }

  private func refuseGeneratedUpdate(_ column: Column) throws(Halt) {
    let isIdentity = column.identity?.isAlways == true
    guard column.generation != nil || isIdentity else { return }
    throw .refuse(
      .generatedAlways, "column \"\(column.name.text)\" can only be updated to DEFAULT",
      detail: column.generation != nil
        ? "Column \"\(column.name.text)\" is a generated column."
        : "Column \"\(column.name.text)\" is an identity column defined as "
          + "GENERATED ALWAYS.")
  }

  private func checkSeveral(
    _ assignment: Assignment, of table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> AnalyzedAssignment? {
    var numbers: [Int] = []
    for target in assignment.targets { numbers.append(try column(target, of: table)) }
    guard case .subquery(let query) = assignment.value.kind else {
      throw .unmodelled("A row assigned to several columns is not modelled")
    }
    var expression = analysis.expressions(scope, at: .value)
    let (columns, tree) = try expression.subquery(query)
    analysis.note(expression)
    if columns.count != numbers.count {
      throw .refuse(
        .syntaxError, "number of columns does not match number of values")
    }
    var values: [AnalyzedExpression] = []
    for (index, number) in numbers.enumerated() {
      let column = table.columns[number - 1]
      guard let type = column.type else { return nil }
      let operand = QueryAnalysis.operand(columns[index], at: index)
      guard case .known = operand.type, column.generation == nil, column.identity == nil,
        let value = try assign(
          operand, to: type, column: column.name.text, what: "expression", &expression)
      else { return nil }
      values.append(value)
    }
    return tree.map { .query(numbers, $0, values: values) }
  }

  mutating func analyze(
    _ update: Update, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> (columns: [OutputColumn], tree: AnalyzedStatement) {
    var (analysis, tables) = try base(update.with, commonTables)
    let table = try target(update.table.name)
    var scope = try scope(of: table.id, name: update.table.alias?.name.text)
    let from = try add(update.from, to: &scope, &analysis)
    var condition: AnalyzedExpression?
    if let filter = update.condition {
      condition = try analysis.check(filter, in: "WHERE", scope, .condition)
    }
    let columns = try self.columns(of: update.returning, scope, &analysis)
    let assignments = try check(update.assignments, of: table, scope, &analysis)
    demand(.runs(writing: table.id))
    guard let tables, let from, let assignments, let returning = QueryAnalysis.returning(columns),
      (condition == nil) == (update.condition == nil)
    else { return (columns, .unmodelled(reason: analysis.reason)) }
    let tree = AnalyzedUpdate(
      commonTables: tables, table: table.id, isOnly: update.table.isOnly, from: from,
      sourceCount: analysis.nextSource, condition: condition, assignments: assignments,
      returning: update.returning.isEmpty ? nil : returning)
    return (columns, .update(tree))
  }

  /// The other tables of UPDATE and DELETE, numbered after the target.
  private func add(
    _ items: [TableSource], to scope: inout Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> [AnalyzedSource]? {
    analysis.nextSource = 1
    var trees: [AnalyzedSource]? = []
    for source in items {
      let item = try analysis.item(source, beside: Scope())
      scope.sources += item.sources
      if let tree = item.tree { trees?.append(tree) } else { trees = nil }
    }
    return trees
  }

  mutating func analyze(
    _ delete: Delete, commonTables: [[String: ScopeSource]]
  ) throws(Halt) -> (columns: [OutputColumn], tree: AnalyzedStatement) {
    var (analysis, tables) = try base(delete.with, commonTables)
    let table = try target(delete.table.name)
    var scope = try scope(of: table.id, name: delete.table.alias?.name.text)
    let using = try add(delete.using, to: &scope, &analysis)
    var condition: AnalyzedExpression?
    if let filter = delete.condition {
      condition = try analysis.check(filter, in: "WHERE", scope, .condition)
    }
    demand(.runs(writing: table.id))
    let columns = try self.columns(of: delete.returning, scope, &analysis)
    guard let tables, let using, let returning = QueryAnalysis.returning(columns),
      (condition == nil) == (delete.condition == nil)
    else { return (columns, .unmodelled(reason: analysis.reason)) }
    let tree = AnalyzedDelete(
      commonTables: tables, table: table.id, isOnly: delete.table.isOnly, using: using,
      sourceCount: analysis.nextSource, condition: condition,
      returning: delete.returning.isEmpty ? nil : returning)
    return (columns, .delete(tree))
  }

  func columns(
    of items: [SelectItem], _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> [OutputColumn] {
    if items.isEmpty { return [] }
    var core = SelectCore(items: items)
    core.from = []
    return try analysis.returning(core, scope)
  }
}
