package import SQLSyntax

/// Reads SQL text into the tree, in either dialect.
///
/// Wrong SQL is no failure of the call: what is wrong stands in the script's diagnostics, and the
/// statements around it are read all the same.
package enum SQLParser {
  /// Reads a whole file.
  package static func parse(_ source: SourceText, dialect: Dialect) -> Script {
    switch dialect {
    case .postgresql: PostgreSQLParser.parse(source)
    case .sqlite: SQLiteParser.parse(source)
    }
  }

  /// Reads one expression and nothing else, as catalogs store defaults and checks.
  package static func parseExpression(
    _ text: String, dialect: Dialect
  ) -> Result<SQLExpression, SyntaxError> {
    switch dialect {
    case .postgresql: PostgreSQLParser.parseExpression(text)
    case .sqlite: SQLiteParser.parseExpression(text)
    }
  }

  /// Reads one query and nothing else, as catalogs store views.
  package static func parseQuery(_ text: String, dialect: Dialect) -> Result<Query, SyntaxError> {
    let script = parse(SourceText(name: "query", text: text), dialect: dialect)
    if let first = script.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(SyntaxError(first))
    }
    if script.statements.count == 1, case .select(let query) = script.statements[0].kind {
      return .success(query)
    }
    return .failure(
      SyntaxError(
        Diagnostic(
          code: "syntax-error", "One query was expected here", in: script.source,
          at: script.source.range)))
  }
}

/// Text that is not what it should be, as the diagnostic that says so.
package struct SyntaxError: Error, Hashable, Sendable {
  package var diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
