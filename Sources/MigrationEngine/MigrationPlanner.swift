package import MigrationSources
import Migrations
package import Resolution
import SQLSyntax

/// Orders the migrations of a directory.
public enum MigrationPlanner {
  /// Reads a directory and orders its migrations.
  ///
  /// - Parameters:
  ///   - directory: The directory's path.
  ///   - dialect: The dialect, or `nil` to recognise it from the files.
  /// - Returns: The order, or why there is none; nothing is thrown for what is wrong with a file.
  /// - Throws: ``DirectoryError`` when there is nothing to plan.
  public static func plan(
    directory: String, dialect: SQLDialect? = nil
  ) throws(DirectoryError) -> PlanReport {
    do {
      return plan(try SourceReader.read(directory, dialect: dialect?.dialect))
    } catch {
      throw DirectoryError(error)
    }
  }

  /// Orders migrations that have been read already.
  package static func plan(_ source: MigrationSource) -> PlanReport {
    report(DependencyResolver().resolve(source.set), of: source)
  }

  /// Tells what the resolver found out about migrations that have been read already.
  package static func report(_ resolution: Resolution, of source: MigrationSource) -> PlanReport {
    let set = source.set
    let moves = resolution.plan?.moves ?? []
    let needsMending =
      !moves.isEmpty || resolution.problems.contains { $0.isAboutOrder }
    return PlanReport(
      directory: source.path, dialect: SQLDialect(set.dialect),
      dialectReason: source.dialectReason,
      migrations: planned(resolution, moves: moves, set: set),
      dependencies: resolution.graph.recorded.map {
        PlannedDependency(
          file: $0.migration.rawValue, dependsOn: $0.dependsOn.rawValue,
          types: $0.types.map(\.rawValue))
      },
      cycles: resolution.cycles.map { $0.migrations.map(\.rawValue) },
      diagnostics: source.diagnostics + resolution.problems.map { $0.diagnostic(in: set) }
        + moves.map { $0.diagnostic(in: set) },
      skippedFiles: source.skipped.map { "\($0.name): \($0.reason)" },
      mended: needsMending ? SetMender(resolver: DependencyResolver()).mend(set) : nil)
  }

  private static func planned(
    _ resolution: Resolution, moves: [MigrationMove], set: MigrationSet
  ) -> [PlannedMigration] {
    let reasons = Dictionary(
      moves.map { ($0.migration, $0.reason?.reason ?? "it moves with the files around it") },
      uniquingKeysWith: { first, _ in first })
    return resolution.order.map { id in
      PlannedMigration(
        file: id.rawValue, filenamePosition: set.position(of: id) ?? 0,
        moveReasons: reasons[id].map { [$0] } ?? [])
    }
  }
}

extension ResolutionProblem {
  /// Whether another order, of files or of statements, may mend it.
  fileprivate var isAboutOrder: Bool {
    switch self {
    case .cycle, .misplaced: true
    case .missing, .refused, .undeclarable: false
    }
  }
}

extension MigrationMove {
  /// The move as a finding: whoever runs the files in filename order fails there.
  fileprivate func diagnostic(in set: MigrationSet) -> Diagnostic {
    let source =
      set[reason?.dependent.migration ?? migration]?.script.source
      ?? SourceText(name: migration.rawValue, text: "")
    let notes = reason.flatMap { edge -> Diagnostic.Note? in
      guard let other = set[edge.prerequisite.migration]?.script.source else { return nil }
      return Diagnostic.Note(edge.reason, in: other, at: edge.prerequisite.range)
    }
    return Diagnostic(
      code: "out-of-order",
      "\(migration) cannot run where its name puts it, at place \(filenamePosition + 1)",
      in: source, at: reason?.dependent.range, notes: notes.map { [$0] } ?? [],
      fixIts: [FixIt("run it at place \(planPosition + 1)")])
  }
}
