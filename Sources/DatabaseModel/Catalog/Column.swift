package import SQLSyntax

/// A column of a table, view or composite type.
package struct Column: Hashable, Sendable {
  package var name: Identifier
  /// `nil` for SQLite's columns without a type, and where a view's type is not known.
  package var type: DataType?
  package var isNotNull: Bool
  package var defaultValue: StoredExpression?
  package var generation: Generation?
  package var identity: IdentityColumn?
  package var collation: ObjectName?
  /// Dropped on PostgreSQL: keeps its number, has no other life.
  package var isDropped: Bool
  /// SQLite's conflict clause of NOT NULL.
  package var notNullConflict: ConflictResolution?
  /// The column came from a parent table and cannot be changed here.
  package var isInherited: Bool
  /// The sequence behind `serial` or an identity.
  package var ownedSequence: ObjectID?
  /// `SET STORAGE`, `SET STATISTICS`, `SET COMPRESSION`, as written.
  package var storageSettings: [String: String]
  /// PostgreSQL: the default or generation as an object of its own, which others depend on.
  package var defaultObject: ObjectID?

  package init(
    name: Identifier, type: DataType? = nil, isNotNull: Bool = false,
    defaultValue: StoredExpression? = nil, generation: Generation? = nil,
    identity: IdentityColumn? = nil, collation: ObjectName? = nil, isDropped: Bool = false,
    notNullConflict: ConflictResolution? = nil, isInherited: Bool = false,
    ownedSequence: ObjectID? = nil, storageSettings: [String: String] = [:],
    defaultObject: ObjectID? = nil
  ) {
    self.name = name
    self.type = type
    self.isNotNull = isNotNull
    self.defaultValue = defaultValue
    self.generation = generation
    self.identity = identity
    self.collation = collation
    self.isDropped = isDropped
    self.notNullConflict = notNullConflict
    self.isInherited = isInherited
    self.ownedSequence = ownedSequence
    self.storageSettings = storageSettings
    self.defaultObject = defaultObject
  }
}

/// `GENERATED ALWAYS AS (expression)`.
package struct Generation: Hashable, Sendable {
  package var expression: StoredExpression
  package var isStored: Bool

  package init(
    expression: StoredExpression, isStored: Bool = false
  ) {
    self.expression = expression
    self.isStored = isStored
  }
}

/// `GENERATED ... AS IDENTITY`.
package struct IdentityColumn: Hashable, Sendable {
  package var isAlways: Bool
  package var sequence: ObjectID

  package init(
    isAlways: Bool = false, sequence: ObjectID
  ) {
    self.isAlways = isAlways
    self.sequence = sequence
  }
}
