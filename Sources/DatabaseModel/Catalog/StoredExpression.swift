package import SQLSyntax

/// An expression the catalog keeps: its tree and the columns it uses.
package struct StoredExpression: Hashable, Sendable {
  package var syntax: SQLExpression
  /// Each column and object it depends on.
  package var references: [ObjectAddress]

  package init(
    syntax: SQLExpression, references: [ObjectAddress] = []
  ) {
    self.syntax = syntax
    self.references = references
  }
}
