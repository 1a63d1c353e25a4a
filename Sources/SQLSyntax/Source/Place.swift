/// Where a node stands in its file; no part of what the node means.
///
/// - Invariant: Any two places are equal, so that nodes compare by meaning alone. Compare
///   ``range`` where the position itself is asked for.
package struct Place: Hashable, Sendable {
  /// `nil` for nodes that no file contains.
  package var range: SourceRange?

  package init(_ range: SourceRange? = nil) {
    self.range = range
  }

  package init(_ lowerBound: Int, _ upperBound: Int) {
    range = SourceRange(lowerBound, upperBound)
  }

  package static func == (first: Place, second: Place) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}
}
