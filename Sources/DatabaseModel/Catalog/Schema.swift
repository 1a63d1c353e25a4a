package import SQLSyntax

/// A schema; SQLite's `main`, `temp` and attached files are schemas too.
package struct Schema: Hashable, Sendable {
  package var id: ObjectID
  package var name: Identifier
  package var owner: String?
  /// There from the start: `pg_catalog`, `public`, `main`.
  package var isSystem: Bool

  package init(
    id: ObjectID, name: Identifier, owner: String? = nil, isSystem: Bool = false
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.isSystem = isSystem
  }
}
