/// Deletes elements of lists: all that may go at once, then halves, quarters, single ones.
///
/// - Invariant: The count goes down with the elements, so nothing after the list moves.
struct DeleteElements: ShrinkPass {
  func run(on target: ShrinkTarget) {
    var place = 0
    while true {
      let lists = target.lists
      guard place < lists.count, target.stopped == nil else { return }
      if shorten(lists[place], on: target) { place += 1 }
    }
  }

  /// - Returns: Whether the list is done with; otherwise it is no longer to be recognised, and the
  ///   lists have to be looked at afresh.
  private func shorten(_ list: ElementList, on target: ShrinkTarget) -> Bool {
    var list = list
    var size = max(1, list.elements.count - target.choices[list.count].lower)
    while true {
      var end = list.elements.count
      while end > 0 {
        let start = max(0, end - size)
        // From the back: later elements depend on earlier ones rather than the other way round.
        if let candidate = target.without(start..<end, of: list), target.consider(candidate) {
          guard let found = target.lists.first(where: { $0.count == list.count }) else {
            return false
          }
          list = found
          end = min(start, list.elements.count)
        } else {
          end = start
        }
      }
      if size == 1 { return true }
      size = (size + 1) / 2
    }
  }
}
