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
    let prefix = "SELECT "
    let script = parse(SourceText(name: "expression", text: prefix + text))
    if let first = script.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(SyntaxError(first))
    }
    if script.statements.count == 1, case .select(let query) = script.statements[0].kind,
      case .select(let core) = query.body, core.items.count == 1, core.items[0].alias == nil,
      query == Query(body: .select(SelectCore(items: core.items)))
    {
      return .success(core.items[0].expression)
    }
    let source = SourceText(name: "expression", text: text)
    return .failure(
      SyntaxError(
        Diagnostic(
          code: "syntax-error", "One expression was expected here", in: source, at: source.range)))
  }
}
