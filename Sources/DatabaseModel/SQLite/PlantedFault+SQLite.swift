/// Wrong decisions about statements of SQLite; the differential run has to find each.
extension PlantedFault {
  /// CREATE TEMP TABLE makes a table for good.
  package static var temporaryTablesStay: PlantedFault { "temporaryTablesStay" }
  /// CREATE TABLE is content with an index of the name.
  package static var indexesStandForTables: PlantedFault { "indexesStandForTables" }
  /// CREATE INDEX is content with a table of the name.
  package static var tablesStandForIndexes: PlantedFault { "tablesStandForIndexes" }
  /// Names that begin with sqlite_ may be given.
  package static var reservedNamesAreFree: PlantedFault { "reservedNamesAreFree" }
  /// CREATE INDEX IF NOT EXISTS refuses an index that exists.
  package static var indexMustNotExist: PlantedFault { "indexMustNotExist" }
  /// CREATE UNIQUE INDEX makes an index that is not unique.
  package static var uniquenessIsForgotten: PlantedFault { "uniquenessIsForgotten" }
  /// A partial index covers all rows.
  package static var conditionsAreForgotten: PlantedFault { "conditionsAreForgotten" }
  /// DROP COLUMN takes the only column.
  package static var lastColumnsCanGo: PlantedFault { "lastColumnsCanGo" }
  /// ADD COLUMN does not ask whether it is a view.
  package static var viewsTakeColumns: PlantedFault { "viewsTakeColumns" }
  /// ADD COLUMN takes a primary key.
  package static var primaryKeysCanBeAdded: PlantedFault { "primaryKeysCanBeAdded" }
  /// ADD COLUMN takes a unique column.
  package static var uniqueColumnsCanBeAdded: PlantedFault { "uniqueColumnsCanBeAdded" }
  /// ADD COLUMN NOT NULL needs no default where there are rows.
  package static var nullsFillNewColumns: PlantedFault { "nullsFillNewColumns" }
  /// ADD COLUMN takes a default that is no constant where there are rows.
  package static var anyDefaultFillsNewColumns: PlantedFault { "anyDefaultFillsNewColumns" }
  /// DROP IF EXISTS refuses what does not exist.
  package static var droppedTablesMustExist: PlantedFault { "droppedTablesMustExist" }
  /// DROP TABLE takes a view.
  package static var dropTableDropsViews: PlantedFault { "dropTableDropsViews" }
  /// DROP INDEX says nothing of the index of a key.
  package static var indexesOfKeysCanGo: PlantedFault { "indexesOfKeysCanGo" }
  /// CREATE TRIGGER IF NOT EXISTS refuses a trigger that exists.
  package static var triggerMustNotExist: PlantedFault { "triggerMustNotExist" }
  /// A view may have triggers BEFORE and AFTER.
  package static var viewsTakeAnyTrigger: PlantedFault { "viewsTakeAnyTrigger" }
  /// A table may have triggers INSTEAD OF.
  package static var tablesTakeAnyTrigger: PlantedFault { "tablesTakeAnyTrigger" }
  /// BEGIN is accepted inside a transaction.
  package static var transactionsNest: PlantedFault { "transactionsNest" }
  /// COMMIT is accepted outside a transaction.
  package static var commitNeedsNoTransaction: PlantedFault { "commitNeedsNoTransaction" }
  /// VACUUM is accepted inside a transaction.
  package static var vacuumRunsAnywhere: PlantedFault { "vacuumRunsAnywhere" }
  /// REINDEX takes any name.
  package static var reindexNeedsNothing: PlantedFault { "reindexNeedsNothing" }
  /// RELEASE of the savepoint that opened the transaction leaves it open.
  package static var releaseNeverCommits: PlantedFault { "releaseNeverCommits" }
  /// ANALYZE makes no table of statistics.
  package static var analyzeKeepsNothing: PlantedFault { "analyzeKeepsNothing" }
  /// ROLLBACK keeps what the transaction did.
  package static var rollbackKeepsChanges: PlantedFault { "rollbackKeepsChanges" }

  package static var ofSQLiteStatements: [PlantedFault] {
    [
      temporaryTablesStay,
      indexesStandForTables,
      tablesStandForIndexes,
      reservedNamesAreFree,
      indexMustNotExist,
      uniquenessIsForgotten,
      conditionsAreForgotten,
      lastColumnsCanGo,
      viewsTakeColumns,
      primaryKeysCanBeAdded,
      uniqueColumnsCanBeAdded,
      nullsFillNewColumns,
      anyDefaultFillsNewColumns,
      droppedTablesMustExist,
      dropTableDropsViews,
      indexesOfKeysCanGo,
      triggerMustNotExist,
      viewsTakeAnyTrigger,
      tablesTakeAnyTrigger,
      transactionsNest,
      commitNeedsNoTransaction,
      vacuumRunsAnywhere,
      reindexNeedsNothing,
      releaseNeverCommits,
      analyzeKeepsNothing,
      rollbackKeepsChanges,
    ]
  }
}
