import HashTreeCollections
package import SQLSyntax

extension Catalog {
  /// A fresh identity.
  package mutating func takeID() -> ObjectID {
    let id = nextID
    nextID = ObjectID(rawValue: id.rawValue + 1)
    return id
  }

  /// Puts a relation in, under its name, and with its table where it is an index.
  package mutating func add(_ relation: Relation) {
    relations[relation.id] = relation
    let name = relation.name.key(in: dialect)
    relationNames[NameKey(schema: relation.schema, name: name)] = relation.id
    if case .index(let index) = relation {
      parts[index.table, default: RelationParts()].indexes.append(index.id)
    }
  }

  package mutating func add(_ constraint: TableConstraint) {
    constraints[constraint.id] = constraint
    parts[constraint.owner, default: RelationParts()].constraints.append(constraint.id)
  }

  package mutating func add(_ trigger: Trigger) {
    triggers[trigger.id] = trigger
    parts[trigger.table, default: RelationParts()].triggers.append(trigger.id)
  }

  package mutating func add(_ policy: Policy) {
    policies[policy.id] = policy
    parts[policy.table, default: RelationParts()].policies.append(policy.id)
  }

  package mutating func add(_ type: UserType) {
    types[type.id] = type
    typeNames[NameKey(schema: type.schema, name: type.name.key(in: dialect))] = type.id
  }

  package mutating func add(_ routine: Routine) {
    routines[routine.id] = routine
    let key = NameKey(schema: routine.schema, name: routine.name.key(in: dialect))
    routineNames[key, default: []].append(routine.id)
  }

  package mutating func add(_ schema: Schema) {
    schemas[schema.id] = schema
    schemaNames[schema.name.key(in: dialect)] = schema.id
  }

  /// Changes a relation in place; its name and schema stay.
  package mutating func replace(_ relation: Relation) { relations[relation.id] = relation }

  /// Changes a table in place; does nothing where there is no such table.
  package mutating func updateTable(_ id: ObjectID, _ body: (inout Table) -> Void) {
    guard var table = table(id) else { return }
    body(&table)
    relations[id] = .table(table)
  }

  /// Changes a column of a table, view or composite type in place.
  package mutating func updateColumn(
    _ number: Int, of relation: ObjectID, _ body: (inout Column) -> Void
  ) {
    switch relations[relation] {
    case .table(var table):
      body(&table.columns[number - 1])
      relations[relation] = .table(table)
    case .view(var view):
      body(&view.columns[number - 1])
      relations[relation] = .view(view)
    case .compositeType(_, _, _, let type):
      guard case .composite(var columns) = types[type]?.form else { return }
      body(&columns[number - 1])
      types[type]?.form = .composite(columns)
    default: break
    }
  }

  /// Gives a relation another name or schema; nothing that depends on it changes.
  package mutating func rename(
    _ id: ObjectID, to name: Identifier? = nil, schema: ObjectID? = nil
  ) {
    guard let relation = relations[id] else { return }
    relationNames[NameKey(schema: relation.schema, name: relation.name.key(in: dialect))] = nil
    let changed = relation.moved(
      to: name ?? relation.name, schema: schema ?? relation.schema)
    relations[id] = changed
    relationNames[NameKey(schema: changed.schema, name: changed.name.key(in: dialect))] = id
  }
}

extension Relation {
  fileprivate func moved(to name: Identifier, schema: ObjectID) -> Relation {
    switch self {
    case .table(var table):
      table.name = name
      table.schema = schema
      return .table(table)
    case .view(var view):
      view.name = name
      view.schema = schema
      return .view(view)
    case .index(var index):
      index.name = name
      index.schema = schema
      return .index(index)
    case .sequence(var sequence):
      sequence.name = name
      sequence.schema = schema
      return .sequence(sequence)
    case .compositeType(let id, _, _, let type):
      return .compositeType(id: id, schema: schema, name: name, type: type)
    }
  }
}
