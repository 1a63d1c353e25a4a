import HashTreeCollections
import SQLSyntax

extension Catalog {
  /// Everything that cannot be, as sentences; empty for every catalog that a transition gives.
  ///
  /// - Invariant: Names and objects agree both ways, parts and owners agree both ways, the two
  ///   directions of a dependency are in step, and whatever an object refers to exists.
  /// - Complexity: O(objects + columns + dependencies).
  package func checkInvariants() -> [String] {
    brokenNames() + brokenIdentities() + brokenParts() + brokenReferences() + brokenDependencies()
  }

  /// Whether an identity stands for anything.
  func holds(_ id: ObjectID) -> Bool {
    relations[id] != nil || constraints[id] != nil || types[id] != nil || routines[id] != nil
      || triggers[id] != nil || policies[id] != nil || schemas[id] != nil
  }
}

// MARK: - Names and identities

extension Catalog {
  private func brokenNames() -> [String] {
    var broken: [String] = []
    for (name, id) in schemaNames where schemas[id]?.name.key(in: dialect) != name {
      broken.append("The schema name \(name) leads to another schema or to none.")
    }
    for (_, schema) in schemas where schemaNames[schema.name.key(in: dialect)] != schema.id {
      broken.append("The schema \(schema.name.text) is not found by its name.")
    }
    for (key, id) in relationNames where relations[id].map({ nameKey($0) }) != key {
      broken.append("The relation name \(key.name) leads to another relation or to none.")
    }
    for (id, relation) in relations where relationNames[nameKey(relation)] != id {
      broken.append("The relation \(nameKey(relation).name) is not found by its name.")
    }
    for (key, id) in typeNames where types[id].map({ nameKey($0) }) != key {
      broken.append("The type name \(key.name) leads to another type or to none.")
    }
    for (id, type) in types where typeNames[nameKey(type)] != id {
      broken.append("The type \(type.name.text) is not found by its name.")
    }
    return broken + brokenRoutineNames()
  }

  private func brokenRoutineNames() -> [String] {
    var broken: [String] = []
    for (key, ids) in routineNames {
      if ids.isEmpty { broken.append("The routine name \(key.name) has no overloads left.") }
      for id in ids where routines[id].map({ nameKey($0) }) != key {
        broken.append("The routine name \(key.name) leads to another routine or to none.")
      }
    }
    for (id, routine) in routines
    where routineNames[nameKey(routine)]?.contains(id) != true {
      broken.append("The routine \(routine.name.text) is not found by its name.")
    }
    return broken
  }

  private func nameKey(_ relation: Relation) -> NameKey {
    let (schema, name) = relation.place
    return NameKey(schema: schema, name: name.key(in: dialect))
  }

  private func nameKey(_ type: UserType) -> NameKey {
    NameKey(schema: type.schema, name: type.name.key(in: dialect))
  }

  private func nameKey(_ routine: Routine) -> NameKey {
    NameKey(schema: routine.schema, name: routine.name.key(in: dialect))
  }

  private func brokenIdentities() -> [String] {
    var pairs: [(ObjectID, ObjectID)] = relations.map { ($0.key, $0.value.identity) }
    pairs += constraints.map { ($0.key, $0.value.id) }
    pairs += types.map { ($0.key, $0.value.id) }
    pairs += routines.map { ($0.key, $0.value.id) }
    pairs += triggers.map { ($0.key, $0.value.id) }
    pairs += policies.map { ($0.key, $0.value.id) }
    pairs += schemas.map { ($0.key, $0.value.id) }
    var seen: Set<ObjectID> = []
    return pairs.flatMap { key, id in
      var broken: [String] = []
      if key != id { broken.append("Object \(key.rawValue) says it is \(id.rawValue).") }
      if key >= nextID { broken.append("Object \(key.rawValue) has an identity not given yet.") }
      if !seen.insert(key).inserted {
        broken.append("Identity \(key.rawValue) stands for two objects.")
      }
      return broken
    }
  }
}

extension Relation {
  fileprivate var identity: ObjectID {
    switch self {
    case .table(let table): table.id
    case .view(let view): view.id
    case .index(let index): index.id
    case .sequence(let sequence): sequence.id
    case .compositeType(let id, _, _, _): id
    }
  }

  fileprivate var place: (schema: ObjectID, name: Identifier) {
    switch self {
    case .table(let table): (table.schema, table.name)
    case .view(let view): (view.schema, view.name)
    case .index(let index): (index.schema, index.name)
    case .sequence(let sequence): (sequence.schema, sequence.name)
    case .compositeType(_, let schema, let name, _): (schema, name)
    }
  }
}
