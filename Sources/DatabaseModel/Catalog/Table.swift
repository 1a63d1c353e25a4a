package import SQLSyntax

/// A table.
package struct Table: Hashable, Sendable {
  package var id: ObjectID
  package var schema: ObjectID
  package var name: Identifier
  /// By number: `columns[n - 1]` has number `n`.
  ///
  /// Dropped columns stay, as PostgreSQL keeps them.
  package var columns: [Column]
  package var persistence: Persistence
  package var kind: TableKind
  /// SQLite.
  package var isWithoutRowID: Bool
  package var isStrict: Bool
  /// Row level security is on, and whether it binds the owner too.
  package var hasRowSecurity: Bool
  package var forcesRowSecurity: Bool
  package var owner: String?
  /// Storage parameters, by name.
  package var options: [String: String]
  package var inheritsFrom: [ObjectID]
  package var partitionBy: PartitionBy?
  package var partitionBound: PartitionBound?
  package var onCommit: OnCommitAction?
  package var tablespace: String?
  /// SQLite: the statement as it now stands, which is read again at every use; `nil` on PostgreSQL.
  package var definition: CreateTable?
  /// SQLite: the number of the column that is the rowid under another name.
  package var rowIDColumn: Int?

  package init(
    id: ObjectID, schema: ObjectID, name: Identifier, columns: [Column] = [],
    persistence: Persistence = .permanent, kind: TableKind = .ordinary,
    isWithoutRowID: Bool = false, isStrict: Bool = false, hasRowSecurity: Bool = false,
    forcesRowSecurity: Bool = false, owner: String? = nil, options: [String: String] = [:],
    inheritsFrom: [ObjectID] = [], partitionBy: PartitionBy? = nil,
    partitionBound: PartitionBound? = nil, onCommit: OnCommitAction? = nil,
    tablespace: String? = nil, definition: CreateTable? = nil,
    rowIDColumn: Int? = nil
  ) {
    self.id = id
    self.schema = schema
    self.name = name
    self.columns = columns
    self.persistence = persistence
    self.kind = kind
    self.isWithoutRowID = isWithoutRowID
    self.isStrict = isStrict
    self.hasRowSecurity = hasRowSecurity
    self.forcesRowSecurity = forcesRowSecurity
    self.owner = owner
    self.options = options
    self.inheritsFrom = inheritsFrom
    self.partitionBy = partitionBy
    self.partitionBound = partitionBound
    self.onCommit = onCommit
    self.tablespace = tablespace
    self.definition = definition
    self.rowIDColumn = rowIDColumn
  }
}

/// What kind of table it is.
package indirect enum TableKind: Hashable, Sendable {
  case ordinary
  case partitioned
  case foreign(server: String)
  /// SQLite's virtual table, by its module.
  case virtual(module: String, arguments: [String])
}
