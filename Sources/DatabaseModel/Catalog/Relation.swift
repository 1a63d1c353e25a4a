package import SQLSyntax

/// What a name in the relations' name space stands for.
package indirect enum Relation: Hashable, Sendable {
  case table(Table)
  case view(View)
  case index(TableIndex)
  case sequence(SequenceDefinition)
  /// The row type of `CREATE TYPE ... AS (...)` takes a relation name too.
  case compositeType(id: ObjectID, schema: ObjectID, name: Identifier, type: ObjectID)
}
