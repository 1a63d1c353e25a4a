/// A largest matching between two copies of a graph's nodes along its edges.
///
/// The algorithm of Hopcroft and Karp, without recursion.
struct BipartiteMatching {
  private let graph: Digraph
  private var rightOfLeft: [Int]
  private var leftOfRight: [Int]
  private var level: [Int]
  /// Left nodes that have edges.
  private let active: [Int]

  init(_ graph: Digraph) {
    self.graph = graph
    rightOfLeft = Array(repeating: -1, count: graph.nodeCount)
    leftOfRight = rightOfLeft
    level = rightOfLeft
    active = (0..<graph.nodeCount).filter { !graph.targets(of: $0).isEmpty }
  }

  /// - Complexity: O(edges √nodes).
  mutating func maximize() {
    while findLevels() {
      var next = active.reduce(into: [Int: Int]()) { $0[$1] = graph.bounds(of: $1).lowerBound }
      for node in active where rightOfLeft[node] < 0 { augment(from: node, &next) }
    }
  }

  /// Sets each left node's distance from the free ones; answers whether a free right one is near.
  private mutating func findLevels() -> Bool {
    var queue = active.filter { rightOfLeft[$0] < 0 }
    for node in active { level[node] = rightOfLeft[node] < 0 ? 0 : -1 }
    var found = false
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for target in graph.targets(of: node) {
        let partner = leftOfRight[Int(target)]
        if partner < 0 {
          found = true
        } else if level[partner] < 0 {
          level[partner] = level[node] + 1
          queue.append(partner)
        }
      }
    }
    return found
  }

  private mutating func augment(from root: Int, _ next: inout [Int: Int]) {
    var path = [root]
    while let node = path.last {
      let position = next[node] ?? 0
      guard position < graph.bounds(of: node).upperBound else {
        level[node] = -1
        path.removeLast()
        continue
      }
      next[node] = position + 1
      let partner = leftOfRight[graph.target(at: position)]
      if partner < 0 { return flip(path, next) }
      if level[partner] == level[node] + 1 { path.append(partner) }
    }
  }

  /// Matches each node of the path along the edge it took last.
  private mutating func flip(_ path: [Int], _ next: [Int: Int]) {
    for node in path {
      let right = graph.target(at: (next[node] ?? 1) - 1)
      rightOfLeft[node] = right
      leftOfRight[right] = node
    }
  }

  /// What can be reached from free left nodes over edges and back over matched ones.
  func reachableFromFree() -> (left: [Bool], right: [Bool]) {
    var left = rightOfLeft.map { $0 < 0 }
    var right = Array(repeating: false, count: graph.nodeCount)
    var stack = left.indices.filter { left[$0] }
    while let node = stack.popLast() {
      for target in graph.targets(of: node) where !right[Int(target)] {
        right[Int(target)] = true
        let partner = leftOfRight[Int(target)]
        if partner >= 0, !left[partner] {
          left[partner] = true
          stack.append(partner)
        }
      }
    }
    return (left, right)
  }
}
