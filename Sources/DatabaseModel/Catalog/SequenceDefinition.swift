package import SQLSyntax

/// A sequence.
package struct SequenceDefinition: Hashable, Sendable {
  package var id: ObjectID
  package var schema: ObjectID
  package var name: Identifier
  /// `int2`, `int4` or `int8`.
  package var type: String
  package var increment: Int64
  package var minimum: Int64
  package var maximum: Int64
  package var start: Int64
  package var cache: Int64
  package var isCycling: Bool
  /// The column it goes with.
  package var ownedBy: ObjectAddress?
  /// Made by GENERATED AS IDENTITY.
  package var isIdentity: Bool
  package var persistence: Persistence

  package init(
    id: ObjectID, schema: ObjectID, name: Identifier, type: String = "int8",
    increment: Int64 = 1, minimum: Int64 = 1, maximum: Int64 = Int64.max, start: Int64 = 1,
    cache: Int64 = 1, isCycling: Bool = false, ownedBy: ObjectAddress? = nil,
    isIdentity: Bool = false, persistence: Persistence = .permanent
  ) {
    self.id = id
    self.schema = schema
    self.name = name
    self.type = type
    self.increment = increment
    self.minimum = minimum
    self.maximum = maximum
    self.start = start
    self.cache = cache
    self.isCycling = isCycling
    self.ownedBy = ownedBy
    self.isIdentity = isIdentity
    self.persistence = persistence
  }
}
