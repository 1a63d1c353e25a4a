/// Finds a shortest cycle.
///
/// Breadth-first search from each node of one component, no deeper than the best cycle found; it
/// ends at the first cycle of two nodes, since none is shorter.
enum ShortestCycle {
  /// A shortest cycle among `nodes`, which form a strongly connected component; of several, one
  /// through the least node.
  ///
  /// The budget is how many edges to look at; when they are used up, the best cycle so far is given,
  /// and ``Result/isShortest`` is false.
  ///
  /// - Complexity: O(nodes × edges) of the component at most.
  static func find(
    in graph: Digraph, among nodes: [Int], budget: Int = 20_000_000, stopsAtFirst: Bool = false
  ) -> Result? {
    var search = Search(graph: graph, nodes: nodes, budget: budget)
    var best: [Int]?
    for node in nodes {
      if let cycle = search.cycle(through: node, shorterThan: best?.count ?? .max) {
        best = cycle
      }
      if stopsAtFirst, best != nil { break }
      if best?.count == 2 || search.budget <= 0 && best != nil { break }
    }
    return best.map { Result(nodes: $0, isShortest: $0.count == 2 || search.budget > 0) }
  }

  struct Result {
    /// Each has an edge to the next, and the last one to the first; the least comes first.
    var nodes: [Int]
    var isShortest: Bool
  }

  private struct Search {
    let graph: Digraph
    private var isMember: [Bool]
    private var parent: [Int]
    private var stamp: [Int]
    private var round = 0
    var budget: Int

    init(graph: Digraph, nodes: [Int], budget: Int) {
      self.graph = graph
      self.budget = budget
      isMember = Array(repeating: false, count: graph.nodeCount)
      for node in nodes { isMember[node] = true }
      parent = Array(repeating: -1, count: graph.nodeCount)
      stamp = Array(repeating: 0, count: graph.nodeCount)
    }

    mutating func cycle(through start: Int, shorterThan limit: Int) -> [Int]? {
      round += 1
      var level = [start]
      var length = 1
      while !level.isEmpty, length < limit {
        var next: [Int] = []
        for node in level {
          for target in graph.targets(of: node) where isMember[Int(target)] {
            budget -= 1
            if Int(target) == start, node != start { return path(to: node, from: start) }
            guard stamp[Int(target)] != round, Int(target) != start else { continue }
            stamp[Int(target)] = round
            parent[Int(target)] = node
            next.append(Int(target))
          }
        }
        level = next
        length += 1
      }
      return nil
    }

    private func path(to end: Int, from start: Int) -> [Int] {
      var path = [end]
      while let last = path.last, last != start { path.append(parent[last]) }
      let cycle = Array(path.reversed())
      let least = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
      return Array(cycle[least...] + cycle[..<least])
    }
  }
}
