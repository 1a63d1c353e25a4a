/// All orders of `0..<count`, and the slow, obvious measure of how far each is from ascending.
package enum Permutations {
  package static func all(_ count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    return all(count - 1).flatMap { order in
      (0...order.count).map { position in
        var order = order
        order.insert(count - 1, at: position)
        return order
      }
    }
  }

  /// The largest ascending selections of an order's elements.
  package static func ascents(_ order: [Int]) -> [[Int]] {
    var best: [[Int]] = []
    for selection in 0..<(1 << order.count) {
      let chosen = order.indices.filter { selection & (1 << $0) != 0 }.map { order[$0] }
      guard chosen == chosen.sorted() else { continue }
      if chosen.count > (best.first?.count ?? 0) { best = [] }
      if chosen.count >= (best.first?.count ?? 0) { best.append(chosen) }
    }
    return best
  }

  /// How good an order is, the less the better: first how many elements leave ascending order; then
  /// the sum of those that stay; then the order itself.
  package static func measure(_ order: [Int]) -> [Int] {
    let ascents = ascents(order)
    let sum = ascents.map { $0.reduce(0, +) }.min() ?? 0
    return [order.count - (ascents.first?.count ?? 0), sum] + order
  }

  package static func best(_ orders: [[Int]]) -> [Int]? {
    orders.min { measure($0).lexicographicallyPrecedes(measure($1)) }
  }
}
