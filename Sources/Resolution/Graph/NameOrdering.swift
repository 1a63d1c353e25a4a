import DatabaseModel

/// Finds an order of units in which nothing is refused.
struct NameOrdering {
  let program: NameProgram
  let constraints: NameConstraints
  /// From ``constraints`` and what files declare; `isPreference` ones may be broken.
  private var edges: [NameEdge]
  private let declared: [NameEdge]
  private let plantedFaults: PlantedFaults

  /// What came of the search.
  struct Outcome {
    /// All units: an order that runs, or the best that was found.
    var order: [Int]
    var isMoved: [Bool]
    /// Whether no order moves fewer units.
    var isProved = true
    /// The dependencies that the order keeps, choices settled.
    var edges: [NameEdge]
    /// Groups of units each of which has to come before every other one of its group.
    var cyclic: [[Int]] = []
    var refusal: NameMachine.Refusal?

    var isClean: Bool { cyclic.isEmpty && refusal == nil }
  }

  init(_ program: NameProgram, declared: [NameEdge], plantedFaults: PlantedFaults) {
    self.plantedFaults = plantedFaults
    self.program = program
    self.declared = declared
    constraints = NameConstraintBuilder.constraints(of: program)
    edges = constraints.edges + declared
  }

  private var count: Int { program.units.count }

  /// - Complexity: O(n log n) for n operations where the order is as good as given; for the rest see
  ///   ``FewestMoves`` and ``SmallSearch``.
  mutating func solve() -> Outcome {
    settleChoices()
    if let outcome = filenameOrder() { return outcome }
    var outcome = byEdges()
    if !constraints.contested.isEmpty {
      let search = SmallSearch(
        program: program, necessary: necessaryEdges(), preferences: preferences,
        core: constraints.contested.sorted())
      if let found = search.run() {
        outcome = found
        outcome.edges = edges.filter(Self.isKept(by: found.order))
      }
    }
    return outcome
  }

  private func necessaryEdges() -> [NameEdge] {
    let needed = zip(constraints.edges, constraints.isSuggested).filter { !$1 }.map(\.0)
    return needed + declared
  }

  private var preferences: [NameEdge] { edges.filter(\.isPreference) }

  /// Gives each choice a provider.
  private mutating func settleChoices() {
    guard !constraints.choices.isEmpty else { return }
    let hard = edges.filter { !$0.isPreference }.map { (from: $0.from, to: $0.to) }
    let settled = AlternativeOrder(
      unitCount: count, edges: hard, choices: constraints.choices)
    for (choice, served) in zip(constraints.choices, settled.served) {
      guard
        let provider = choice.providers.indices.contains(served ?? 0)
          ? choice.providers[served ?? 0] : nil
      else { continue }
      for user in choice.users where user.unit != provider.unit {
        edges.append(
          NameEdge(
            from: provider.unit, to: user.unit, fromOperation: provider.operation,
            toOperation: user.operation, key: choice.key, kind: .use))
      }
    }
  }

  /// The order as given, where nothing is wrong with it.
  private func filenameOrder() -> Outcome? {
    guard
      plantedFaults.contains(.declarationsAreIgnored) || declared.allSatisfy({ $0.from < $0.to })
    else { return nil }
    let order = Array(0..<count)
    var machine = NameMachine(program)
    guard machine.run(order) == nil else { return nil }
    return Outcome(
      order: order, isMoved: Array(repeating: false, count: count),
      edges: edges.filter { $0.from < $0.to })
  }

  private func byEdges() -> Outcome {
    let kept = NameOrdering.withoutImpossiblePreferences(edges, count: count)
    let pairs = kept.map { ($0.from, $0.to) }
    if let moves = FewestMoves(nodeCount: count, edges: pairs, plantedFaults: plantedFaults) {
      var machine = NameMachine(program)
      let refusal = machine.run(moves.order)
      return Outcome(
        order: moves.order, isMoved: moves.isMoved, isProved: moves.isProved, edges: kept,
        refusal: refusal)
    }
    let graph = Digraph(nodeCount: count, edges: pairs)
    return Outcome(
      order: Array(0..<count), isMoved: Array(repeating: false, count: count), isProved: false,
      edges: kept, cyclic: StronglyConnectedComponents(graph).cyclic)
  }

  private static func isKept(by order: [Int]) -> (NameEdge) -> Bool {
    var position = order
    for (index, unit) in order.enumerated() { position[unit] = index }
    return { position[Int($0.from)] < position[Int($0.to)] }
  }

  /// Leaves out preferences within groups of units that they would tie into a cycle.
  static func withoutImpossiblePreferences(_ edges: [NameEdge], count: Int) -> [NameEdge] {
    guard edges.contains(where: \.isPreference) else { return edges }
    let graph = Digraph(nodeCount: count, edges: edges.map { ($0.from, $0.to) })
    let components = StronglyConnectedComponents(graph)
    if components.count == count { return edges }
    return edges.filter {
      !$0.isPreference
        || components.component[Int($0.from)] != components.component[Int($0.to)]
    }
  }
}
