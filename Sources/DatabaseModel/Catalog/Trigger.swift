package import SQLSyntax

/// A trigger.
package struct Trigger: Hashable, Sendable {
  package var id: ObjectID
  /// PostgreSQL: unique a table.
  ///
  /// SQLite: unique a schema.
  package var name: Identifier
  package var schema: ObjectID
  package var table: ObjectID
  package var definition: CreateTrigger
  /// The function it calls; PostgreSQL only.
  package var function: ObjectID?
  package var state: TriggerState

  package init(
    id: ObjectID, name: Identifier, schema: ObjectID, table: ObjectID, definition: CreateTrigger,
    function: ObjectID? = nil, state: TriggerState = .enabled
  ) {
    self.id = id
    self.name = name
    self.schema = schema
    self.table = table
    self.definition = definition
    self.function = function
    self.state = state
  }
}
