package import HashTreeCollections

/// What a session brings to a statement, beside the catalog.
package struct SessionState: Hashable, Sendable {
  /// Schemas in which names without one are looked up, and the first of which gets new objects.
  package var searchPath: [String]
  package var isInTransactionBlock: Bool
  /// SQLite's `PRAGMA foreign_keys`.
  package var enforcesForeignKeys: Bool
  /// SQLite's `PRAGMA legacy_alter_table`.
  package var usesLegacyAlterTable: Bool
  /// SQLite's `PRAGMA writable_schema`.
  package var hasWritableSchema: Bool
  /// PostgreSQL's `check_function_bodies`.
  package var checksFunctionBodies: Bool
  package var role: String
  /// PostgreSQL's `TimeZone`.
  package var timeZone: String
  /// SQLite tables that are known to have rows, PostgreSQL's too: `nil` where nobody counted.
  package var tablesWithRows: TreeSet<ObjectID>?
  /// Savepoints that are open, the oldest first; names in their dialect's comparison form.
  package var savepoints: [String]
  /// SQLite: the transaction was opened by SAVEPOINT, so that its RELEASE commits.
  package var isTransactionOfSavepoint: Bool
  /// PostgreSQL: labels added to enums by the open transaction, as `type:label`.
  package var uncommittedLabels: TreeSet<String>
  /// PostgreSQL: the roles that are known; `nil` where nobody asked the server.
  package var roles: TreeSet<String>?
  package var plantedFaults: PlantedFaults

  package init(
    searchPath: [String] = ["public"], isInTransactionBlock: Bool = false,
    enforcesForeignKeys: Bool = false, usesLegacyAlterTable: Bool = false,
    hasWritableSchema: Bool = false, checksFunctionBodies: Bool = true,
    role: String = "postgres", timeZone: String = "UTC", tablesWithRows: TreeSet<ObjectID>? = nil,
    savepoints: [String] = [], isTransactionOfSavepoint: Bool = false,
    uncommittedLabels: TreeSet<String> = [], roles: TreeSet<String>? = nil,
    plantedFaults: PlantedFaults = .none
  ) {
    self.searchPath = searchPath
    self.isInTransactionBlock = isInTransactionBlock
    self.enforcesForeignKeys = enforcesForeignKeys
    self.usesLegacyAlterTable = usesLegacyAlterTable
    self.hasWritableSchema = hasWritableSchema
    self.checksFunctionBodies = checksFunctionBodies
    self.role = role
    self.timeZone = timeZone
    self.tablesWithRows = tablesWithRows
    self.savepoints = savepoints
    self.isTransactionOfSavepoint = isTransactionOfSavepoint
    self.uncommittedLabels = uncommittedLabels
    self.roles = roles
    self.plantedFaults = plantedFaults
  }
}
