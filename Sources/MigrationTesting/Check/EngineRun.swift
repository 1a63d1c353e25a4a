import DatabaseModel
import Engines
import Migrations
import SQLSyntax

/// Runs migrations on a real engine, statement by statement, each migration in a transaction where
/// it allows one.
///
/// Goes on after a refusal, as ``CatalogRun`` does, so that the two can be compared. A check touches
/// nothing real, so statements that would open or write a file are not run.
struct EngineRun {
  let session: any Session
  /// Databases that were to be attached and are not there; what fails for that is not believed.
  private var absentDatabases: [String] = []

  init(session: any Session) {
    self.session = session
  }

  mutating func run(_ migration: Migration) -> MigrationTrace {
    let isWrapped = migration.transactionMode == .perMigration
    if isWrapped { _ = session.run("BEGIN") }
    var verdicts: [StatementVerdict] = []
    for statement in migration.script.statements {
      verdicts.append(execute(statement, in: migration.script.source))
    }
    // A migration that ends the transaction itself leaves nothing to commit.
    if session.status != .idle { _ = session.run(isWrapped ? "COMMIT" : "ROLLBACK") }
    return MigrationTrace(verdicts: verdicts)
  }

  private mutating func execute(
    _ statement: Statement, in source: SourceText
  ) -> StatementVerdict {
    guard let range = statement.place.range else { return .unmodelled(reason: "it has no text") }
    if let database = statement.attachedFile {
      absentDatabases.append(database)
      return .unmodelled(reason: "it opens a file, and a check touches none")
    }
    if statement.writesFile {
      return .unmodelled(reason: "it writes a file, and a check touches none")
    }
    guard let error = session.run(source[range]).failure?.error else {
      return .accepted()
    }
    if let database = absentDatabases.first(where: { error.message.contains($0) }) {
      return .unmodelled(reason: "it needs database \(database), whose file was not opened")
    }
    return .refused(error)
  }
}

extension Statement {
  /// The name under which it attaches a file; `nil` where it attaches none, or one in memory.
  fileprivate var attachedFile: String? {
    guard case .attach(let file, let schema, _) = kind else { return nil }
    if case .literal(.string(let path)) = file.kind, path == ":memory:" || path.isEmpty {
      return nil
    }
    return switch schema.kind {
    case .column(let name): name.column.text
    case .literal(.string(let name)): name
    default: ""
    }
  }

  /// `VACUUM INTO file`.
  fileprivate var writesFile: Bool {
    if case .vacuum(let vacuum) = kind { vacuum.into != nil } else { false }
  }
}
