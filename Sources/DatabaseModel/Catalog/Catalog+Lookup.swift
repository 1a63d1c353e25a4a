import HashTreeCollections
package import SQLSyntax

extension Catalog {
  package func schemaID(_ name: String) -> ObjectID? { schemaNames[name] }

  /// The relation of a name in a schema; the name in its dialect's comparison form.
  package func relationID(_ name: String, in schema: ObjectID) -> ObjectID? {
    relationNames[NameKey(schema: schema, name: name)]
  }

  package func table(_ id: ObjectID) -> Table? {
    if case .table(let table) = relations[id] { table } else { nil }
  }

  package func view(_ id: ObjectID) -> View? {
    if case .view(let view) = relations[id] { view } else { nil }
  }

  package func index(_ id: ObjectID) -> TableIndex? {
    if case .index(let index) = relations[id] { index } else { nil }
  }

  package func sequence(_ id: ObjectID) -> SequenceDefinition? {
    if case .sequence(let sequence) = relations[id] { sequence } else { nil }
  }

  /// Constraints of a table or domain, oldest first.
  package func constraints(of owner: ObjectID) -> [TableConstraint] {
    (parts[owner]?.constraints ?? []).compactMap { constraints[$0] }
  }

  /// Indexes of a table or materialized view, oldest first.
  package func indexes(of table: ObjectID) -> [TableIndex] {
    (parts[table]?.indexes ?? []).compactMap { index($0) }
  }

  package func triggers(of table: ObjectID) -> [Trigger] {
    (parts[table]?.triggers ?? []).compactMap { triggers[$0] }
  }

  package func policies(of table: ObjectID) -> [Policy] {
    (parts[table]?.policies ?? []).compactMap { policies[$0] }
  }

  package func constraint(named name: String, of owner: ObjectID) -> TableConstraint? {
    constraints(of: owner).first { $0.name?.text == name }
  }

  /// The columns of a table, view or composite type, dropped ones among them.
  package func columns(of relation: ObjectID) -> [Column] {
    switch relations[relation] {
    case .table(let table): table.columns
    case .view(let view): view.columns
    case .compositeType(_, _, _, let type):
      if case .composite(let columns) = types[type]?.form { columns } else { [] }
    default: []
    }
  }

  /// The number of a column that is not dropped.
  package func columnNumber(_ name: String, of relation: ObjectID) -> Int? {
    columns(of: relation).firstIndex { !$0.isDropped && $0.name.text == name }.map { $0 + 1 }
  }

  /// Tables that inherit from this one, partitions among them, oldest first.
  package func children(of table: ObjectID) -> [ObjectID] {
    (dependents[table] ?? []).filter { edge in
      edge.referenced.column == nil
        && self.table(edge.dependent.object)?.inheritsFrom.contains(table) == true
    }.map(\.dependent.object).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// All tables below this one, parents before children.
  package func descendants(of table: ObjectID) -> [ObjectID] {
    var found: [ObjectID] = []
    var pending = children(of: table)
    while !pending.isEmpty {
      let next = pending.removeFirst()
      if found.contains(next) { continue }
      found.append(next)
      pending += children(of: next)
    }
    return found
  }
}

extension Relation {
  package var id: ObjectID {
    switch self {
    case .table(let table): table.id
    case .view(let view): view.id
    case .index(let index): index.id
    case .sequence(let sequence): sequence.id
    case .compositeType(let id, _, _, _): id
    }
  }

  package var schema: ObjectID {
    switch self {
    case .table(let table): table.schema
    case .view(let view): view.schema
    case .index(let index): index.schema
    case .sequence(let sequence): sequence.schema
    case .compositeType(_, let schema, _, _): schema
    }
  }

  package var name: Identifier {
    switch self {
    case .table(let table): table.name
    case .view(let view): view.name
    case .index(let index): index.name
    case .sequence(let sequence): sequence.name
    case .compositeType(_, _, let name, _): name
    }
  }

  /// Whether the relation has a row type of its own name.
  package var hasRowType: Bool {
    switch self {
    case .table, .view: true
    default: false
    }
  }
}
