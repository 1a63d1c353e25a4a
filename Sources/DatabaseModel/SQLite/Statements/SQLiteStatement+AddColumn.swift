import HashTreeCollections
import SQLSyntax

extension SQLiteStatement {
  func alterTable(_ alter: AlterTable) throws(SQLiteStop) -> AppliedTransition {
    guard alter.actions.count == 1 else {
      throw .unmodelled(reason: "Several changes in one ALTER TABLE are not of SQLite")
    }
    switch alter.actions[0].kind {
    case .addColumn(let column, _, _): return try addColumn(column, to: alter.name)
    case .dropColumn(let column, _, _): return try dropColumn(column, of: alter.name)
    default: throw .unmodelled(reason: "This ALTER TABLE is not of SQLite")
    }
  }

  /// The table to alter, if it may be.
  func alterableTable(
    _ relation: SQLiteRelation, isView refusal: String
  ) throws(SQLiteStop) -> Table {
    if SQLiteReserved.isReserved(relation.name) {
      throw .error("table \(relation.name) may not be altered")
    }
    switch relation {
    case .view: throw .error(refusal)
    case .schemaTable(_, let name): throw .error("table \(name) may not be altered")
    case .table(let table): return table
    }
  }

  private func addColumn(
    _ column: ColumnDefinition, to name: ObjectName
  ) throws(SQLiteStop) -> AppliedTransition {
    let relation = try catalog.locate(name)
    if relation.isVirtual { throw .error("virtual tables may not be altered") }
    if relation.isView, !session.plantedFaults.contains(.viewsTakeColumns) {
      throw .error("Cannot add a column to a view")
    }
    let table = try alterableTable(relation, isView: "")
    guard var definition = table.definition else {
      throw .unmodelled(reason: "The statement that made \(table.name.text) is not known")
    }
    try checkGeneration(of: table)
    let added = try SQLiteTableShape(adding: column, to: table, of: catalog)
    var demands: [RowDemand] = []
    try checkAdded(added, to: table, &demands)
    definition.elements.insert(.column(column), at: definition.columnDefinitions.count)
    var editor = SQLiteEditor(catalog)
    let check = SQLiteSchemaCheck(self, catalog: catalog, schema: table.schema)
    try check.named(.table(table), when: "after add column") { () throws(SQLiteStop) in
      editor.replace(table, by: try reread(definition.numbered(), in: table.schema))
    }
    if case .table(let changed) = editor.catalog.relations[table.id] {
      try checkGeneration(of: changed)
    }
    demandAdded(added, table.id, editor.catalog, &demands)
    return changed(editor, "ALTER TABLE", demands: demands)
  }

  /// A table's statement as the engine loads it: it lets functions pass that do not exist, and
  /// stumbles over them when rows change.
  private func reread(
    _ definition: CreateTable, in schema: ObjectID
  ) throws(SQLiteStop) -> SQLiteTableShape {
    do throws(SQLiteStop) {
      return try SQLiteTableShape(definition, in: schema, of: catalog)
    } catch {
      if case .refused(let refusal) = error, refusal.message.hasPrefix("no such function") {
        throw .unmodelled(reason: "A function that may not exist is only missed later")
      }
      throw error
    }
  }

  /// What SQLite refuses of a new column, at once or where the table has rows.
  private func checkAdded(
    _ added: SQLiteTableShape, to table: Table, _ demands: inout [RowDemand]
  ) throws(SQLiteStop) {
    guard let column = added.columns.last else { return }
    if added.primaryKey != nil, !session.plantedFaults.contains(.primaryKeysCanBeAdded) {
      throw .error("Cannot add a PRIMARY KEY column")
    }
    if !added.keys.isEmpty, !session.plantedFaults.contains(.uniqueColumnsCanBeAdded) {
      throw .error("Cannot add a UNIQUE column")
    }
    if let generation = column.generation {
      if generation.isStored {
        try demandEmpty(table.id, "cannot add a STORED column", into: &demands)
      }
      return
    }
    let value = column.defaultValue?.syntax
    let isNull = value == nil || value?.kind == .literal(.null)
    if session.enforcesForeignKeys, !added.foreignKeys.isEmpty, !isNull {
      try demandEmpty(
        table.id, "Cannot add a REFERENCES column with non-NULL default value", into: &demands)
    }
    if column.isNotNull, isNull, !session.plantedFaults.contains(.nullsFillNewColumns) {
      try demandEmpty(
        table.id, "Cannot add a NOT NULL column with default value NULL", into: &demands)
    }
    if let value, !isNull, !value.isPlainConstant,
      !session.plantedFaults.contains(.anyDefaultFillsNewColumns)
    {
      try demandEmpty(
        table.id, "Cannot add a column with non-constant default", into: &demands)
    }
  }

  private func demandAdded(
    _ added: SQLiteTableShape, _ table: ObjectID, _ after: Catalog, _ demands: inout [RowDemand]
  ) {
    if session.tablesWithRows?.contains(table) == false { return }
    let constraints = after.parts[table]?.constraints ?? []
    let checks = constraints.filter { id in
      if case .check = after.constraints[id]?.rule { true } else { false }
    }
    if !added.checks.isEmpty { demands += checks.map { .holds(constraint: $0) } }
    if let column = added.columns.last, column.isNotNull, column.generation != nil {
      demands.append(.notNull(table: table, column: added.columns.count))
    }
  }
}

extension SQLExpression {
  /// Whether SQLite can work the value out without running a statement.
  fileprivate var isPlainConstant: Bool {
    switch kind {
    case .literal: true
    case .prefix(let sign, let operand): sign.symbol != "~" && operand.isPlainConstant
    case .cast(let operand, _): operand.isPlainConstant
    case .column(let reference): reference.column.key == "true" || reference.column.key == "false"
    default: false
    }
  }
}
