import DatabaseModel
import Engines
import MigrationEngine
import MigrationSources
import Migrations
import Resolution
import SQLSyntax
import SQLiteDriver

/// One check on its way: what ran where, and what came of it.
struct CheckRun {
  let source: MigrationSource
  let plantedFaults: PlantedFaults
  private let creators: CreatorIndex
  let resolution: PlanReport
  private(set) var predicted: [MigrationTrace] = []
  private(set) var actual: [MigrationTrace]?
  private var engine: String?
  /// Why a real engine was not used, where it should have been.
  private var engineFailure: DatabaseError?

  init(source: MigrationSource, plantedFaults: PlantedFaults = .none) {
    self.source = source
    self.plantedFaults = plantedFaults
    let resolved = DependencyResolver(plantedFaults: plantedFaults).resolve(source.set)
    creators = CreatorIndex(effects: resolved.effects)
    resolution = MigrationPlanner.report(resolved, of: source)
  }

  var migrations: [Migration] { source.set.migrations }

  mutating func runOnCatalog(_ progress: (CheckProgress) -> Void) {
    var run = CatalogRun(dialect: source.set.dialect, plantedFaults: plantedFaults)
    for (index, migration) in migrations.enumerated() {
      predicted.append(run.run(migration, effects: creators.effects[index]))
      progress(
        CheckProgress(stage: .onCatalog, done: index + 1, total: migrations.count))
    }
  }

  /// Runs on SQLite in memory where that is the dialect; PostgreSQL needs a server.
  mutating func runOnEngine(_ progress: (CheckProgress) -> Void) {
    guard source.set.dialect == .sqlite else { return }
    do {
      let session = try SQLiteSession()
      let version = try session.rows("SELECT sqlite_version()").first?.first?.text ?? ""
      var run = EngineRun(session: session)
      var traces: [MigrationTrace] = []
      for (index, migration) in migrations.enumerated() {
        traces.append(run.run(migration))
        progress(
          CheckProgress(stage: .onEngine, done: index + 1, total: migrations.count))
      }
      actual = traces
      engine = "SQLite \(version)"
    } catch {
      engineFailure = error
    }
  }

  func report() -> CheckReport {
    let refusals = refusalDiagnostics()
    let merged = merge(refusals: refusals.diagnostics)
    return CheckReport(
      directory: source.path, dialect: SQLDialect(source.set.dialect),
      dialectReason: source.dialectReason, migrationCount: migrations.count,
      statementCount: migrations.reduce(0) { $0 + $1.script.statements.count },
      engines: ["catalog"] + [engine].compactMap { $0 }, findings: merged.map(Finding.init),
      followingCount: refusals.followingCount, unmodelled: unmodelled(),
      disagreements: disagreements().map(Finding.init),
      skippedFiles: source.skipped.map { "\($0.name): \($0.reason)" })
  }

  /// The engine's verdicts where it ran, the catalog's otherwise.
  private func refusalDiagnostics() -> RefusalDiagnostics {
    var made = RefusalDiagnostics(
      migrations: migrations, creators: creators,
      showsFollowing: plantedFaults.contains(.followersAreTold),
      engine: engine ?? "the model of \(source.set.dialect.displayName)'s catalog")
    for (migration, trace) in (actual ?? predicted).enumerated() {
      for refusal in trace.refusals {
        made.add(refusal.error, migration: migration, statement: refusal.statement)
      }
    }
    return made
  }
}
