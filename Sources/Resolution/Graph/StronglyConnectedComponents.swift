/// The parts of a graph in which every node reaches every other.
///
/// Tarjan's algorithm with a stack of its own, so that depth costs memory only.
struct StronglyConnectedComponents {
  /// By node; components are numbered in reverse topological order.
  private(set) var component: [Int]
  private(set) var count = 0

  /// - Complexity: O(nodes + edges).
  init(_ graph: Digraph) {
    component = Array(repeating: -1, count: graph.nodeCount)
    var search = Search(nodeCount: graph.nodeCount)
    for node in 0..<graph.nodeCount where search.index[node] < 0 {
      visit(node, graph, &search)
    }
  }

  private struct Search {
    var index: [Int]
    var low: [Int]
    var stack: [Int] = []
    var frames: [(node: Int, next: Int)] = []
    var clock = 0

    init(nodeCount: Int) {
      index = Array(repeating: -1, count: nodeCount)
      low = index
    }

    mutating func enter(_ node: Int, _ graph: Digraph) {
      index[node] = clock
      low[node] = clock
      clock += 1
      stack.append(node)
      frames.append((node, graph.bounds(of: node).lowerBound))
    }
  }

  private mutating func visit(_ root: Int, _ graph: Digraph, _ search: inout Search) {
    search.enter(root, graph)
    while let frame = search.frames.last {
      let node = frame.node
      if frame.next < graph.bounds(of: node).upperBound {
        search.frames[search.frames.count - 1].next += 1
        let target = graph.target(at: frame.next)
        if search.index[target] < 0 {
          search.enter(target, graph)
        } else if component[target] < 0 {
          search.low[node] = min(search.low[node], search.index[target])
        }
      } else {
        search.frames.removeLast()
        if let parent = search.frames.last {
          search.low[parent.node] = min(search.low[parent.node], search.low[node])
        }
        if search.low[node] == search.index[node] { close(node, &search) }
      }
    }
  }

  private mutating func close(_ root: Int, _ search: inout Search) {
    while let node = search.stack.popLast() {
      component[node] = count
      if node == root { break }
    }
    count += 1
  }

  /// The components of more than one node, each in ascending order, the one with the least node
  /// first.
  var cyclic: [[Int]] {
    var sizes = Array(repeating: 0, count: count)
    for number in component { sizes[number] += 1 }
    var slots = Array(repeating: -1, count: count)
    var members: [[Int]] = []
    for (node, number) in component.enumerated() where sizes[number] > 1 {
      if slots[number] < 0 {
        slots[number] = members.count
        members.append([])
      }
      members[slots[number]].append(node)
    }
    return members
  }
}
