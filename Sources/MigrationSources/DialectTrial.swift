import SQLParsing
import SQLSyntax

/// Recognises a dialect by what each parser says of the files, where no word tells.
enum DialectTrial {
  /// The dialect whose parser finds fewer errors; SQLite, said plainly, where both find as many.
  static func recognize(_ sources: [SourceText]) -> RecognizedDialect {
    let errors = { (dialect: Dialect) in
      sources.reduce(0) { count, source in
        count
          + SQLParser.parse(source, dialect: dialect).diagnostics.count { $0.severity == .error }
      }
    }
    let (sqlite, postgresql) = (errors(.sqlite), errors(.postgresql))
    if postgresql < sqlite {
      return RecognizedDialect(
        dialect: .postgresql, reason: "SQLite's grammar refuses what PostgreSQL's accepts")
    }
    return RecognizedDialect(
      dialect: .sqlite,
      reason: sqlite < postgresql
        ? "PostgreSQL's grammar refuses what SQLite's accepts"
        : "assumed, as nothing in the files tells the dialects apart")
  }
}
