import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension World {
  func status(of id: Int32) -> TransactionStatus {
    guard let transaction = sessions[id]?.transaction, transaction.isBlock else { return .idle }
    return transaction.isFailed ? .failed : .inTransaction
  }

  /// The database as a session would see it now.
  mutating func view(of id: Int32) -> Database {
    guard var core = sessions[id], core.transaction != nil else { return committed }
    do throws(MergeConflict) {
      try refresh(&core)
    } catch {
      return core.transaction?.view ?? committed
    }
    return core.transaction?.view ?? committed
  }

  /// The server ends a connection: its transaction is rolled back at once, and the client hears of
  /// it at its next statement.
  mutating func terminate(_ id: Int32, _ state: SQLState, _ reason: String) {
    guard var core = sessions.removeValue(forKey: id) else { return }
    defer { sessions[id] = core }
    rollBack(&core)
    locks.releaseAll(of: id)
    core.waiting = nil
    core.advisoryCounts = [:]
    core.termination = DatabaseError(
      state: state, message: "terminating connection due to \(reason)", scope: .connectionLost)
  }

  /// A session that has nothing to do may not stay so for ever.
  mutating func passIdleTime(of id: Int32) {
    guard let core = sessions[id], core.waiting == nil, core.termination == nil else { return }
    let time = { (name: String) in core.settings[name]?.number ?? 0 }
    if core.transaction != nil {
      guard time("idle_in_transaction_session_timeout") > 0 else { return }
      terminate(id, "25P03", "idle-in-transaction timeout")
    } else if time("idle_session_timeout") > 0 {
      terminate(id, "57P05", "idle-session timeout")
    }
  }

  /// The server is killed and started again: what was not committed is gone, and so is every
  /// session.
  mutating func crash() {
    for id in sessions.keys.sorted() { disconnect(id) }
  }
}

extension Database {
  /// A digest of each table's rows.
  func rowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    let reader = ValueReader(catalog: catalog, session: SessionState())
    var digests: [ObjectPath: RowDigest] = [:]
    for (id, relation) in catalog.relations {
      guard case .table(let table) = relation,
        let schema = catalog.schemas[table.schema]?.name.text
      else { continue }
      var digest = RowDigest()
      let columns = table.columns.enumerated().filter { !$0.element.isDropped }
      for (_, row) in heaps[id]?.rows ?? RowTree() {
        var values: [SQLValue] = []
        for (index, column) in columns {
          let datum = index < row.count ? row[index] : .null
          guard let type = column.type, let value = ResultValue.value(datum, type, reader) else {
            throw DatabaseError(
              message: "How a value of \(table.name.text).\(column.name.text) is printed is "
                + "not modelled", scope: .unmodelled)
          }
          values.append(value)
        }
        digest.add(values)
      }
      digests[ObjectPath(.table, [schema, table.name.text])] = digest
    }
    return digests
  }
}
