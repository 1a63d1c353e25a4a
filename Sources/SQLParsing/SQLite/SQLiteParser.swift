package import SQLSyntax

/// SQLite's SQL, read by recursive descent.
///
/// It accepts a statement exactly where SQLite 3.40 does not call it a syntax error when preparing
/// it; whether names exist, columns match and functions are known is no question of syntax.
package enum SQLiteParser {
  /// Reads a whole file; after an error it goes on behind the statement's end.
  package static func parse(_ source: SourceText) -> Script {
    var reader = SQLiteScriptReader(source)
    reader.read()
    return Script(
      source: source, dialect: .sqlite, statements: reader.statements,
      diagnostics: reader.diagnostics)
  }

  /// Reads one expression and nothing else.
  package static func parseExpression(_ text: String) -> Result<SQLExpression, SyntaxError> {
    let source = SourceText(name: "expression", text: text)
    let tokens = SQLiteTokenizer.tokens(of: source.utf8, upTo: source.utf8.count)
    var parser = SQLiteStatementParser(source: source, tokens: tokens, position: 0)
    do throws(SQLiteSyntaxError) {
      let expression = try parser.expression(above: 0)
      guard parser.kind == .endOfInput else {
        throw parser.unexpected("the end of the expression")
      }
      return .success(expression)
    } catch {
      return .failure(
        SyntaxError(Diagnostic(code: error.code, error.message, in: source, at: error.range)))
    }
  }
}
