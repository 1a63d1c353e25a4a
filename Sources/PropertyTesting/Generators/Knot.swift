import Synchronization

/// Where a recursive generator and the generator of its children, which hold each other, meet.
final class Knot<Value>: Sendable {
  private struct Ends: Sendable {
    let leaf: Generator<Value>
    let branches: Generator<Value>
  }
  private let ends = Mutex<Ends?>(nil)

  func tie(leaf: Generator<Value>, branches: Generator<Value>) {
    ends.withLock { $0 = Ends(leaf: leaf, branches: branches) }
  }

  /// Draws a leaf or a branch.
  ///
  /// The budget only steers random drawing: a replay may take a branch wherever the depth allows,
  /// so that every level draws the same choices and a subtree fits everywhere.
  func draw(from source: ChoiceSource, depth: Int, site: UInt32) throws -> Value {
    guard let ends = ends.withLock({ $0 }) else {
      try source.reject("a recursive generator was drawn from before it was complete")
    }
    guard source.recursion.depth < depth else { return try source.draw(ends.leaf) }
    let mayBranch = source.recursion.leaves > 1
    let isBranch =
      try source.branch(weights: [1, mayBranch ? 1 : 0], isSwarmed: false, site: site) == 1
    guard isBranch else {
      source.recursion.leaves -= 1
      return try source.draw(ends.leaf)
    }
    source.recursion.depth += 1
    defer { source.recursion.depth -= 1 }
    return try source.draw(ends.branches)
  }
}
