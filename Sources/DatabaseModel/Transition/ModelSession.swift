package import SQLSyntax

/// A catalog with the session that works on it: what a run of statements on the model keeps.
///
/// Transactions and savepoints are copies of the catalog, kept until they end.
package struct ModelSession: Hashable, Sendable {
  package private(set) var catalog: Catalog
  package var state: SessionState
  /// The catalog before the transaction, if one is open.
  private var beforeTransaction: Catalog?
  /// The catalog at each open savepoint, in the order of ``SessionState/savepoints``.
  private var atSavepoints: [Catalog] = []

  package init(catalog: Catalog, state: SessionState = SessionState()) {
    self.catalog = catalog
    self.state = state
  }

  /// Applies a statement; a refusal or an unmodelled statement changes nothing.
  @discardableResult
  package mutating func execute(_ statement: Statement) -> Transition {
    let transition = catalog.applying(statement, in: state)
    guard case .applied(let applied) = transition else { return transition }
    let before = catalog
    catalog = applied.catalog
    if let session = applied.session { state = session }
    if case .transaction(let control) = statement.kind { follow(control, before: before) }
    return transition
  }

  private mutating func follow(_ control: TransactionControl, before: Catalog) {
    switch control {
    case .rollback:
      let keeps = state.plantedFaults.contains(.rollbackKeepsChanges)
      catalog = keeps ? catalog : beforeTransaction ?? catalog
    case .rollbackTo:
      let index = state.savepoints.count - 1
      let keeps = state.plantedFaults.contains(.savepointsKeepChanges)
      if atSavepoints.indices.contains(index), !keeps { catalog = atSavepoints[index] }
    case .savepoint: atSavepoints.append(before)
    default: break
    }
    atSavepoints.removeLast(max(0, atSavepoints.count - state.savepoints.count))
    if !state.isInTransactionBlock {
      beforeTransaction = nil
    } else if beforeTransaction == nil {
      beforeTransaction = before
    }
  }
}
