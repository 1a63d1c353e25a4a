/// An object, or one column of a relation.
package struct ObjectAddress: Hashable, Sendable {
  package var object: ObjectID
  /// The column's number from 1, or `nil` for the whole object.
  package var column: Int?

  package init(
    object: ObjectID, column: Int? = nil
  ) {
    self.object = object
    self.column = column
  }
}

/// "`dependent` cannot be without `referenced`.".
package struct Dependency: Hashable, Sendable {
  package var dependent: ObjectAddress
  package var referenced: ObjectAddress
  package var kind: DependencyKind

  package init(
    dependent: ObjectAddress, referenced: ObjectAddress, kind: DependencyKind
  ) {
    self.dependent = dependent
    self.referenced = referenced
    self.kind = kind
  }
}

/// What happens to the dependent when the referenced object is dropped.
///
/// Source: PostgreSQL 15, §53.18 pg_depend.
package enum DependencyKind: String, Hashable, Sendable {
  /// Refuses without CASCADE.
  case normal
  /// Goes along silently.
  case automatic
  /// Goes along, and cannot be dropped by itself.
  case `internal`
  /// Belongs to an extension.
  case `extension`
}
