package import SQLSyntax

/// SQLite's SQL, read by recursive descent.
package enum SQLiteParser {
  package static func parse(_ source: SourceText) -> Script {
    Script(source: source, dialect: .sqlite, statements: [], diagnostics: [])
  }

  package static func parseExpression(_ text: String) -> Result<SQLExpression, SyntaxError> {
    let source = SourceText(name: "expression", text: text)
    return .failure(
      SyntaxError(
        Diagnostic(code: "syntax-error", "Not read yet", in: source, at: source.range)))
  }
}
