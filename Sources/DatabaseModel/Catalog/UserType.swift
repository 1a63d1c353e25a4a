package import SQLSyntax

/// A type that a statement made.
package struct UserType: Hashable, Sendable {
  package var id: ObjectID
  package var schema: ObjectID
  package var name: Identifier
  package var form: TypeForm
  package var owner: String?

  package init(
    id: ObjectID, schema: ObjectID, name: Identifier, form: TypeForm, owner: String? = nil
  ) {
    self.id = id
    self.schema = schema
    self.name = name
    self.form = form
    self.owner = owner
  }
}

/// What a user's type is.
package indirect enum TypeForm: Hashable, Sendable {
  /// Labels in sort order.
  case enumeration([String])
  case domain(Domain)
  /// The relation that holds its attributes is beside it under the same name.
  case composite([Column])
  case range(subtype: DataType)
  /// Made by `CREATE TYPE name` or by a definition the model does not read.
  case opaque
}

/// A domain over another type; its CHECKs are constraints whose owner is the type.
package struct Domain: Hashable, Sendable {
  package var base: DataType
  package var isNotNull: Bool
  package var defaultValue: StoredExpression?
  package var collation: ObjectName?

  package init(
    base: DataType, isNotNull: Bool = false, defaultValue: StoredExpression? = nil,
    collation: ObjectName? = nil
  ) {
    self.base = base
    self.isNotNull = isNotNull
    self.defaultValue = defaultValue
    self.collation = collation
  }
}
