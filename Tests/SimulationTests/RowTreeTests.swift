import DatabaseModel
import Simulation
import TestSupport
import Testing

@Suite struct `A tree of rows` {
  /// A dictionary does the same, slowly and obviously.
  @Test(arguments: [3, 40, 5_000])
  func `holds what a dictionary holds, in order`(keys: Int64) {
    var random = SplitMix64(seed: UInt64(keys))
    var tree = RowTree()
    var oracle: [Int64: [Datum]] = [:]
    var copies: [(RowTree, [Int64: [Datum]])] = []
    for step in 0..<20_000 {
      let key = Int64(random.next() % UInt64(keys)) - 2
      if random.next() % 5 < 3 {
        tree[key] = [.integer(Int64(step))]
        oracle[key] = [.integer(Int64(step))]
      } else {
        #expect(tree.remove(key) == oracle.removeValue(forKey: key))
      }
      if step % 1_000 == 0 { copies.append((tree, oracle)) }
    }
    copies.append((tree, oracle))
    for (tree, oracle) in copies {
      #expect(tree.count == oracle.count)
      #expect(tree.map(\.key) == oracle.keys.sorted())
      #expect(tree.allSatisfy { oracle[$0.key] == $0.row })
      #expect(oracle.allSatisfy { tree[$0.key] == $0.value })
      #expect(tree.firstKey == oracle.keys.min() && tree.lastKey == oracle.keys.max())
    }
  }

  @Test func `of ascending keys is emptied from either end`() {
    var tree = RowTree()
    for key in Int64(0)..<3_000 { tree[key] = [] }
    for key in Int64(0)..<1_000 { #expect(tree.remove(key) != nil) }
    for key in (Int64(2_000)..<3_000).reversed() { #expect(tree.remove(key) != nil) }
    #expect(tree.map(\.key) == Array(1_000..<2_000))
    for key in Int64(1_000)..<2_000 { tree[key] = nil }
    #expect(tree.isEmpty && tree.firstKey == nil && tree.lastKey == nil)
    #expect(tree.remove(5) == nil)
  }
}
