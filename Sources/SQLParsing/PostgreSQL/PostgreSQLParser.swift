package import SQLSyntax

/// PostgreSQL's SQL, read by PostgreSQL's own parser.
///
/// The file is cut into statements by its tokens, and the library parses runs of them. Where a run
/// does not parse, each of its statements is parsed alone, so that every fault is found and all the
/// rest is read.
package enum PostgreSQLParser {
  package static func parse(_ source: SourceText) -> Script {
    var reading = ScriptReading(source)
    reading.read()
    return Script(
      source: source, dialect: .postgresql, statements: reading.statements,
      diagnostics: reading.sortedDiagnostics)
  }

  /// Reads one expression, as `SELECT` would take it.
  package static func parseExpression(_ text: String) -> Result<SQLExpression, SyntaxError> {
    let source = SourceText(name: "expression", text: text)
    let whole = EmbeddedText(bytes: source.utf8, range: source.range)
    let fragments = FragmentReading(source: source, embedded: whole, depth: 0)
    do throws(FragmentFailure) {
      let statement = try fragments.statement(
        fragments.text.tokens.indices, prefix: FragmentReading.expressionPrefix)
      guard let expression = FragmentReading.onlyExpression(of: statement) else {
        throw FragmentFailure(message: "One expression was expected here", range: source.range)
      }
      return .success(expression)
    } catch {
      return .failure(
        SyntaxError(Diagnostic(code: "syntax-error", error.message, in: source, at: error.range)))
    }
  }
}
