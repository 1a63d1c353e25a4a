package import DatabaseModel
package import Engines
package import SQLSyntax

/// A session that knows the catalog and no rows: what the catalog allows succeeds.
///
/// Statements are drawn against it where no simulated database is at hand.
package final class CatalogSession: Session {
  private var model: ModelSession
  private var hasFailed = false
  private var before: ModelSession
  /// What the rows had to satisfy for the last statement to succeed.
  package private(set) var demands: [RowDemand] = []

  package init(_ catalog: Catalog, state: SessionState = SessionState()) {
    model = ModelSession(catalog: catalog, state: state)
    before = model
  }

  /// Takes the last statement back, because the rows refused it.
  package func undo() {
    model = before
    hasFailed = dialect == .postgresql && model.state.isInTransactionBlock
  }

  package var dialect: Dialect { model.catalog.dialect }

  package var status: TransactionStatus {
    hasFailed ? .failed : model.state.isInTransactionBlock ? .inTransaction : .idle
  }

  package func run(_ statement: Statement) -> ScriptOutcome {
    if hasFailed, !statement.endsFailure { return refused(Self.abortedTransaction) }
    before = model
    demands = []
    switch model.execute(statement) {
    case .applied(let applied):
      hasFailed = false
      demands = applied.demands
      return ScriptOutcome(outcomes: [
        StatementOutcome(
          range: Self.nowhere, tag: dialect == .postgresql ? applied.tag : nil,
          notices: applied.notices, statusAfter: status)
      ])
    case .refused(let error):
      hasFailed = dialect == .postgresql && model.state.isInTransactionBlock
      return refused(error)
    case .unmodelled(let reason): return refused(Self.unmodelled(reason))
    }
  }

  /// Text is not read here.
  package func run(_ sql: String) -> ScriptOutcome { refused(Self.unmodelled("text is not read")) }

  package func run(_ sql: String, with parameters: [SQLValue]) -> ScriptOutcome { run(sql) }

  package func readCatalog() throws(DatabaseError) -> Catalog { model.catalog }

  package func readRowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest] { [:] }

  private func refused(_ error: DatabaseError) -> ScriptOutcome {
    ScriptOutcome(
      outcomes: [],
      failure: StatementFailure(error: error, range: Self.nowhere, statusAfter: status))
  }

  private static let nowhere = SourceRange(0, 0)

  private static let abortedTransaction = DatabaseError(
    state: "25P02",
    message:
      "current transaction is aborted, commands ignored until end of transaction block",
    scope: .transactionAborted)

  private static func unmodelled(_ reason: String) -> DatabaseError {
    DatabaseError(message: reason, scope: .unmodelled)
  }
}

extension Statement {
  /// Whether PostgreSQL accepts it in a failed transaction.
  fileprivate var endsFailure: Bool {
    guard case .transaction(let control) = kind else { return false }
    return switch control {
    case .commit, .rollback, .rollbackTo: true
    default: false
    }
  }
}
