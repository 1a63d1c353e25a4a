package import SQLSyntax

/// A line in which a file says what it needs: `-- depends: 0003_users`.
package struct DeclaredDependency: Hashable, Sendable {
  /// As written: another migration's file name, with or without `.sql`, or its version.
  package var reference: String
  package var place: Place

  package init(_ reference: String, place: Place = Place()) {
    self.reference = reference
    self.place = place
  }
}
