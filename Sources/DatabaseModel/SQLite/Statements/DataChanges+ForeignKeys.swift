import HashTreeCollections
import SQLSyntax

extension DataChanges {
  /// Looks for foreign keys that do not fit, which SQLite does only when rows change.
  func checkForeignKeys(
    _ table: Table, _ event: TriggerEvent, changed: Set<String>? = nil
  ) throws(SQLiteStop) {
    guard statement.session.enforcesForeignKeys else { return }
    for key in catalog.foreignKeys(of: table.id).reversed() {
      if let changed,
        !key.columns.contains(where: {
          changed.contains(table.columns[$0 - 1].name.key)
        })
      {
        continue
      }
      try check(key, of: table)
    }
    try checkChildren(of: table, event)
  }

  private func check(_ key: ForeignKey, of child: Table) throws(SQLiteStop) {
    guard case .name(let name, let columns) = key.target else { return }
    let parent = try catalog.locate(ObjectName(name: name), boundTo: child.schema)
    guard case .table(let table) = parent, catalog.hasKey(key, columns, in: table) else {
      throw .error(
        "foreign key mismatch - \"\(child.name.text)\" referencing \"\(name.text)\"")
    }
  }

  private func checkChildren(of parent: Table, _ event: TriggerEvent) throws(SQLiteStop) {
    for (_, relation) in catalog.relations {
      guard case .table(let child) = relation, child.schema == parent.schema else { continue }
      for key in catalog.foreignKeys(of: child.id) {
        guard case .name(let name, let columns) = key.target, name.key == parent.name.key
        else { continue }
        let isFit = catalog.hasKey(key, columns, in: parent)
        let acts = key.onDelete != .noAction || key.onUpdate != .noAction
        let hasTriggers = !(catalog.parts[child.id]?.triggers.isEmpty ?? true)
        if !isFit || acts && hasTriggers {
          throw .unmodelled(reason: "A foreign key from \(child.name.text) decides")
        }
      }
    }
  }
}

extension Catalog {
  /// Whether the parent has a key over the columns that a foreign key refers to.
  fileprivate func hasKey(_ key: ForeignKey, _ names: [Identifier], in parent: Table) -> Bool {
    let numbers = names.compactMap { name in
      parent.columns.firstIndex { $0.name.key == name.key }.map { $0 + 1 }
    }
    if numbers.count != names.count { return false }
    if key.columns.count == 1, let rowID = parent.rowIDColumn,
      names.isEmpty || numbers == [rowID]
    {
      return true
    }
    return (parts[parent.id]?.indexes ?? []).contains { id in
      guard case .index(let index) = relations[id], index.isUnique, index.condition == nil,
        index.keys.count == key.columns.count
      else { return false }
      if names.isEmpty { return index.isPrimary }
      return index.keys.allSatisfy { part in
        guard let column = part.column, numbers.contains(column) else { return false }
        let own = parent.columns[column - 1].collation?.name.key ?? "binary"
        return (part.collation?.name.key ?? "binary") == own
      }
    }
  }
}
