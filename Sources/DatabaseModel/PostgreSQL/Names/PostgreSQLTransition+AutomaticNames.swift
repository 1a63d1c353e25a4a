import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// A name for a relation that no relation of the schema has.
  func freeRelationName(
    _ first: String, _ second: String?, label: String, in schema: ObjectID,
    reserved: Set<String> = []
  ) -> Identifier {
    Identifier(
      AutomaticNames.freeName(first, second, label: label) { name in
        reserved.contains(name) || catalog.relationID(name, in: schema) != nil
      })
  }

  /// A name for an index's constraint: no relation and no constraint of the schema has it.
  func freeConstraintIndexName(
    _ first: String, _ second: String?, label: String, in schema: ObjectID
  ) -> Identifier {
    Identifier(
      AutomaticNames.freeName(first, second, label: label) { name in
        catalog.relationID(name, in: schema) != nil || hasConstraint(name, in: schema)
      })
  }

  /// A name for a constraint that no constraint of the schema has, nor one that is being made.
  func freeConstraintName(
    _ first: String, _ second: String?, label: String, in schema: ObjectID,
    reserved: [String] = []
  ) -> Identifier {
    Identifier(
      AutomaticNames.freeName(first, second, label: label) { name in
        reserved.contains(name)
          || !session.plantedFaults.contains(.chosenNamesAreFree)
            && hasConstraint(name, in: schema)
      })
  }

  /// Constraint names are looked for in the whole schema when a free one is chosen.
  func hasConstraint(_ name: String, in schema: ObjectID) -> Bool {
    catalog.constraints.values.contains { constraint in
      constraint.name?.text == name && ownerSchema(constraint.owner) == schema
    }
  }

  private func ownerSchema(_ owner: ObjectID) -> ObjectID? {
    catalog.relations[owner]?.schema ?? catalog.types[owner]?.schema
  }
}
