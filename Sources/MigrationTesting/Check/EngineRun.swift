import DatabaseModel
import Engines
import Migrations
import SQLSyntax

/// Runs migrations on a real engine, statement by statement, each migration in a transaction where
/// it allows one.
///
/// Goes on after a refusal, as ``CatalogRun`` does, so that the two can be compared.
struct EngineRun {
  let session: any Session

  func run(_ migration: Migration) -> MigrationTrace {
    let isWrapped = migration.transactionMode == .perMigration
    if isWrapped { _ = session.run("BEGIN") }
    let verdicts = migration.script.statements.map { execute($0, in: migration.script.source) }
    // A migration that ends the transaction itself leaves nothing to commit.
    if session.status != .idle { _ = session.run(isWrapped ? "COMMIT" : "ROLLBACK") }
    return MigrationTrace(verdicts: verdicts)
  }

  private func execute(_ statement: Statement, in source: SourceText) -> StatementVerdict {
    guard let range = statement.place.range else { return .unmodelled(reason: "it has no text") }
    let outcome = session.run(source[range])
    return outcome.failure.map { .refused($0.error) } ?? .accepted
  }
}
