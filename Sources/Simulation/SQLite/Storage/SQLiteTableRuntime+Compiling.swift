import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteCompiler {
  /// Makes a table of the catalog ready for rows.
  func runtime(of table: Table, in catalog: Catalog) throws(SQLiteHalt) -> SQLiteTableRuntime {
    if table.definition == nil { throw .unmodelled("\(table.name.text) is a virtual table") }
    let runtime = SQLiteTableRuntime(table)
    addColumns(runtime)
    let scope = SQLiteScope(sources: [runtime.source])
    for (position, column) in table.columns.enumerated() {
      guard let generation = column.generation else { continue }
      runtime.columns[position].isStored = generation.isStored
      runtime.columns[position].generation =
        try expression(generation.expression.syntax, in: scope).evaluate
      runtime.hasGenerated = true
    }
    runtime.insertable = table.columns.indices.filter { table.columns[$0].generation == nil }
    try addConstraints(runtime, catalog)
    try addIndexes(runtime, catalog)
    return runtime
  }

  private func addColumns(_ runtime: SQLiteTableRuntime) {
    for (position, column) in runtime.table.columns.enumerated() {
      var words: String?
      if case .declared(let text) = column.type?.reference { words = text }
      var affinity = SQLiteAffinity(declaredType: words)
      let strict = runtime.isStrict ? words?.asciiUppercased() : nil
      if strict == "ANY" { affinity = .blob }
      var made = SQLiteColumnRuntime(
        name: column.name.text, key: column.name.key(in: .sqlite), affinity: affinity,
        collation: column.collation.flatMap { SQLiteCollation($0.name) } ?? .binary,
        isNotNull: column.isNotNull, notNullConflict: column.notNullConflict,
        defaultValue: column.defaultValue?.syntax)
      made.strictType = strict
      if let value = made.defaultValue {
        if let found = try? expression(value, in: SQLiteScope()).constant {
          made.constantDefault = found
        }
      } else {
        made.constantDefault = .null
      }
      runtime.columns.append(made)
      runtime.positions[made.key] = position
      if made.isNotNull { runtime.hasNotNull = true }
    }
    var source = SQLiteScopeSource(
      key: runtime.table.name.key(in: .sqlite),
      columns: runtime.columns.map {
        SQLiteScopeColumn($0.name, affinity: $0.affinity, collation: $0.collation)
      })
    source.schemaKey = runtime.table.persistence == .temporary ? "temp" : "main"
    source.hasRowID = !runtime.isWithoutRowID
    source.rowIDColumn = runtime.rowIDColumn
    runtime.source = source
  }

  private func addConstraints(_ runtime: SQLiteTableRuntime, _ catalog: Catalog) throws(SQLiteHalt)
  {
    for constraint in catalog.constraints(of: runtime.table.id) {
      switch constraint.rule {
      case .check(let condition):
        let scope = SQLiteScope(sources: [runtime.source])
        let compiled = try expression(condition.syntax, in: scope)
        runtime.checks.append(
          SQLiteCheckRuntime(
            evaluate: compiled.evaluate, name: constraint.name?.text,
            number: runtime.checks.count, syntax: condition.syntax,
            columns: Set(scope.referenced.map { $0 & 0xffff })))
      case .primaryKey(let columns, let index):
        runtime.primaryColumns = columns.map { $0 - 1 }
        if index == nil { runtime.rowIDConflict = constraint.conflict }
      default: break
      }
    }
  }

  private func addIndexes(_ runtime: SQLiteTableRuntime, _ catalog: Catalog) throws(SQLiteHalt) {
    var conflicts: [ObjectID: ConflictResolution] = [:]
    for constraint in catalog.constraints(of: runtime.table.id) {
      switch constraint.rule {
      case .primaryKey(_, let index?), .unique(_, let index?, _):
        if let conflict = constraint.conflict { conflicts[index] = conflict }
      default: break
      }
    }
    var slots = 0
    for index in catalog.indexes(of: runtime.table.id) {
      let made = SQLiteIndexRuntime(
        index, conflict: conflicts[index.id], slot: index.isUnique ? slots : -1)
      if index.isUnique { slots += 1 }
      try addKeys(of: index, to: made, runtime)
      runtime.indexes.insert(made, at: 0)
      if made.isPrimary, runtime.isWithoutRowID { runtime.primarySlot = made.slot }
    }
    runtime.indexes =
      runtime.indexes.filter { $0.conflict != .replace }
      + runtime.indexes.filter { $0.conflict == .replace }
    runtime.uniqueIndexes = runtime.indexes.filter(\.isUnique)
  }

  private func addKeys(
    of index: TableIndex, to made: SQLiteIndexRuntime, _ runtime: SQLiteTableRuntime
  ) throws(SQLiteHalt) {
    let scope = SQLiteScope(sources: [runtime.source])
    if let condition = index.condition {
      made.condition = try expression(condition.syntax, in: scope).evaluate
    }
    for key in index.keys {
      var collation = key.collation.flatMap { SQLiteCollation($0.name) }
      var evaluation: SQLiteEvaluation?
      if let stored = key.expression {
        let compiled = try expression(stored.syntax, in: scope)
        evaluation = compiled.evaluate
        collation = collation ?? compiled.collation
      }
      made.columns.append(
        SQLiteIndexRuntime.Key(
          column: key.column.map { $0 - 1 }, expression: evaluation,
          collation: collation ?? .binary, isDescending: key.direction == .descending))
    }
    made.read = Set(scope.referenced.map { $0 & 0xffff })
    made.read.formUnion(made.columns.compactMap(\.column))
  }
}
