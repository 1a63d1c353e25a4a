import HashTreeCollections
import SQLSyntax

extension Catalog {
  /// Tables of a schema, oldest first.
  package func tables(inSchema name: String) -> [Table] {
    relations(inSchema: name).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Views of a schema, oldest first.
  package func views(inSchema name: String) -> [View] {
    relations(inSchema: name).compactMap { if case .view(let view) = $0 { view } else { nil } }
  }

  /// Indexes of a schema, oldest first.
  package func indexes(inSchema name: String) -> [TableIndex] {
    relations(inSchema: name).compactMap { if case .index(let index) = $0 { index } else { nil } }
  }

  /// Triggers of a schema, oldest first.
  package func triggers(inSchema name: String) -> [Trigger] {
    guard let schema = schemaNames[name] else { return [] }
    return triggers.values.filter { $0.schema == schema }.sorted { $0.id < $1.id }
  }

  /// Indexes of a table, oldest first, those of its constraints among them.
  package func indexes(onTable id: ObjectID) -> [TableIndex] {
    (parts[id]?.indexes ?? []).compactMap { index in
      if case .index(let found) = relations[index] { found } else { nil }
    }
  }

  /// Constraints of a table, oldest first.
  package func constraints(onTable id: ObjectID) -> [TableConstraint] {
    (parts[id]?.constraints ?? []).compactMap { constraints[$0] }
  }

  /// The table, view, index or sequence of a name in its dialect's comparison form.
  package func relation(named name: String, inSchema schema: String) -> Relation? {
    guard let id = schemaNames[schema] else { return nil }
    return relationNames[NameKey(schema: id, name: name)].flatMap { relations[$0] }
  }

  private func relations(inSchema name: String) -> [Relation] {
    guard let schema = schemaNames[name] else { return [] }
    return relationNames.filter { $0.key.schema == schema }.map(\.value).sorted()
      .compactMap { relations[$0] }
  }
}
