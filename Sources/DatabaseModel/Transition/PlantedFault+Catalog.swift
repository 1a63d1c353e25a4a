/// Wrong decisions about what a statement does to a catalog.
extension PlantedFault {
  /// CREATE TABLE IF NOT EXISTS refuses a table that exists.
  package static var tableMustNotExist: PlantedFault { "tableMustNotExist" }
  /// CREATE TABLE looks at the table's name before it looks at the columns.
  package static var tableNameIsCheckedFirst: PlantedFault { "tableNameIsCheckedFirst" }
  /// DROP takes along what rests on the object, asked or not.
  package static var restrictCascades: PlantedFault { "restrictCascades" }
  /// DROP … CASCADE stops at what rests on the object directly.
  package static var cascadeStopsEarly: PlantedFault { "cascadeStopsEarly" }
  /// The name that PostgreSQL chooses is taken to be free.
  package static var chosenNamesAreFree: PlantedFault { "chosenNamesAreFree" }
  /// A foreign key may refer to columns that no key covers.
  package static var anyColumnsAreKeys: PlantedFault { "anyColumnsAreKeys" }
  /// A label added to an enum can be used in the same transaction.
  package static var newLabelsAreUsable: PlantedFault { "newLabelsAreUsable" }
  /// ROLLBACK TO a savepoint keeps what was done since.
  package static var savepointsKeepChanges: PlantedFault { "savepointsKeepChanges" }
  /// SQLite's DROP COLUMN does not read the schema again.
  package static var schemaIsNotReadAgain: PlantedFault { "schemaIsNotReadAgain" }
  /// SQLite's DROP COLUMN does not mind keys.
  package static var keyColumnsCanGo: PlantedFault { "keyColumnsCanGo" }
  /// SQLite's RENAME leaves the old name in indexes, triggers and views.
  package static var renamesStopAtTheTable: PlantedFault { "renamesStopAtTheTable" }

  package static var ofCatalog: [PlantedFault] {
    [
      tableMustNotExist, tableNameIsCheckedFirst, restrictCascades, cascadeStopsEarly,
      chosenNamesAreFree, anyColumnsAreKeys, newLabelsAreUsable, savepointsKeepChanges,
      schemaIsNotReadAgain, keyColumnsCanGo, renamesStopAtTheTable,
    ]
  }
}
