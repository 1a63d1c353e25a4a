import DatabaseModel
import HashTreeCollections
import SQLSyntax

/// A server with one database: what is committed, its sessions, and the locks between them.
///
/// - Invariant: Identities and numbers of rows are given once, also where what got them is rolled
///   back.
struct World {
  private(set) var committed: Database
  /// How often something was committed.
  private(set) var version = 0
  private(set) var nextID: ObjectID
  private var nextRows: [ObjectID: Int64] = [:]
  /// When a table last got a new file, by version: older snapshots see it empty.
  private(set) var rewrites: [ObjectID: Int] = [:]
  var locks = LockTable()
  var sessions: [Int32: SessionCore] = [:]
  private var nextSession: Int32 = 1001
  /// Circles of sessions that waited for each other; the server may have ended any of each.
  private(set) var deadlocks: [[Int32]] = []
  let initialState: SessionState

  init(_ database: Database, state: SessionState) {
    committed = database
    nextID = database.catalog.nextID
    initialState = state
    locks.ignoresQueue = state.plantedFaults.contains(.readersPassTheQueue)
  }

  mutating func connect() -> Int32 {
    for core in sessions.values {
      if let view = core.transaction?.view, sessions.count == 1 { publishSequences(of: view) }
    }
    let id = nextSession
    nextSession += 1
    sessions[id] = SessionCore(id: id, state: initialState)
    return id
  }

  /// The session is gone: its transaction is rolled back, its locks are free.
  mutating func disconnect(_ id: Int32) {
    guard var core = sessions.removeValue(forKey: id) else { return }
    rollBack(&core)
    locks.releaseAll(of: id)
  }

  /// Everything that is committed, as another database.
  mutating func restore(_ database: Database) {
    committed = database
    nextID = max(nextID, database.catalog.nextID)
    version += 1
  }

  // MARK: Transactions

  mutating func begin(
    _ core: inout SessionCore, isBlock: Bool, isolation: IsolationLevel? = nil,
    isReadOnly: Bool? = nil
  ) {
    core.serial += 1
    let level =
      isolation ?? core.settings["default_transaction_isolation"].flatMap {
        IsolationLevel(words: $0.text.asciiUppercased())
      } ?? .readCommitted
    committed.catalog.nextID = nextID
    core.transaction = TransactionState(
      isBlock: isBlock, isolation: level,
      isReadOnly: isReadOnly ?? (core.settings["default_transaction_read_only"]?.text == "on"),
      database: committed, version: version, settings: core.settings, session: core.state,
      serial: core.serial)
    core.state.isInTransactionBlock = isBlock
  }

  /// Puts the transaction's changes on what is committed.
  mutating func commit(_ core: inout SessionCore) throws(MergeConflict) {
    guard let transaction = core.transaction else { return }
    if transaction.hasWritten {
      if transaction.baseVersion == version {
        let sequences = committed.sequences
        committed = transaction.view
        if !sessions.isEmpty { keepSequences(sequences) }
      } else {
        committed = try transaction.view.merged(since: transaction.base, onto: committed)
      }
      version += 1
      noteRewrites(of: transaction)
    } else if sessions.isEmpty {
      publishSequences(of: transaction.view)
    }
    nextID = max(nextID, transaction.view.catalog.nextID)
    if !initialState.plantedFaults.contains(.localSettingsStay) {
      core.settings.endTransaction()
    }
    end(&core)
  }

  mutating func rollBack(_ core: inout SessionCore) {
    guard let transaction = core.transaction else { return }
    if sessions.isEmpty { publishSequences(of: transaction.view) }
    nextID = max(nextID, transaction.view.catalog.nextID)
    core.settings = transaction.settingsBefore
    core.state = transaction.sessionBefore
    end(&core)
  }

  private mutating func end(_ core: inout SessionCore) {
    core.transaction = nil
    core.state.isInTransactionBlock = false
    core.state.uncommittedLabels = []
    apply(core.settings, to: &core.state)
    if !locks.isEmpty { releaseTransactionLocks(of: core) }
  }

  private mutating func releaseTransactionLocks(of core: SessionCore) {
    var kept: [LockTag: Set<LockMode>] = [:]
    let keepsAdvisory = !initialState.plantedFaults.contains(.advisoryLocksEnd)
    for lock in core.advisoryCounts.keys where keepsAdvisory {
      kept[lock.tag, default: []].insert(lock.mode)
    }
    locks.releaseAll(of: core.id, keeping: kept)
  }

  // MARK: Sequences

  /// What sequences gave is kept whatever becomes of the transaction.
  ///
  /// While other sessions are connected this is done after each statement, else when it ends.
  mutating func publishSequences(of view: Database) {
    if view.sequences == committed.sequences { return }
    for (id, state) in view.sequences where committed.catalog.sequence(id) != nil {
      let known = committed.sequences[id]
      if known?.incarnation ?? 0 == state.incarnation { committed.sequences[id] = state }
    }
  }

  /// What was published counts, unless the transaction has restarted the sequence.
  private mutating func keepSequences(_ published: TreeDictionary<ObjectID, SequenceState>) {
    for (id, state) in published {
      guard let own = committed.sequences[id], own.incarnation == state.incarnation else {
        continue
      }
      committed.sequences[id] = state
    }
  }

  // MARK: Views

  /// What the statement sees: in READ COMMITTED all that is committed by now.
  mutating func refresh(_ core: inout SessionCore) throws(MergeConflict) {
    guard var transaction = core.transaction else { return }
    defer { core.transaction = transaction }
    transaction.view.catalog.nextID = max(nextID, transaction.view.catalog.nextID)
    if transaction.baseVersion != version {
      if transaction.isolation.seesCommits || !transaction.hasSnapshot {
        transaction.view =
          transaction.hasWritten
          ? try transaction.view.merged(since: transaction.base, onto: committed) : committed
        transaction.base = committed
        transaction.baseVersion = version
      } else {
        try keepSnapshot(&transaction)
      }
    }
    shareSequences(&transaction.view)
  }

  /// Catalogs are always read as they are; rows as they were when the snapshot was taken.
  ///
  /// Tables
  /// that got a new file since are empty in it, and so are tables that are new.
  private func keepSnapshot(_ transaction: inout TransactionState) throws(MergeConflict) {
    var next = transaction.view
    next.heaps = transaction.base.heaps
    var base = transaction.base
    let heaps = transaction.view.heaps
    var target = committed
    target.heaps = transaction.base.heaps
    for (id, relation) in committed.catalog.relations {
      guard case .table(let table) = relation else { continue }
      if let before = transaction.base.catalog.table(id) {
        if before.columns != table.columns, committed.heaps[id]?.rows.isEmpty == false {
          throw MergeConflict(what: "A snapshot older than a change of columns is not modelled")
        }
        if let at = rewrites[id], at > transaction.baseVersion {
          if heaps[id] != base.heaps[id] {
            throw MergeConflict(what: "Rows written before a table got a new file")
          }
          target.heaps[id] = nil
          base.heaps[id] = nil
          next.heaps[id] = nil
        }
      } else {
        target.heaps[id] = nil
      }
    }
    next.catalog = transaction.view.catalog
    var merged = try next.merged(since: base, onto: target)
    for (id, heap) in heaps where heap != transaction.base.heaps[id] { merged.heaps[id] = heap }
    transaction.view.catalog = merged.catalog
    transaction.view.heaps = merged.heaps
    transaction.base.catalog = committed.catalog
    transaction.base.heaps = target.heaps
    transaction.baseVersion = version
  }

  private func shareSequences(_ view: inout Database) {
    if view.sequences == committed.sequences { return }
    for (id, state) in committed.sequences where view.catalog.sequence(id) != nil {
      if view.sequences[id]?.incarnation ?? 0 == state.incarnation { view.sequences[id] = state }
    }
  }

  /// Rows of different sessions get different numbers.
  mutating func shareRowNumbers(_ tables: [ObjectID], _ view: inout Database) {
    for table in tables {
      guard let next = nextRows[table], var heap = view.heaps[table] ?? Heap() as Heap?,
        heap.nextRow < next
      else { continue }
      heap.nextRow = next
      view.heaps[table] = heap
    }
  }

  mutating func noteRowNumbers(_ tables: [ObjectID], _ view: Database) {
    for table in tables {
      nextRows[table] = max(nextRows[table] ?? 1, view.heaps[table]?.nextRow ?? 1)
    }
  }

  mutating func nextIDs(_ view: Database) { nextID = max(nextID, view.catalog.nextID) }

  mutating func note(deadlock: [Int32]) { deadlocks.append(deadlock) }

  /// Which tables got a new file matters to snapshots that are older.
  private mutating func noteRewrites(of transaction: TransactionState) {
    for id in transaction.rewritten { rewrites[id] = version }
  }

  func others(than id: Int32) -> [SessionCore] { sessions.values.filter { $0.id != id } }
}
