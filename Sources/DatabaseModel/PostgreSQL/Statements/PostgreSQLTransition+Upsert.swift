import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  func check(
    _ conflict: OnConflict, _ table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> AnalyzedConflict? {
    let arbiters = try checkTarget(conflict.target, table, scope, &analysis)
    guard case .update(let assignments, let condition) = conflict.action else {
      return arbiters.map { AnalyzedConflict(arbiters: $0, action: .nothing) }
    }
    var both = scope
    var excluded = try source(of: table.id, name: "excluded").numbered(1)
    excluded.isQualifiedOnly = true
    excluded.relation = nil
    both.sources.append(excluded)
    let trees = try check(assignments, of: table, both, &analysis)
    var filter: AnalyzedExpression?
    if let condition {
      filter = try analysis.check(condition, in: "WHERE", both, .condition)
      if filter == nil { return nil }
    }
    guard let arbiters, let trees else { return nil }
    return AnalyzedConflict(arbiters: arbiters, action: .update(trees, condition: filter))
  }

  /// The indexes that decide; `nil` where that is not known.
  private func checkTarget(
    _ target: ConflictTarget?, _ table: Table, _ scope: Scope, _ analysis: inout QueryAnalysis
  ) throws(Halt) -> [ObjectID]? {
    switch target {
    case nil: return []
    case .constraint(let name):
      if let found = catalog.constraint(named: name.text, of: table.id) {
        return found.rule.index.map { [$0] }
      }
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
      return try requireArbiters(numbers, table, condition)
    }
  }

  private func requireArbiters(
    _ numbers: Set<Int>, _ table: Table, _ condition: SQLExpression?
  ) throws(Halt) -> [ObjectID] {
    var arbiters: [ObjectID] = []
    var mayHaveMore = false
    for index in catalog.indexes(of: table.id) where index.isUnique {
      guard index.keys.allSatisfy({ $0.column != nil }),
        Set(index.keys.compactMap(\.column)) == numbers
      else { continue }
      if let predicate = index.condition {
        if condition == predicate.syntax {
          arbiters.append(index.id)
        } else if condition != nil {
          mayHaveMore = true
        }
        continue
      }
      arbiters.append(index.id)
    }
    if mayHaveMore { throw .unmodelled("Whether a predicate implies another is not modelled") }
    if !arbiters.isEmpty { return arbiters }
    if mayBeUnseen(table.name.text) { throw .unmodelled("A unique index may exist") }
    throw .refuse(
      .invalidColumnReference,
      "there is no unique or exclusion constraint matching the ON CONFLICT specification")
  }
}
