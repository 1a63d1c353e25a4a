/// A file of SQL, read: its statements in order and everything wrong with it.
package struct Script: Hashable, Sendable {
  package var source: SourceText
  package var dialect: Dialect
  package var statements: [Statement]
  /// In source order.
  ///
  /// Where there is an error, statements around it are still read.
  package var diagnostics: [Diagnostic]

  package init(
    source: SourceText, dialect: Dialect, statements: [Statement], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.dialect = dialect
    self.statements = statements
    self.diagnostics = diagnostics
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
