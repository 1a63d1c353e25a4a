import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteCompiler {
  func select(
    _ core: SelectCore, _ query: Query, _ base: SQLiteScope, into plan: SQLiteQueryPlan
  ) throws(SQLiteHalt) {
    let select = SQLiteSelectPlan()
    let scope = SQLiteScope(parent: base)
    var conditions = try sources(core.from, scope, select)
    let items = try expand(core.items, scope)
    scope.aliases = items.compactMap { item in
      item.alias.map { ($0.text.asciiLowercased(), item.expression) }
    }
    if let condition = core.condition {
      for part in condition.conjuncts { conditions.append(try expression(part, in: scope)) }
    }
    try group(core, items, scope, select)
    try outputs(items, scope, select)
    if let having = core.having { select.having = try expression(having, in: scope) }
    for item in query.orderBy {
      plan.order.append(try term(item, items, scope, select))
    }
    select.isDistinct = core.distinct == .distinct
    if select.isDistinct, plan.order.contains(where: { $0.column == nil }) {
      throw .unmodelled("ORDER BY of something else than a column beside DISTINCT")
    }
    finishGroup(core, scope, select)
    try noteText(scope, select)
    select.isScanOrdered = isOrdered(select, scope, conditions)
    try distribute(conditions, select)
    plan.body = .select(select)
    plan.columns = select.columns
    plan.isCorrelated = scope.isCorrelated
  }

  /// Which columns of `sqlite_schema` are read.
  private func noteText(_ scope: SQLiteScope, _ select: SQLiteSelectPlan) throws(SQLiteHalt) {
    for number in select.sources.indices {
      guard case .schemaTable = select.sources[number].kind else { continue }
      if scope.referenced.contains(number << 16 | 3) {
        throw .unmodelled("The pages of a file are not modelled")
      }
      select.sources[number].readsText = scope.referenced.contains(number << 16 | 4)
    }
  }

  private func group(
    _ core: SelectCore, _ items: [SelectItem], _ scope: SQLiteScope, _ select: SQLiteSelectPlan
  ) throws(SQLiteHalt) {
    for term in core.groupBy {
      var expression = term
      if case .literal(.integer(let digits)) = term.kind {
        guard let number = Int(digits), items.indices.contains(number - 1) else {
          throw .unmodelled("GROUP BY of a number out of range")
        }
        expression = items[number - 1].expression
      }
      select.groups.append(try self.expression(expression, in: scope))
    }
    scope.aggregates = select.aggregates
    scope.bareColumns = []
  }

  private func finishGroup(_ core: SelectCore, _ scope: SQLiteScope, _ select: SQLiteSelectPlan) {
    select.isAggregate = !select.groups.isEmpty || !select.aggregates.calls.isEmpty
    guard select.isAggregate else { return }
    let grouped = select.groups.compactMap(\.column)
    select.bareColumns = scope.bareColumns.filter { bare in
      !grouped.contains { $0.source == bare.source && $0.column == bare.column }
    }
  }

  private func outputs(
    _ items: [SelectItem], _ scope: SQLiteScope, _ select: SQLiteSelectPlan
  ) throws(SQLiteHalt) {
    let aliases = scope.aliases
    scope.aliases = []
    defer { scope.aliases = aliases }
    for item in items {
      let compiled = try expression(item.expression, in: scope)
      select.outputs.append(compiled)
      select.columns.append(
        SQLiteQueryColumn(
          name: try name(of: item, scope), affinity: compiled.affinity,
          collation: compiled.collation))
    }
  }

  /// The name of a result's column.
  private func name(of item: SelectItem, _ scope: SQLiteScope) throws(SQLiteHalt) -> String {
    if let alias = item.alias { return alias.text }
    if case .column(let reference) = item.expression.kind {
      switch try scope.find(reference) {
      case .column(let level, let source, let column):
        return Self.ancestor(of: scope, level).sources[source].columns[column].name
      case .rowID(let level, let source):
        let owner = Self.ancestor(of: scope, level).sources[source]
        return owner.rowIDColumn.map { owner.columns[$0].name } ?? "rowid"
      default: break
      }
    }
    return database.text(of: item)
  }

  private func term(
    _ item: SortItem, _ items: [SelectItem], _ scope: SQLiteScope, _ select: SQLiteSelectPlan
  ) throws(SQLiteHalt) -> SQLiteSortTerm {
    var expression = item.expression
    var written: SQLiteCollation?
    while case .collate(let inner, let name) = expression.kind {
      written = written ?? SQLiteCollation(name.name)
      expression = inner
    }
    if case .literal(.integer(let digits)) = expression.kind, Int32(digits) != nil {
      guard let number = Int(digits), items.indices.contains(number - 1) else {
        throw .unmodelled("ORDER BY of a number out of range")
      }
      return sortTerm(item, column: number - 1, written ?? select.outputs[number - 1].collation)
    }
    if case .prefix(_, let operand) = expression.kind, case .literal(.integer) = operand.kind {
      throw .unmodelled("ORDER BY of a number with a sign")
    }
    if case .column(let reference) = expression.kind, reference.parts.count == 1 {
      let key = reference.column.text.asciiLowercased()
      if let place = items.firstIndex(where: { $0.alias?.text.asciiLowercased() == key }) {
        return sortTerm(item, column: place, written ?? select.outputs[place].collation)
      }
    }
    if let place = items.firstIndex(where: { $0.expression == expression }) {
      return sortTerm(item, column: place, written ?? select.outputs[place].collation)
    }
    let compiled = try self.expression(expression, in: scope)
    var term = sortTerm(item, column: nil, written ?? compiled.collation)
    term.expression = compiled
    return term
  }

  /// The items with `*` replaced by what it stands for.
  private func expand(
    _ items: [SelectItem], _ scope: SQLiteScope
  ) throws(SQLiteHalt) -> [SelectItem] {
    var expanded: [SelectItem] = []
    for item in items {
      guard case .wildcard(let qualifier) = item.expression.kind else {
        expanded.append(item)
        continue
      }
      let key = qualifier.last?.text.asciiLowercased()
      var isFound = false
      for (number, source) in scope.sources.enumerated() {
        if let key, source.key != key { continue }
        isFound = true
        for column in source.columns {
          if key == nil, source.merged.contains(column.key) { continue }
          expanded.append(Self.item(column, number, source))
        }
      }
      if !isFound { throw .unmodelled("* without a table") }
    }
    return expanded
  }

  /// An item that reads one column; the source's key tells it from others of the same name.
  private static func item(
    _ column: SQLiteScopeColumn, _ number: Int, _ source: SQLiteScopeSource
  ) -> SelectItem {
    let table = Identifier(source.key ?? "", quoting: .double)
    let name = Identifier(column.name, quoting: .double)
    let reference = ColumnReference(parts: source.key == nil ? [name] : [table, name])
    return SelectItem(
      expression: SQLExpression(kind: .column(reference)), alias: Identifier(column.name))
  }

  /// Puts each condition where it can first be decided, and finds how rows are looked up.
  private func distribute(_ conditions: [SQLiteExpression], _ select: SQLiteSelectPlan)
    throws(SQLiteHalt)
  {
    for condition in conditions {
      let sources = condition.reads.sources
      if sources == 0, !condition.reads.hasSubquery {
        select.conditions.append(condition)
        continue
      }
      var place = select.sources.count - 1
      if sources != 0, sources != UInt64.max {
        place = min(place, 63 - sources.leadingZeroBitCount)
      }
      if place < 0 {
        select.conditions.append(condition)
      } else {
        select.sources[place].filters.append(condition)
      }
    }
    for number in select.sources.indices { select.sources[number].findAccess(number) }
  }
}

extension SQLExpression {
  /// The operands of AND at the top, or the expression itself.
  var conjuncts: [SQLExpression] {
    if case .and(let operands) = kind { operands.flatMap(\.conjuncts) } else { [self] }
  }
}

extension SQLiteSourcePlan {
  /// Looks for a condition that names one row.
  mutating func findAccess(_ number: Int) {
    guard case .table(let table) = kind else { return }
    let terms = filters.compactMap(\.equality) + [condition?.equality].compactMap { $0 }
    var found: [Int: SQLiteExpression] = [:]
    for term in terms {
      for (mine, other) in [(term.left, term.right), (term.right, term.left)] {
        guard let column = mine.column, column.source == number,
          other.reads.sources >> UInt64(number) == 0, !other.reads.hasSubquery
        else { continue }
        let isRowID = column.column < 0 || column.column == table.rowIDColumn
        if isRowID {
          access = .rowID(other)
          return
        }
        let own = table.columns[column.column]
        let isFit =
          SQLiteAffinity.comparing(own.affinity, other.affinity) == own.affinity
          || own.affinity.isNumeric
        if isFit, term.collation == own.collation { found[column.column] = other }
      }
    }
    for (place, index) in table.uniqueIndexes.enumerated() where index.isPlain {
      let expressions = index.columns.compactMap { key in
        key.column.flatMap { column in
          table.columns[column].collation == key.collation ? found[column] : nil
        }
      }
      if expressions.count == index.columns.count {
        access = .unique(index: place, expressions)
        return
      }
    }
  }
}
