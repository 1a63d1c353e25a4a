import DatabaseModel
import SQLSyntax

/// How much a transaction sees of others.
package enum IsolationLevel: String, Hashable, Sendable {
  /// Another name of ``readCommitted``, which SHOW keeps.
  case readUncommitted = "read uncommitted"
  case readCommitted = "read committed"
  case repeatableRead = "repeatable read"
  case serializable = "serializable"

  /// As BEGIN has it.
  init?(words: String) { self.init(rawValue: words.asciiLowercased()) }

  /// Whether each statement sees what is committed by then.
  var seesCommits: Bool { self == .readCommitted || self == .readUncommitted }
}

/// A transaction that is open: what it started from, and where it stands.
struct TransactionState: Hashable, Sendable {
  /// BEGIN opened it, so that it goes on after the statement.
  var isBlock: Bool
  var isFailed = false
  var isolation: IsolationLevel
  var isReadOnly: Bool
  /// What others had committed when ``view`` last took it in.
  var base: Database
  var baseVersion: Int
  /// The database as the transaction sees it.
  var view: Database
  var pending = PendingChecks()
  var savepoints: [Savepoint] = []
  /// Settings, catalog session and notifications as they are put back by ROLLBACK.
  var settingsBefore: SettingStore
  var sessionBefore: SessionState
  /// A statement has looked at the database, so that the isolation level is fixed.
  var hasSnapshot = false
  var hasWritten = false
  /// Statements whose locks nobody asked for yet.
  var unlocked: [UnlockedStatement] = []
  /// Locks taken, in order, so that ROLLBACK TO can give back the later ones.
  var lockLog: [HeldLock] = []
  /// Why the locks it holds are not all known.
  var unknownLocks: String?
  var uncertainLocks: [RelationLock] = []
  /// Tables that got a new file.
  var rewritten: Set<ObjectID> = []
  /// Rows that it has locked without changing them.
  var rowLocks: [ObjectID: [Int64: Bool]] = [:]
  /// Raised when what was written is taken back, so that whoever waits for it looks again.
  var serial: Int

  init(
    isBlock: Bool, isolation: IsolationLevel, isReadOnly: Bool, database: Database, version: Int,
    settings: SettingStore, session: SessionState, serial: Int
  ) {
    self.isBlock = isBlock
    self.isolation = isolation
    self.isReadOnly = isReadOnly
    base = database
    baseVersion = version
    view = database
    settingsBefore = settings
    sessionBefore = session
    self.serial = serial
  }
}

/// A point within a transaction that ROLLBACK TO goes back to.
struct Savepoint: Hashable, Sendable {
  var name: String
  var view: Database
  var base: Database
  var baseVersion: Int
  var pending: PendingChecks
  var settings: SettingStore
  var session: SessionState
  var lockCount: Int
  var unlockedCount: Int
  var uncertainCount: Int
  var hasWritten: Bool
  var rowLocks: [ObjectID: [Int64: Bool]]
  var unknownLocks: String?
}

/// A lock in the order of taking.
struct HeldLock: Hashable, Sendable {
  var tag: LockTag
  var mode: LockMode
}

/// A statement that ran while no other session was there, with what tells its locks.
struct UnlockedStatement: Hashable, Sendable {
  var statement: Statement
  var catalog: Catalog
  var session: SessionState
}
