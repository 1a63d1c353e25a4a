/// A partition of numbers that only grows coarser.
struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) {
    parents = Array(0..<Int32(count))
  }

  /// - Complexity: Almost constant, over a run of calls.
  mutating func root(of element: Int32) -> Int32 {
    var element = element
    while parents[Int(element)] != element {
      parents[Int(element)] = parents[Int(parents[Int(element)])]
      element = parents[Int(element)]
    }
    return element
  }

  mutating func unite(_ first: Int32, _ second: Int32) {
    let one = root(of: first)
    let other = root(of: second)
    parents[Int(max(one, other))] = min(one, other)
  }
}
