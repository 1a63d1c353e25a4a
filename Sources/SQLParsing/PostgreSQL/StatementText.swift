package import SQLSyntax

/// A statement of a text that nobody has parsed yet, as it would be sent to a server.
package struct StatementText: Hashable, Sendable {
  /// From its first token to its last, without the semicolon; in bytes from 0.
  package var range: SourceRange
  /// What stands between `COPY … FROM stdin;` and `\.`, in bytes from 0.
  package var copyData: SourceRange?

  package init(range: SourceRange, copyData: SourceRange? = nil) {
    self.range = range
    self.copyData = copyData
  }
}

extension PostgreSQLParser {
  /// Cuts a text into statements as psql does, whether or not they parse.
  ///
  /// What psql would take for a command of its own is given as a statement, for the server to refuse.
  package static func statements(in source: SourceText) -> [StatementText] {
    let lexer = PostgreSQLLexer(source.utf8, in: source.range)
    let text = TokenText(bytes: source.utf8, tokens: lexer.tokens)
    var statements: [StatementText] = []
    for piece in StatementSplit(text).pieces {
      switch piece {
      case .statement(let tokens): statements.append(StatementText(range: text.range(tokens)))
      case .metaCommand(let index):
        statements.append(StatementText(range: text.tokens[index].range))
      case .copyData(let index):
        let last = statements.count - 1
        if last >= 0 { statements[last].copyData = text.tokens[index].range }
      }
    }
    return statements
  }
}
