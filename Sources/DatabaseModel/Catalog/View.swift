package import SQLSyntax

/// A view or a materialized view.
package struct View: Hashable, Sendable {
  package var id: ObjectID
  package var schema: ObjectID
  package var name: Identifier
  package var columns: [Column]
  package var query: Query
  /// Whether ``columns`` is complete: a `*` over something unknown leaves it open.
  package var hasKnownColumns: Bool
  package var isMaterialized: Bool
  package var isTemporary: Bool
  /// A materialized view made WITH NO DATA and not refreshed since.
  package var isPopulated: Bool
  package var checkOption: String?
  package var options: [String: String]
  /// SQLite: the text decides everything at the time of use.
  package var sql: String?
  package var owner: String?
  /// SQLite: the statement as it now stands; `nil` on PostgreSQL.
  package var definition: CreateView?

  package init(
    id: ObjectID, schema: ObjectID, name: Identifier, columns: [Column] = [], query: Query,
    hasKnownColumns: Bool = true, isMaterialized: Bool = false, isTemporary: Bool = false,
    isPopulated: Bool = true, checkOption: String? = nil, options: [String: String] = [:],
    sql: String? = nil, owner: String? = nil, definition: CreateView? = nil
  ) {
    self.id = id
    self.schema = schema
    self.name = name
    self.columns = columns
    self.query = query
    self.hasKnownColumns = hasKnownColumns
    self.isMaterialized = isMaterialized
    self.isTemporary = isTemporary
    self.isPopulated = isPopulated
    self.checkOption = checkOption
    self.options = options
    self.sql = sql
    self.owner = owner
    self.definition = definition
  }
}
