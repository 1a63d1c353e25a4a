package import DatabaseModel

/// Wrong decisions about sessions, transactions and locks.
extension PlantedFault {
  /// A lock is granted although a conflicting request waits before it.
  package static var readersPassTheQueue: PlantedFault { "readersPassTheQueue" }
  /// COMMIT of a failed transaction says COMMIT.
  package static var failedCommitsCommit: PlantedFault { "failedCommitsCommit" }
  /// An error leaves a transaction its locks until ROLLBACK.
  package static var errorsKeepLocks: PlantedFault { "errorsKeepLocks" }
  /// Who waited for a name finds it taken, as if it had come later.
  package static var racersComeLater: PlantedFault { "racersComeLater" }
  /// SET LOCAL outlives the transaction.
  package static var localSettingsStay: PlantedFault { "localSettingsStay" }
  /// Advisory locks of a session end with its transaction.
  package static var advisoryLocksEnd: PlantedFault { "advisoryLocksEnd" }
  /// ROLLBACK TO a savepoint gives no lock back.
  package static var savepointsKeepLocks: PlantedFault { "savepointsKeepLocks" }

  package static var ofWorld: [PlantedFault] {
    [
      readersPassTheQueue, failedCommitsCommit, errorsKeepLocks, racersComeLater,
      localSettingsStay, advisoryLocksEnd, savepointsKeepLocks,
    ]
  }
}
