package import DatabaseModel
package import SQLSyntax

/// A connection to a database, for one thread at a time.
///
/// It takes any SQL the user writes, BEGIN and COMMIT among it, and keeps no state of its own about
/// transactions: ``status`` asks the engine.
package protocol Session: AnyObject {
  var dialect: Dialect { get }
  var status: TransactionStatus { get }

  /// Executes the statements of a text one after the other, each with all its rows, and stops at
  /// the first that the engine refuses.
  ///
  /// Statements before it keep their effect, as far as the transaction allows. Empty statements
  /// give no outcome.
  func run(_ sql: String) -> ScriptOutcome

  /// Executes one statement whose `$1` (PostgreSQL) or `?1` (SQLite) stand for values.
  func run(_ sql: String, with parameters: [SQLValue]) -> ScriptOutcome

  /// Executes a statement that is parsed already.
  ///
  /// Places in the outcome count within the statement as it is printed.
  func run(_ statement: Statement) -> ScriptOutcome

  /// The schema as this session sees it; what the model cannot read stands in
  /// ``DatabaseModel/Catalog/unknowns``.
  func readCatalog() throws(DatabaseError) -> Catalog

  /// A digest of each table's rows that does not depend on their physical order.
  func readRowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest]
}

extension Session {
  package func run(_ statement: Statement) -> ScriptOutcome {
    run(SQLPrinter(dialect: dialect).print(statement))
  }
}

extension Session {
  /// Executes a text and gives what each statement gave.
  ///
  /// - Throws: The engine's first refusal; what the statements before it gave is lost, so use
  ///   ``run(_:)`` where it matters.
  @discardableResult
  package func execute(_ sql: String) throws(DatabaseError) -> [StatementOutcome] {
    let script = run(sql)
    if let failure = script.failure { throw failure.error }
    return script.outcomes
  }

  /// The rows of the last statement in a text.
  package func rows(_ sql: String) throws(DatabaseError) -> [[SQLValue]] {
    try execute(sql).last?.rows ?? []
  }
}
