import SQLSyntax

/// What is in the database before the first of the migrations runs.
package struct ExistingObjects: Hashable, Sendable {
  package private(set) var objects: Set<SchemaObject> = []
  /// Relations whose columns are not all listed: any column of theirs counts as there.
  package private(set) var openRelations: Set<SchemaObject> = []

  /// Nothing but what every database has.
  package static let none = ExistingObjects()

  package init() {}

  /// Adds an object.
  package mutating func insert(_ object: SchemaObject) {
    objects.insert(object)
  }

  /// Adds a relation with its columns; `nil` where they are not known.
  package mutating func insert(relation: SchemaObject, columns: [String]?) {
    objects.insert(relation)
    guard let columns else {
      openRelations.insert(relation)
      return
    }
    for column in columns { objects.insert(relation.part(.column, column)) }
  }

  package func contains(_ object: SchemaObject) -> Bool { objects.contains(object) }
}
