import Migrations
import SQLParsing
import SQLSyntax

/// The checksums of a script's tokens: of the whole, and of each statement.
struct MigrationChecksums {
  var whole: Checksum
  var statements: [Checksum]

  /// The text is what was parsed: the file, with blanks where the other direction stands.
  init(of script: Script, text: SourceText) {
    let tokens = NormalizedTokens(text, dialect: script.dialect)
    whole = .sha256(of: tokens.bytes)
    statements = script.statements.map { statement in
      .sha256(of: statement.place.range.map(tokens.bytes(in:)) ?? [])
    }
  }
}
