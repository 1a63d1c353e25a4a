/// Tries every order of a few units whose order decides more than edges can say.
///
/// Once those are in order, all else is a matter of edges; so nothing is missed.
struct SmallSearch {
  let program: NameProgram
  /// Edges that every order keeps in which nothing is refused.
  let necessary: [NameEdge]
  /// Edges to keep where that is possible.
  let preferences: [NameEdge]
  /// The units in question, ascending.
  let core: [Int]

  /// The most units whose orders are tried.
  static let unitLimit = 7
  /// The most operations that all trials together may run.
  static let workLimit = 6_000_000

  /// The order that moves the fewest units, or `nil` where there is none or where the limits forbid
  /// to look for it.
  ///
  /// - Complexity: O(k! n log n) for k units in question among n operations.
  func run() -> NameOrdering.Outcome? {
    let trials = (1...max(1, core.count)).reduce(1) { min($0 * $1, 1_000_000) }
    let cost = program.operations.count + necessary.count + program.units.count
    guard core.count <= Self.unitLimit, trials * cost <= Self.workLimit else { return nil }
    var best: Candidate?
    let precedes = reachability()
    forEachOrder(precedes) { order in
      guard let candidate = attempt(order) else { return }
      if best.map({ candidate.isBetter(than: $0) }) ?? true { best = candidate }
    }
    return best.map { candidate in
      var isMoved = Array(repeating: true, count: program.units.count)
      for unit in candidate.kept { isMoved[unit] = false }
      return NameOrdering.Outcome(order: candidate.order, isMoved: isMoved, edges: [])
    }
  }

  private struct Candidate {
    var order: [Int]
    var kept: [Int]

    func isBetter(than other: Candidate) -> Bool {
      if kept.count != other.kept.count { return kept.count > other.kept.count }
      let sum = kept.reduce(0, +)
      let otherSum = other.kept.reduce(0, +)
      return sum == otherSum ? order.lexicographicallyPrecedes(other.order) : sum < otherSum
    }
  }

  private func attempt(_ order: [Int]) -> Candidate? {
    let chain = zip(order, order.dropFirst()).map { (from: Int32($0), to: Int32($1)) }
    let hard = necessary.map { (from: $0.from, to: $0.to) } + chain
    let soft = preferences.map { (from: $0.from, to: $0.to) }
    let count = program.units.count
    guard
      let moves = FewestMoves(nodeCount: count, edges: hard + soft)
        ?? FewestMoves(nodeCount: count, edges: hard)
    else { return nil }
    var machine = NameMachine(program)
    guard machine.run(moves.order) == nil else { return nil }
    return Candidate(order: moves.order, kept: moves.isMoved.indices.filter { !moves.isMoved[$0] })
  }

  /// For each unit of the core: which others of the core it must precede.
  private func reachability() -> [[Bool]] {
    let graph = Digraph(
      nodeCount: program.units.count, edges: necessary.map { (from: $0.from, to: $0.to) })
    return core.map { unit in
      var seen = Array(repeating: false, count: graph.nodeCount)
      var stack = [unit]
      while let node = stack.popLast() {
        for target in graph.targets(of: node) where !seen[Int(target)] {
          seen[Int(target)] = true
          stack.append(Int(target))
        }
      }
      return core.map { seen[$0] }
    }
  }

  private func forEachOrder(_ precedes: [[Bool]], _ body: ([Int]) -> Void) {
    var isUsed = Array(repeating: false, count: core.count)
    var chosen: [Int] = []
    func extend() {
      if chosen.count == core.count { return body(chosen.map { core[$0] }) }
      for next in core.indices where !isUsed[next] {
        let mustWait = core.indices.contains { !isUsed[$0] && $0 != next && precedes[$0][next] }
        if mustWait || precedes[next][next] { continue }
        isUsed[next] = true
        chosen.append(next)
        extend()
        chosen.removeLast()
        isUsed[next] = false
      }
    }
    extend()
  }
}
