/// The identity of a catalog object: its number in the order of creation, never used twice.
///
/// PostgreSQL's order of checks follows it: unique indexes and foreign keys are checked in the order
/// in which they were made.
package struct ObjectID: Comparable, Hashable, Sendable {
  package var rawValue: Int

  package init(
    rawValue: Int
  ) {
    self.rawValue = rawValue
  }

  package static func < (first: ObjectID, second: ObjectID) -> Bool {
    first.rawValue < second.rawValue
  }
}

/// A schema and a name in it, as one key; the name already in its dialect's comparison form.
package struct NameKey: Hashable, Sendable {
  package var schema: ObjectID
  package var name: String

  package init(
    schema: ObjectID, name: String
  ) {
    self.schema = schema
    self.name = name
  }
}
