package import HashTreeCollections
package import SQLSyntax

/// Everything a database knows about its schema, as a persistent value.
///
/// Objects are held by identity and found by name, so that a rename touches one entry and what
/// depends on the object need not change. A copy costs nothing and shares all it can.
package struct Catalog: Hashable, Sendable {
  package var dialect: Dialect
  /// The identity the next object gets.
  package var nextID: ObjectID
  package var schemas: TreeDictionary<ObjectID, Schema>
  /// Tables, views, indexes and sequences: they share one name space.
  package var relations: TreeDictionary<ObjectID, Relation>
  package var constraints: TreeDictionary<ObjectID, TableConstraint>
  /// Enums, domains, composites and ranges that a statement made.
  package var types: TreeDictionary<ObjectID, UserType>
  package var routines: TreeDictionary<ObjectID, Routine>
  package var triggers: TreeDictionary<ObjectID, Trigger>
  package var policies: TreeDictionary<ObjectID, Policy>
  package var extensions: TreeDictionary<String, InstalledExtension>
  /// PostgreSQL: which column each default or generation belongs to.
  package var columnDefaults: TreeDictionary<ObjectID, ObjectAddress>
  /// Comments by the object, or the object's column.
  package var comments: TreeDictionary<ObjectAddress, String>
  package var schemaNames: TreeDictionary<String, ObjectID>
  package var relationNames: TreeDictionary<NameKey, ObjectID>
  package var typeNames: TreeDictionary<NameKey, ObjectID>
  /// Overloads of one name, oldest first.
  package var routineNames: TreeDictionary<NameKey, [ObjectID]>
  /// For each table or view what belongs to it, oldest first.
  package var parts: TreeDictionary<ObjectID, RelationParts>
  /// For each object the edges that point at it: who breaks when it goes.
  package var dependents: TreeDictionary<ObjectID, [Dependency]>
  /// For each object the edges that leave it; kept in step with ``dependents``.
  package var dependencies: TreeDictionary<ObjectID, [Dependency]>
  /// Objects that were made by statements the model does not know, so that a name may exist that
  /// the catalog does not show.
  ///
  /// Empty means the catalog is complete.
  package var unknowns: [UnknownEffect]

  package init(
    dialect: Dialect, nextID: ObjectID = ObjectID(rawValue: 1),
    schemas: TreeDictionary<ObjectID, Schema> = [:],
    relations: TreeDictionary<ObjectID, Relation> = [:],
    constraints: TreeDictionary<ObjectID, TableConstraint> = [:],
    types: TreeDictionary<ObjectID, UserType> = [:],
    routines: TreeDictionary<ObjectID, Routine> = [:],
    triggers: TreeDictionary<ObjectID, Trigger> = [:],
    policies: TreeDictionary<ObjectID, Policy> = [:],
    extensions: TreeDictionary<String, InstalledExtension> = [:],
    columnDefaults: TreeDictionary<ObjectID, ObjectAddress> = [:],
    comments: TreeDictionary<ObjectAddress, String> = [:],
    schemaNames: TreeDictionary<String, ObjectID> = [:],
    relationNames: TreeDictionary<NameKey, ObjectID> = [:],
    typeNames: TreeDictionary<NameKey, ObjectID> = [:],
    routineNames: TreeDictionary<NameKey, [ObjectID]> = [:],
    parts: TreeDictionary<ObjectID, RelationParts> = [:],
    dependents: TreeDictionary<ObjectID, [Dependency]> = [:],
    dependencies: TreeDictionary<ObjectID, [Dependency]> = [:], unknowns: [UnknownEffect] = []
  ) {
    self.dialect = dialect
    self.nextID = nextID
    self.schemas = schemas
    self.relations = relations
    self.constraints = constraints
    self.types = types
    self.routines = routines
    self.triggers = triggers
    self.policies = policies
    self.extensions = extensions
    self.columnDefaults = columnDefaults
    self.comments = comments
    self.schemaNames = schemaNames
    self.relationNames = relationNames
    self.typeNames = typeNames
    self.routineNames = routineNames
    self.parts = parts
    self.dependents = dependents
    self.dependencies = dependencies
    self.unknowns = unknowns
  }
}

/// What belongs to one table: identities, oldest first.
package struct RelationParts: Hashable, Sendable {
  package var constraints: [ObjectID]
  package var indexes: [ObjectID]
  package var triggers: [ObjectID]
  package var policies: [ObjectID]

  package init(
    constraints: [ObjectID] = [], indexes: [ObjectID] = [], triggers: [ObjectID] = [],
    policies: [ObjectID] = []
  ) {
    self.constraints = constraints
    self.indexes = indexes
    self.triggers = triggers
    self.policies = policies
  }
}

/// A statement whose effect on the catalog is not known.
package struct UnknownEffect: Hashable, Sendable {
  /// What it was, and why it is not known.
  package var reason: String
  /// Names that may have come, gone or changed; empty when it could be anything.
  package var names: [ObjectName]

  package init(
    reason: String, names: [ObjectName] = []
  ) {
    self.reason = reason
    self.names = names
  }
}
