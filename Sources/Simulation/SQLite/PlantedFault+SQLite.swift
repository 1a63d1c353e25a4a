package import DatabaseModel

/// Wrong decisions of the simulated SQLite.
extension PlantedFault {
  /// Foreign keys are not checked.
  package static var foreignKeysAreIgnored: PlantedFault { "foreignKeysAreIgnored" }
  /// NULLs are equal in unique indexes.
  package static var nullsAreEqual: PlantedFault { "nullsAreEqual" }
  /// A row that is gone leaves its children as they are.
  package static var cascadesAreMissing: PlantedFault { "cascadesAreMissing" }
  /// Values are stored as they come.
  package static var affinityIsIgnored: PlantedFault { "affinityIsIgnored" }
  /// Unique indexes are checked from the oldest to the newest.
  package static var oldestIndexIsFirst: PlantedFault { "oldestIndexIsFirst" }
  /// CHECK is made before NOT NULL.
  package static var checkIsBeforeNotNull: PlantedFault { "checkIsBeforeNotNull" }
  /// A CHECK that is unknown fails.
  package static var unknownCheckFails: PlantedFault { "unknownCheckFails" }
  /// The next rowid is one more than there are rows.
  package static var rowIDsAreReused: PlantedFault { "rowIDsAreReused" }

  package static var ofSimulatedSQLite: [PlantedFault] {
    [
      foreignKeysAreIgnored, nullsAreEqual, cascadesAreMissing, affinityIsIgnored,
      oldestIndexIsFirst, checkIsBeforeNotNull, unknownCheckFails, rowIDsAreReused,
    ]
  }
}
