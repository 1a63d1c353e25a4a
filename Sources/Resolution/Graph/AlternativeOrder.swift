/// Chooses a provider for everyone who needs one of several.
///
/// An order is built in which each unit waits for all its edges and for one provider of each of its
/// choices, the least unit first; whoever comes first serves. That never misses an order, because
/// letting a unit run makes no other one wait.
struct AlternativeOrder {
  /// For each choice: the index of the provider that served, or `nil` where none came.
  private(set) var served: [Int?]

  /// - Complexity: O((units + edges + choices) log units).
  init(unitCount: Int, edges: [(from: Int32, to: Int32)], choices: [ProviderChoice]) {
    served = Array(repeating: nil, count: choices.count)
    let graph = Digraph(nodeCount: unitCount, edges: edges)
    var waiting = Array(repeating: 0, count: unitCount)
    for edge in edges { waiting[Int(edge.to)] += 1 }
    for choice in choices { for user in choice.users { waiting[Int(user.unit)] += 1 } }
    let offers = Self.offers(choices)
    let provided = Digraph(
      nodeCount: unitCount, edges: offers.map { (from: $0.unit, to: Int32($0.choice)) })
    var heap = MinHeap()
    for unit in 0..<unitCount where waiting[unit] == 0 { heap.insert(unit) }
    while let unit = heap.popMin() {
      for target in graph.targets(of: unit) { release(Int(target), &waiting, &heap) }
      for edge in provided.edges(of: unit) {
        let offer = offers[Int(edge)]
        guard served[offer.choice] == nil else { continue }
        served[offer.choice] = offer.provider
        for user in choices[offer.choice].users { release(Int(user.unit), &waiting, &heap) }
      }
    }
  }

  private static func offers(
    _ choices: [ProviderChoice]
  ) -> [(unit: Int32, choice: Int, provider: Int)] {
    choices.enumerated().flatMap { number, choice in
      choice.providers.enumerated().map { ($1.unit, number, $0) }
    }
  }

  private func release(_ unit: Int, _ waiting: inout [Int], _ heap: inout MinHeap) {
    waiting[unit] -= 1
    if waiting[unit] == 0 { heap.insert(unit) }
  }
}
