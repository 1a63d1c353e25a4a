package import SQLSyntax

/// A function, procedure or aggregate.
package struct Routine: Hashable, Sendable {
  package var id: ObjectID
  package var schema: ObjectID
  package var name: Identifier
  package var kind: RoutineKind
  /// Types of the input parameters: with schema and name what tells overloads apart.
  package var inputTypes: [DataType]
  package var parameters: [RoutineParameter]
  package var returns: DataType?
  package var returnsSet: Bool
  package var language: String
  /// `immutable`, `stable` or `volatile`.
  package var volatility: String
  package var definition: CreateFunction?
  package var owner: String?

  package init(
    id: ObjectID, schema: ObjectID, name: Identifier, kind: RoutineKind,
    inputTypes: [DataType] = [], parameters: [RoutineParameter] = [], returns: DataType? = nil,
    returnsSet: Bool = false, language: String, volatility: String = "volatile",
    definition: CreateFunction? = nil, owner: String? = nil
  ) {
    self.id = id
    self.schema = schema
    self.name = name
    self.kind = kind
    self.inputTypes = inputTypes
    self.parameters = parameters
    self.returns = returns
    self.returnsSet = returnsSet
    self.language = language
    self.volatility = volatility
    self.definition = definition
    self.owner = owner
  }
}

/// Which kind of routine.
package enum RoutineKind: String, Hashable, Sendable {
  case function
  case procedure
  case aggregate
}
