import DatabaseModel

/// The pairs of nodes of an acyclic graph of which the greater has to come first.
struct Inversions {
  /// Sorted by the greater, `first`.
  private(set) var pairs: [(first: Int32, second: Int32)] = []
  private let nodeCount: Int

  /// `nil` where there are more than ``FewestMoves/pairLimit``.
  init?(_ graph: Digraph, topological order: [Int]) {
    nodeCount = graph.nodeCount
    let least = Self.leastReachable(graph, order)
    var stamp = Array(repeating: -1, count: nodeCount)
    var work = 0
    for node in 0..<nodeCount where least[node] < node {
      var stack = [node]
      while let current = stack.popLast() {
        for target in graph.targets(of: current) {
          work += 1
          let target = Int(target)
          guard stamp[target] != node else { continue }
          stamp[target] = node
          if target < node { pairs.append((Int32(node), Int32(target))) }
          if least[target] < node { stack.append(target) }
        }
      }
      if pairs.count > FewestMoves.pairLimit || work > 10 * FewestMoves.pairLimit { return nil }
    }
  }

  /// By node: the least node that comes behind it.
  private static func leastReachable(_ graph: Digraph, _ order: [Int]) -> [Int] {
    var least = Array(repeating: Int.max, count: graph.nodeCount)
    for node in order.reversed() {
      for target in graph.targets(of: node) {
        least[node] = min(least[node], Int(target), least[Int(target)])
      }
    }
    return least
  }

  /// By node: whether it belongs to the largest set without a pair, least in sum.
  func largestAntichain(_ plantedFaults: PlantedFaults) -> [Bool] {
    let isReversed = plantedFaults.contains(.waitersMove)
    let graph = Digraph(
      nodeCount: nodeCount,
      edges: pairs.map { isReversed ? ($0.second, $0.first) : ($0.first, $0.second) })
    var matching = BipartiteMatching(graph)
    matching.maximize()
    let (left, right) = matching.reachableFromFree()
    return (0..<nodeCount).map { left[$0] && !right[$0] }
  }
}
