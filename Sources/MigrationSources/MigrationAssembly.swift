import Migrations
import SQLParsing
import SQLSyntax

/// Makes migrations of files: parses them, cuts them at their markers, and joins up with down.
struct MigrationAssembly {
  let dialect: Dialect
  private(set) var diagnostics: [Diagnostic] = []
  private var migrations: [Migration] = []
  private var downs: [(name: FileName, id: Migration.ID, script: Script)] = []

  init(dialect: Dialect) {
    self.dialect = dialect
  }

  mutating func add(_ file: NamedFile) {
    guard let source = file.source else { return }
    let markers = DirectionMarkers(source)
    if file.name.direction == .down {
      downs.append((file.name, file.id, parse(source, in: source)))
      return
    }
    let upText = markers.isEmpty ? source : source.blanked(outside: markers.up)
    let up = parse(upText, in: source)
    let down =
      markers.down.isEmpty ? nil : parse(source.blanked(outside: markers.down), in: source)
    let checksums = MigrationChecksums(of: up, text: upText)
    migrations.append(
      Migration(
        id: file.id, version: file.name.version, name: file.name.name, script: up,
        downScript: down, checksum: file.checksum, tokenChecksum: checksums.whole,
        statementChecksums: checksums.statements,
        dependencies: markers.dependencies.map {
          DeclaredDependency($0.reference, place: Place($0.range))
        },
        transactionMode: TransactionRequirement.mode(of: up, declared: markers.noTransaction)))
  }

  /// All migrations, each with its down direction where a file of its own holds it.
  mutating func finish() -> [Migration] {
    var positions: [PairKey: Int] = [:]
    for (index, migration) in migrations.enumerated() {
      let key = PairKey(id: migration.id, version: migration.version, name: migration.name)
      if positions[key] == nil { positions[key] = index }
    }
    for down in downs {
      let key = PairKey(id: down.id, version: down.name.version, name: down.name.name)
      if let index = positions[key] {
        migrations[index].downScript = down.script
      } else {
        diagnostics.append(
          Diagnostic(
            .warning, code: "down-without-up",
            "This is the down direction of a migration that is not here",
            file: down.script.source.name))
      }
    }
    return migrations
  }

  /// Parses a file, or the parts of it that belong to one direction; places stay those of the file.
  private mutating func parse(_ text: SourceText, in source: SourceText) -> Script {
    var script = SQLParser.parse(text, dialect: dialect)
    script.source = source
    script.diagnostics = script.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.source != nil { diagnostic.source = source }
      return diagnostic
    }
    diagnostics += script.diagnostics
    return script
  }
}

extension SourceText {
  /// The same text with blanks in place of every byte outside the ranges, line ends kept.
  func blanked(outside ranges: [SourceRange]) -> SourceText {
    var bytes = utf8.map { $0 == 0x0A ? $0 : 0x20 }
    for range in ranges {
      bytes.replaceSubrange(
        range.lowerBound..<range.upperBound, with: utf8[range.lowerBound..<range.upperBound])
    }
    return SourceText(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}

/// What the two files of one migration have in common.
private struct PairKey: Hashable {
  var folder: String
  var version: MigrationVersion?
  var name: String

  init(id: Migration.ID, version: MigrationVersion?, name: String) {
    folder = id.rawValue.split(separator: "/").dropLast().joined(separator: "/")
    self.version = version
    self.name = name
  }
}
