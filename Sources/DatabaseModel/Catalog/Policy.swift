package import SQLSyntax

/// A row security policy.
package struct Policy: Hashable, Sendable {
  package var id: ObjectID
  package var table: ObjectID
  package var name: Identifier
  package var definition: CreatePolicy

  package init(
    id: ObjectID, table: ObjectID, name: Identifier, definition: CreatePolicy
  ) {
    self.id = id
    self.table = table
    self.name = name
    self.definition = definition
  }
}
