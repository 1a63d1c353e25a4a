import DatabaseModel

/// Finds a shortest cycle among units and the statements that make it.
struct CycleReport {
  let work: WorkingSet
  let solution: Solver.Solution
  var plantedFaults = PlantedFaults.none

  struct Found {
    /// Units, each before the next and the last before the first; the least comes first.
    var units: [Int]
    /// One for each pair of neighbours.
    var edges: [NameEdge]
    var report: DependencyCycle
  }

  func cycle(among component: [Int]) -> Found? {
    let all = solution.outcome.edges
    let graph = Digraph(
      nodeCount: work.units.count, edges: all.map { (from: $0.from, to: $0.to) })
    guard
      let found = ShortestCycle.find(
        in: graph, among: component,
        stopsAtFirst: plantedFaults.contains(.anyCycleWillDo))
    else { return nil }
    var edges: [NameEdge] = []
    for (unit, next) in zip(found.nodes, found.nodes.dropFirst() + found.nodes.prefix(1)) {
      let between = graph.edges(of: unit).map { all[Int($0)] }.filter { $0.to == Int32(next) }
      guard let edge = between.min(by: Self.isClearer) else { return nil }
      edges.append(edge)
    }
    let report = DependencyCycle(
      edges: edges.map { solution.edge($0, in: work) }, isShortest: found.isShortest,
      entangled: component.map { work.units[$0].id })
    return Found(units: found.nodes, edges: edges, report: report)
  }

  /// Of several edges between two units the first in the text explains best.
  private static func isClearer(_ first: NameEdge, _ second: NameEdge) -> Bool {
    (first.kind.rawValue, first.toOperation, first.fromOperation)
      < (second.kind.rawValue, second.toOperation, second.fromOperation)
  }
}
