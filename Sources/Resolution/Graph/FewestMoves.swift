import DatabaseModel

/// The order of an acyclic graph's nodes that leaves as many of them as possible in ascending
/// order.
///
/// The nodes that stay are a largest set in which no node has to come before a lesser one, that is,
/// a largest antichain of the relation "is greater, and must come first". By Dilworth's theorem its
/// size is the number of nodes less a largest matching of that relation; by König's theorem it can
/// be read off the matching. Of several largest sets the one with the least sum is taken, so that
/// those which others wait for move forward, and not those which wait. Everything else goes as
/// early as the least node that is ready can go.
struct FewestMoves {
  private(set) var order: [Int]
  /// By node: whether it leaves the ascending order.
  private(set) var isMoved: [Bool]
  /// Whether the number of moved nodes was proved least; beyond ``pairLimit`` it is only small.
  private(set) var isProved = true

  /// The most pairs of nodes in the wrong order that are looked at.
  static let pairLimit = 400_000

  /// - Complexity: O((n + m) log n) for n nodes and m edges where few pairs of nodes are in the
  ///   wrong order; O(p √n) further for p such pairs, p being at most ``pairLimit``.
  init?(
    nodeCount: Int, edges: [(from: Int32, to: Int32)], plantedFaults: PlantedFaults = .none
  ) {
    isMoved = Array(repeating: false, count: nodeCount)
    let graph = Digraph(nodeCount: nodeCount, edges: edges)
    order = graph.leastOrder()
    guard order.count == nodeCount else { return nil }
    let givesUp = plantedFaults.contains(.anyOrderWillDo)
    guard !givesUp, let inversions = Inversions(graph, topological: order) else {
      settle(graph, edges)
      return
    }
    if inversions.pairs.isEmpty { return }
    let stays = inversions.largestAntichain(plantedFaults)
    for node in 0..<nodeCount { isMoved[node] = !stays[node] }
    order = Self.leastOrder(edges, keeping: stays)
  }

  private static func leastOrder(
    _ edges: [(from: Int32, to: Int32)], keeping stays: [Bool]
  ) -> [Int] {
    let kept = stays.indices.filter { stays[$0] }
    let chain = zip(kept, kept.dropFirst()).map { (from: Int32($0), to: Int32($1)) }
    return Digraph(nodeCount: stays.count, edges: edges + chain).leastOrder()
  }

  /// Too many pairs to count: takes the better of two good orders.
  private mutating func settle(_ graph: Digraph, _ edges: [(from: Int32, to: Int32)]) {
    isProved = false
    let forward = order
    let last = Int32(graph.nodeCount - 1)
    let reversed = edges.map { (from: last - $0.to, to: last - $0.from) }
    let backward = Digraph(nodeCount: graph.nodeCount, edges: reversed).leastOrder()
      .reversed().map { Int(last) - $0 }
    let one = Self.longestAscent(forward)
    let other = Self.longestAscent(backward)
    order = other.count > one.count ? backward : forward
    isMoved = Array(repeating: true, count: graph.nodeCount)
    for node in other.count > one.count ? other : one { isMoved[node] = false }
  }

  /// A longest ascending run of elements, not necessarily neighbours.
  ///
  /// - Complexity: O(n log n).
  static func longestAscent(_ order: [Int]) -> [Int] {
    var tails: [Int] = []
    var previous = Array(repeating: -1, count: order.count)
    for (position, element) in order.enumerated() {
      var lower = 0
      var upper = tails.count
      while lower < upper {
        let middle = (lower + upper) / 2
        if order[tails[middle]] < element { lower = middle + 1 } else { upper = middle }
      }
      previous[position] = lower == 0 ? -1 : tails[lower - 1]
      if lower == tails.count { tails.append(position) } else { tails[lower] = position }
    }
    var ascent: [Int] = []
    var position = tails.last ?? -1
    while position >= 0 {
      ascent.append(order[position])
      position = previous[position]
    }
    return ascent.reversed()
  }
}
