/// Deletes an element and exchanges two values on one side of it: what the element renamed.
struct DeleteAndSwap: ShrinkPass {
  private static let longestList = 12
  private static let mostSwaps = 24

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, deleteOne(on: target) {}
  }

  private func deleteOne(on target: ShrinkTarget) -> Bool {
    // Only what is mentioned more than once is a name.
    let swaps = ValueSwaps(target: target).changes.filter { $0.count > 2 }
    guard swaps.count <= Self.mostSwaps else { return false }
    for list in target.lists where list.elements.count <= Self.longestList {
      for place in list.elements.indices.reversed() {
        for swap in swaps where delete(place, of: list, swap, on: target) { return true }
      }
    }
    return false
  }

  private func delete(
    _ place: Int, of list: ElementList, _ swap: [ChoiceChange], on target: ShrinkTarget
  ) -> Bool {
    let span = target.spans[list.elements[place]]
    let sides = [swap.filter { $0.place < span.start }, swap.filter { $0.place >= span.end }]
    return sides.contains { changes in
      guard !changes.isEmpty else { return false }
      let candidate = target.without(place..<(place + 1), of: list, changing: changes)
      return candidate.map { target.consider($0) } ?? false
    }
  }
}
