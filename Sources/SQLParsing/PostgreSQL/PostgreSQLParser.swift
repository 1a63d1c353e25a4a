package import SQLSyntax

/// PostgreSQL's SQL, read by PostgreSQL's own parser.
package enum PostgreSQLParser {
  package static func parse(_ source: SourceText) -> Script {
    Script(source: source, dialect: .postgresql, statements: [], diagnostics: [])
  }

  package static func parseExpression(_ text: String) -> Result<SQLExpression, SyntaxError> {
    let source = SourceText(name: "expression", text: text)
    return .failure(
      SyntaxError(
        Diagnostic(code: "syntax-error", "Not read yet", in: source, at: source.range)))
  }
}
