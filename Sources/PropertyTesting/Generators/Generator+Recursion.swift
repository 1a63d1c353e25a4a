extension Generator {
  /// Values that contain values of their own kind, such as trees and expressions.
  ///
  /// ```swift
  /// let tree = Generator<Tree>.recursive("tree", leaf: leaf) { child in
  ///   child.array(count: 0...4).map(Tree.node)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - name: What is made; a shrinker may put any such value in the place of one that holds it.
  ///   - leaf: Values that contain none of their kind; simpler than all others.
  ///   - leaves: About how many leaves a whole value may have.
  ///   - depth: How deep a value may be; a leaf has depth 0.
  ///   - branches: Given a generator of smaller values, makes one of larger ones.
  public static func recursive(
    _ name: String, leaf: Generator, leaves: Int = 25, depth: Int = 8,
    _ branches: (Generator) -> Generator
  ) -> Generator {
    let knot = Knot<Value>()
    let label = Fingerprint.fnv1a(name.utf8)
    let site = UInt32(truncatingIfNeeded: label)
    let child = Generator(label) { source in try knot.draw(from: source, depth: depth, site: site) }
    knot.tie(leaf: leaf, branches: branches(child))
    return Generator(inline: { source in
      let outer = source.recursion
      defer { source.recursion = outer }
      source.recursion = RecursionBudget(depth: 0, leaves: leaves)
      return try source.draw(child)
    })
  }
}
