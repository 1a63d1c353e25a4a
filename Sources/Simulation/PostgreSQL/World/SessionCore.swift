import DatabaseModel

/// What the server keeps of one connection.
struct SessionCore {
  let id: Int32
  var state: SessionState
  var settings = SettingStore()
  var transaction: TransactionState?
  /// How often the session, not the transaction, has taken each advisory lock.
  var advisoryCounts: [HeldLock: Int] = [:]
  /// What carries out its statements; it keeps what it has prepared for them.
  var execution: PostgreSQLExecution
  var waiting: WaitingStatement?
  /// What ends the connection at the next statement.
  var termination: DatabaseError?
  /// How many transactions and rollbacks to savepoints there were.
  var serial = 0

  init(id: Int32, state: SessionState) {
    self.id = id
    self.state = state
    execution = PostgreSQLExecution(database: World.nothing, session: state)
  }

  /// The lock that others take to wait for this transaction's end.
  var transactionTag: LockTag { .transaction(id, transaction?.serial ?? 0) }
}

/// A statement that could not go on at once.
struct WaitingStatement: Hashable, Sendable {
  /// Catalog entries of others that it waited for.
  var keys: Set<CatalogKey> = []
  /// What had been committed when it began to wait.
  var version = 0
  /// Rows of others that it waited for.
  var rows: RowWait?
}

/// What a statement knew when it began to wait for another transaction's rows.
struct RowWait: Hashable, Sendable {
  var table: ObjectID
  /// Rows it would have changed.
  var matched: Set<Int64>
  /// Those of them that the other has changed.
  var contested: Set<Int64>
  var heap: Heap?
}
