/// A node of the syntax tree.
///
/// Two nodes are equal when they say the same thing, wherever they stand: a ``Place`` takes no part
/// in equality. That is what makes "what is printed parses to the same tree" a comparison.
package protocol SyntaxNode: Hashable, Sendable {
  /// Calls `visit` with each direct child that is a node, in source order as far as the grammar
  /// fixes one.
  func forEachChild(_ visit: (any SyntaxNode) -> Void)
}

extension SyntaxNode {
  /// Calls `body` with this node and every node below it, parents first; where it answers `false`
  /// the node's children are passed over.
  package func walk(_ body: (any SyntaxNode) -> Bool) {
    guard body(self) else { return }
    forEachChild { $0.walk(body) }
  }
}
