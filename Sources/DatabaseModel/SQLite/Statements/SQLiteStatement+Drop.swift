import HashTreeCollections
import SQLSyntax

extension SQLiteStatement {
  func drop(_ drop: Drop) throws(SQLiteStop) -> AppliedTransition {
    guard let name = drop.objects.first?.name, drop.objects.count == 1 else {
      throw .unmodelled(reason: "DROP of several objects is not of SQLite")
    }
    switch drop.kind {
    case .table: return try dropRelation(name, isView: false, ifExists: drop.ifExists)
    case .view: return try dropRelation(name, isView: true, ifExists: drop.ifExists)
    case .index: return try dropIndex(name, ifExists: drop.ifExists)
    case .trigger: return try dropTrigger(name, ifExists: drop.ifExists)
    default: throw .unmodelled(reason: "DROP \(drop.kind.rawValue) is not of SQLite")
    }
  }

  private func dropRelation(
    _ name: ObjectName, isView: Bool, ifExists: Bool
  ) throws(SQLiteStop) -> AppliedTransition {
    let tag = isView ? "DROP VIEW" : "DROP TABLE"
    let relation: SQLiteRelation
    do throws(SQLiteStop) {
      relation = try catalog.locate(name, isView: isView)
    } catch .refused(let error) {
      if ifExists, !session.plantedFaults.contains(.droppedTablesMustExist) {
        return unchanged(tag)
      }
      throw .refused(error)
    }
    guard let id = relation.id, !mayNotBeDropped(relation.name) else {
      throw .error("table \(relation.name) may not be dropped")
    }
    if isView, !relation.isView {
      throw .error("use DROP TABLE to delete table \(relation.name)")
    }
    if !isView, relation.isView, !session.plantedFaults.contains(.dropTableDropsViews) {
      throw .error("use DROP VIEW to delete view \(relation.name)")
    }
    var editor = SQLiteEditor(catalog)
    if case .table(let table) = relation { try dropShadows(of: table, &editor) }
    editor.remove(relation: id)
    return changed(editor, tag, demands: isView ? [] : dropDemands(id))
  }

  private func mayNotBeDropped(_ name: String) -> Bool {
    let key = name.asciiLowercased()
    return key.hasPrefix("sqlite_") && !key.hasPrefix("sqlite_stat")
      && key != "sqlite_parameters"
  }

  /// With foreign keys enforced, dropping a table deletes its rows first.
  private func dropDemands(_ id: ObjectID) -> [RowDemand] {
    session.enforcesForeignKeys ? [.runs(writing: id)] : []
  }

  private func dropShadows(of table: Table, _ editor: inout SQLiteEditor) throws(SQLiteStop) {
    guard case .virtual(let module, _) = table.kind else { return }
    for suffix in SQLiteModule.shadowSuffixes(module.asciiLowercased()) {
      let name = Identifier("\(table.name.text)_\(suffix)")
      if let shadow = catalog.relation(name, in: table.schema)?.id {
        editor.remove(relation: shadow)
      }
    }
  }

  private func dropIndex(
    _ name: ObjectName, ifExists: Bool
  ) throws(SQLiteStop) -> AppliedTransition {
    guard let index = try named(name, { catalog.index(name.name, in: $0) }) else {
      if ifExists { return unchanged("DROP INDEX") }
      throw .error("no such index: \(name.qualifiedText)")
    }
    if index.isAutomatic {
      if session.plantedFaults.contains(.indexesOfKeysCanGo) { return unchanged("DROP INDEX") }
      throw .error(
        "index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped")
    }
    var editor = SQLiteEditor(catalog)
    editor.remove(index: index.id)
    return changed(editor, "DROP INDEX")
  }

  private func dropTrigger(
    _ name: ObjectName, ifExists: Bool
  ) throws(SQLiteStop) -> AppliedTransition {
    guard let trigger = try named(name, { catalog.trigger(name.name, in: $0) }) else {
      if ifExists { return unchanged("DROP TRIGGER") }
      throw .error("no such trigger: \(name.qualifiedText)")
    }
    var editor = SQLiteEditor(catalog)
    editor.remove(trigger: trigger.id)
    return changed(editor, "DROP TRIGGER")
  }

  /// What a qualified name stands for; in a schema that is not there, nothing.
  private func named<Value>(
    _ name: ObjectName, _ find: (ObjectID?) -> Value?
  ) throws(SQLiteStop) -> Value? {
    guard let schema = name.schema else { return find(nil) }
    guard let id = catalog.schemaNames[schema.key] else { return nil }
    return find(id)
  }
}
