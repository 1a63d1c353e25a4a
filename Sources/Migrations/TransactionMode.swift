package import SQLSyntax

/// How a migration wants its statements wrapped in transactions.
package enum TransactionMode: Hashable, Sendable {
  /// All its statements in one transaction, with the row that records it.
  case perMigration
  /// Each statement on its own.
  case none(NoTransactionReason)
}

/// Why a migration runs without a transaction around it.
package enum NoTransactionReason: Hashable, Sendable {
  /// The file says so, in a directive or by its name.
  case declared(Place)
  /// A statement that the engine refuses inside a transaction; the statement's place.
  case statement(Place)
  /// The file begins and ends transactions itself; the first such statement's place.
  case ownTransactions(Place)
}
