import Migrations
import Resolution
import SQLParsing
import SQLSyntax
import Testing

/// A set of migrations from file names and their SQL.
func makeSet(
  _ files: [(String, String)], dialect: Dialect = .postgresql,
  dependencies: [String: [String]] = [:], sourceLocation: SourceLocation = #_sourceLocation
) -> MigrationSet {
  let migrations = files.map { name, sql in
    let script = SQLParser.parse(SourceText(name: name, text: sql), dialect: dialect)
    for diagnostic in script.diagnostics where diagnostic.severity == .error {
      Issue.record("\(name): \(diagnostic.message)", sourceLocation: sourceLocation)
    }
    return Migration(
      id: Migration.ID(name), version: MigrationVersion(String(name.prefix { $0 != "_" })),
      script: script, dependencies: (dependencies[name] ?? []).map { DeclaredDependency($0) })
  }
  return MigrationSet(migrations, dialect: dialect)
}

/// The set of a mended set's files.
func makeSet(_ mended: MendedSet, dialect: Dialect) -> MigrationSet {
  makeSet(mended.files.map { ($0.name.rawValue, $0.text) }, dialect: dialect)
}

extension Resolution {
  /// The plan as numbers that the file names start with.
  var planned: [Int]? { plan.map { $0.migrations.map { $0.id.number } } }
}

extension Migration.ID {
  var number: Int { Int(rawValue.prefix { $0.isNumber }) ?? -1 }
}
