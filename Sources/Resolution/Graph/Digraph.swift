/// A directed graph on numbers from 0, with its edges in one array.
struct Digraph {
  let nodeCount: Int
  /// Where each node's targets start in ``targets``; one more entry than nodes.
  private let starts: [Int]
  private let targets: [Int32]
  /// For each entry of ``targets``, the index of its edge as it was given.
  private let edges: [Int32]

  /// - Complexity: O(nodes + edges).
  init(nodeCount: Int, edges: [(from: Int32, to: Int32)]) {
    self.nodeCount = nodeCount
    var starts = Array(repeating: 0, count: nodeCount + 1)
    for edge in edges { starts[Int(edge.from) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var targets = Array(repeating: Int32(0), count: edges.count)
    var numbers = targets
    for (number, edge) in edges.enumerated() {
      targets[next[Int(edge.from)]] = edge.to
      numbers[next[Int(edge.from)]] = Int32(number)
      next[Int(edge.from)] += 1
    }
    self.starts = starts
    self.targets = targets
    self.edges = numbers
  }

  func targets(of node: Int) -> ArraySlice<Int32> { targets[starts[node]..<starts[node + 1]] }

  /// Indexes of the edges that leave a node.
  func edges(of node: Int) -> ArraySlice<Int32> { edges[starts[node]..<starts[node + 1]] }

  /// How many targets the nodes before this one have; with ``target(at:)`` for walks without
  /// recursion.
  func bounds(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

  func target(at position: Int) -> Int { Int(targets[position]) }

  /// An order in which every edge goes forward, the least node first wherever there is a choice;
  /// nodes on cycles and behind them are left out.
  ///
  /// - Complexity: O((nodes + edges) log nodes).
  func leastOrder() -> [Int] {
    var waiting = Array(repeating: 0, count: nodeCount)
    for target in targets { waiting[Int(target)] += 1 }
    var heap = MinHeap()
    for node in 0..<nodeCount where waiting[node] == 0 { heap.insert(node) }
    var order: [Int] = []
    order.reserveCapacity(nodeCount)
    while let node = heap.popMin() {
      order.append(node)
      for target in self.targets(of: node) {
        waiting[Int(target)] -= 1
        if waiting[Int(target)] == 0 { heap.insert(Int(target)) }
      }
    }
    return order
  }
}
