package import DatabaseModel
import Engines
public import MigrationEngine
import MigrationSources
import Migrations
import Resolution
import SQLSyntax
import SQLiteDriver

/// Checks a directory of migrations: everything that would go wrong, at its place.
public enum DirectoryCheck {
  /// Reads, orders and runs a directory's migrations, from nothing, touching no database but one of
  /// its own in memory.
  ///
  /// - Parameters:
  ///   - directory: The directory's path.
  ///   - dialect: The dialect, or `nil` to recognise it from the files.
  ///   - progress: Called after each migration of each stage.
  /// - Returns: What was found; nothing is thrown for what is wrong with a file.
  /// - Throws: ``DirectoryError`` when there is nothing to check.
  public static func run(
    directory: String, dialect: SQLDialect? = nil,
    progress: (CheckProgress) -> Void = { _ in }
  ) throws(DirectoryError) -> CheckReport {
    try run(
      directory: directory, dialect: dialect, plantedFaults: .none, progress: progress)
  }

  package static func run(
    directory: String, dialect: SQLDialect? = nil, plantedFaults: PlantedFaults,
    progress: (CheckProgress) -> Void = { _ in }
  ) throws(DirectoryError) -> CheckReport {
    let source: MigrationSource
    do {
      source = try SourceReader.read(directory, dialect: dialect?.dialect)
    } catch {
      throw DirectoryError(error)
    }
    var run = CheckRun(source: source, plantedFaults: plantedFaults)
    run.runOnCatalog(progress)
    run.runOnEngine(progress)
    return run.report()
  }
}
