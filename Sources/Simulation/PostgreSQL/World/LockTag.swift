package import DatabaseModel

/// What a lock is on.
package enum LockTag: Hashable, Sendable {
  case relation(ObjectID)
  /// One number of 64 bits is its two halves with ``isPair`` false, as `pg_locks` shows it.
  case advisory(Int32, Int32, isPair: Bool)
  /// A transaction by its session and a number: held by itself, waited for by who needs its end.
  case transaction(Int32, Int)
  /// An object that is no relation: a schema, a type.
  case object(ObjectID)
  /// An entry of a unique index of the system catalogs, such as a relation's name in its schema.
  case catalogKey(CatalogKey)
}

/// An entry of a unique index of the system catalogs that a statement makes.
package struct CatalogKey: Hashable, Sendable {
  /// `pg_class_relname_nsp_index`, ….
  package var index: String
  /// The catalog: `pg_class`.
  package var catalog: String
  package var name: String
  package var schema: ObjectID?

  package init(index: String, catalog: String, name: String, schema: ObjectID? = nil) {
    self.index = index
    self.catalog = catalog
    self.name = name
    self.schema = schema
  }
}
