import HashTreeCollections
import SQLSyntax

extension Catalog {
  /// Takes one object out with its name, its comments and the edges that leave it.
  ///
  /// What depends on it stays; see ``dropPlan(for:)`` for what must go along.
  package mutating func remove(_ id: ObjectID) {
    removeRelation(id)
    removeConstraint(id)
    if let trigger = triggers.removeValue(forKey: id) {
      parts[trigger.table]?.triggers.removeAll { $0 == id }
    }
    if let policy = policies.removeValue(forKey: id) {
      parts[policy.table]?.policies.removeAll { $0 == id }
    }
    removeType(id)
    removeRoutine(id)
    removeDefault(id)
    if let schema = schemas.removeValue(forKey: id) {
      schemaNames[schema.name.key(in: dialect)] = nil
    }
    parts[id] = nil
    removeEdges(from: id)
    removeComments(of: id)
  }

  private mutating func removeRelation(_ id: ObjectID) {
    guard let relation = relations.removeValue(forKey: id) else { return }
    relationNames[NameKey(schema: relation.schema, name: relation.name.key(in: dialect))] = nil
    switch relation {
    case .index(let index): parts[index.table]?.indexes.removeAll { $0 == id }
    case .sequence(let sequence):
      guard let owner = sequence.ownedBy, let number = owner.column else { return }
      if columns(of: owner.object).indices.contains(number - 1) {
        updateColumn(number, of: owner.object) { $0.ownedSequence = nil }
      }
    default: break
    }
  }

  private mutating func removeConstraint(_ id: ObjectID) {
    guard let constraint = constraints.removeValue(forKey: id) else { return }
    parts[constraint.owner]?.constraints.removeAll { $0 == id }
  }

  private mutating func removeType(_ id: ObjectID) {
    guard let type = types.removeValue(forKey: id) else { return }
    typeNames[NameKey(schema: type.schema, name: type.name.key(in: dialect))] = nil
  }

  private mutating func removeRoutine(_ id: ObjectID) {
    guard let routine = routines.removeValue(forKey: id) else { return }
    let key = NameKey(schema: routine.schema, name: routine.name.key(in: dialect))
    let rest = (routineNames[key] ?? []).filter { $0 != id }
    routineNames[key] = rest.isEmpty ? nil : rest
  }

  private mutating func removeDefault(_ id: ObjectID) {
    guard let address = columnDefaults.removeValue(forKey: id), let number = address.column,
      columns(of: address.object).indices.contains(number - 1)
    else { return }
    updateColumn(number, of: address.object) { column in
      column.defaultObject = nil
      column.defaultValue = nil
      column.generation = nil
    }
  }

  /// Marks a column as dropped: it keeps its number and nothing else.
  package mutating func removeColumn(_ number: Int, of table: ObjectID) {
    updateColumn(number, of: table) { column in
      column = Column(
        name: Identifier("........pg.dropped.\(number)........"), isDropped: true)
    }
    let address = ObjectAddress(object: table, column: number)
    comments[address] = nil
    for edge in dependencies[table] ?? [] where edge.dependent == address { remove(edge) }
  }

  private mutating func removeComments(of id: ObjectID) {
    for address in comments.keys where address.object == id { comments[address] = nil }
  }
}
