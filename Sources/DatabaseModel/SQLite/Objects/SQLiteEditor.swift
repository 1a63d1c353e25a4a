import HashTreeCollections
import SQLSyntax

/// A catalog of SQLite while a statement changes it.
struct SQLiteEditor {
  var catalog: Catalog

  init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  mutating func newID() -> ObjectID {
    let id = catalog.nextID
    catalog.nextID = ObjectID(rawValue: id.rawValue + 1)
    return id
  }

  private func key(_ schema: ObjectID, _ name: Identifier) -> NameKey {
    NameKey(schema: schema, name: name.key)
  }

  mutating func add(_ table: Table) {
    catalog.relations[table.id] = .table(table)
    catalog.relationNames[key(table.schema, table.name)] = table.id
  }

  mutating func add(_ view: View) {
    catalog.relations[view.id] = .view(view)
    catalog.relationNames[key(view.schema, view.name)] = view.id
  }

  mutating func add(_ index: TableIndex) {
    catalog.relations[index.id] = .index(index)
    catalog.relationNames[key(index.schema, index.name)] = index.id
    catalog.parts[index.table, default: RelationParts()].indexes.append(index.id)
  }

  mutating func add(_ trigger: Trigger) {
    catalog.triggers[trigger.id] = trigger
    catalog.parts[trigger.table, default: RelationParts()].triggers.append(trigger.id)
  }

  mutating func add(_ constraint: TableConstraint) {
    catalog.constraints[constraint.id] = constraint
    catalog.parts[constraint.owner, default: RelationParts()].constraints.append(constraint.id)
  }

  /// Makes a table and what its statement makes along with it.
  @discardableResult
  mutating func add(_ shape: SQLiteTableShape, in schema: ObjectID) -> ObjectID {
    let id = newID()
    add(shape.table(id, in: schema))
    addParts(of: shape, table: id, in: schema)
    if shape.isAutoincrement { addSequenceTable(in: schema) }
    return id
  }

  /// Puts a table in its place again after its statement was edited.
  ///
  /// The identities of its constraints and automatic indexes are kept as far as they stay in number.
  mutating func replace(_ table: Table, by shape: SQLiteTableShape) {
    let parts = catalog.parts[table.id] ?? RelationParts()
    for constraint in parts.constraints { catalog.constraints[constraint] = nil }
    catalog.parts[table.id]?.constraints = []
    let automatic = parts.indexes.filter { id in
      if case .index(let index) = catalog.relations[id] { index.isAutomatic } else { false }
    }
    for index in automatic { remove(index: index) }
    add(shape.table(table.id, in: table.schema))
    addParts(of: shape, table: table.id, in: table.schema)
    // Automatic indexes come first in the order of creation.
    let made = catalog.parts[table.id]?.indexes ?? []
    let others = parts.indexes.filter { !automatic.contains($0) }
    catalog.parts[table.id]?.indexes = made.filter { !others.contains($0) } + others
  }

  private mutating func addParts(
    of shape: SQLiteTableShape, table: ObjectID, in schema: ObjectID
  ) {
    var indexes: [ObjectID] = []
    for key in shape.keys {
      let id = newID()
      indexes.append(id)
      add(shape.index(id, key, table: table, in: schema))
    }
    for entry in shape.keyConstraints {
      let id = newID()
      let index = entry.key.map { indexes[$0] }
      add(shape.constraint(id, entry.constraint, entry.columns, index: index, table: table))
      if let index, case .index(var made) = catalog.relations[index], made.constraint == nil {
        made.constraint = id
        catalog.relations[index] = .index(made)
      }
    }
    for check in shape.checks {
      let rule = ConstraintRule.check(StoredExpression(syntax: check.condition))
      add(TableConstraint(id: newID(), owner: table, check.constraint, rule))
    }
    for entry in shape.foreignKeys {
      add(TableConstraint(id: newID(), owner: table, entry.constraint, .foreignKey(entry.key)))
    }
  }

  /// The table that AUTOINCREMENT keeps its counters in.
  mutating func addSequenceTable(in schema: ObjectID) {
    addSystemTable("sqlite_sequence", ["name", "seq"], in: schema)
  }

  /// A table that the engine makes for itself, where it is not there yet.
  mutating func addSystemTable(_ text: String, _ columns: [String], in schema: ObjectID) {
    let name = Identifier(text)
    guard catalog.relationNames[key(schema, name)] == nil else { return }
    let elements = columns.map { TableElement.column(ColumnDefinition(name: Identifier($0))) }
    let persistence: Persistence = schema == catalog.temporarySchema ? .temporary : .permanent
    let definition = CreateTable(
      name: ObjectName(name: name), persistence: persistence, elements: elements)
    add(
      Table(
        id: newID(), schema: schema, name: name,
        columns: columns.map { Column(name: Identifier($0)) }, persistence: persistence,
        definition: definition.numbered()))
  }

  mutating func remove(index id: ObjectID) {
    guard case .index(let index)? = catalog.relations.removeValue(forKey: id) else { return }
    catalog.relationNames[key(index.schema, index.name)] = nil
    catalog.parts[index.table]?.indexes.removeAll { $0 == id }
  }

  mutating func remove(trigger id: ObjectID) {
    guard let trigger = catalog.triggers.removeValue(forKey: id) else { return }
    catalog.parts[trigger.table]?.triggers.removeAll { $0 == id }
  }

  /// Takes a table or view out with all that belongs to it.
  mutating func remove(relation id: ObjectID) {
    let parts = catalog.parts[id] ?? RelationParts()
    for constraint in parts.constraints { catalog.constraints[constraint] = nil }
    for index in parts.indexes { remove(index: index) }
    for trigger in parts.triggers { catalog.triggers[trigger] = nil }
    catalog.parts[id] = nil
    switch catalog.relations.removeValue(forKey: id) {
    case .table(let table): catalog.relationNames[key(table.schema, table.name)] = nil
    case .view(let view): catalog.relationNames[key(view.schema, view.name)] = nil
    default: break
    }
  }

  mutating func rename(_ table: Table, to name: Identifier) {
    catalog.relationNames[key(table.schema, table.name)] = nil
    var renamed = table
    renamed.name = name
    add(renamed)
  }
}
