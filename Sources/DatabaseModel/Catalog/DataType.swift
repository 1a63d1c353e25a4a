package import SQLSyntax

/// A type as a column has it.
package struct DataType: Hashable, Sendable {
  /// What the name resolved to.
  package var reference: TypeReference
  /// Evaluated modifiers: `[10, 2]` for `numeric(10,2)`, `[255]` for `varchar(255)`.
  package var modifiers: [Int]
  /// Zero for scalars; PostgreSQL keeps no bounds.
  package var arrayDimensions: Int
  /// `interval` fields as written.
  package var intervalFields: String?

  package init(
    reference: TypeReference, modifiers: [Int] = [], arrayDimensions: Int = 0,
    intervalFields: String? = nil
  ) {
    self.reference = reference
    self.modifiers = modifiers
    self.arrayDimensions = arrayDimensions
    self.intervalFields = intervalFields
  }
}

/// Which type a name means.
package indirect enum TypeReference: Hashable, Sendable {
  /// A type of `pg_catalog` by its internal name: `int4`, `timestamptz`.
  case builtin(String)
  case user(ObjectID)
  /// SQLite: the declared text, as written, which only its affinity gives a meaning.
  case declared(String)
  /// A type from an extension or from a statement that is not modelled, by name.
  case unknown(ObjectName)
}
