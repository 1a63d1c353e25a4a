extension Generator {
  /// Values that contain values of their own kind, such as trees and expressions.
  ///
  /// ```swift
  /// let tree = Generator<Tree>.recursive("tree", leaf: leaf) { child in
  ///   child.array(count: 0...4).map(Tree.node)
  /// }
  /// ```
  ///
  /// `name`: what is made; a shrinker may put any such value in the place of one that holds it.
  /// `leaf`: values that contain none of their kind; simpler than all others.
  /// `leaves`: about how many leaves a whole value may have.
  /// `depth`: how deep a value may be; a leaf has depth 0.
  /// `branches`: given a generator of smaller values, makes one of larger ones.
  public static func recursive(
    _ name: String, leaf: Generator, leaves: Int = 25, depth: Int = 8,
    _ branches: (Generator) -> Generator
  ) -> Generator {
    let knot = Knot<Value>()
    let label = SpanLabel(named: name)
    let site = label.word
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
