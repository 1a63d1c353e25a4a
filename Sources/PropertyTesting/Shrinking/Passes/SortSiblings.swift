/// Puts siblings of one label in order, the simplest first: all at once, or two neighbours at a time.
struct SortSiblings: ShrinkPass {
  func run(on target: ShrinkTarget) {
    var place = 0
    var moves = 0
    while moves < 200, target.stopped == nil {
      let groups = target.siblingGroups.filter { $0.count > 1 }
      guard place < groups.count else { return }
      if improve(groups[place], on: target) { moves += 1 } else { place += 1 }
    }
  }

  private func improve(_ group: [Int], on target: ShrinkTarget) -> Bool {
    let sorted = group.sorted { left, right in isSimpler(left, right, on: target) }
    guard sorted != group else { return false }
    if target.consider(arranged(group, as: sorted, on: target)) { return true }
    guard group.count > 2 else { return false }
    for place in 1..<group.count where isSimpler(group[place], group[place - 1], on: target) {
      var order = group
      order.swapAt(place - 1, place)
      if target.consider(arranged(group, as: order, on: target)) { return true }
    }
    return false
  }

  private func isSimpler(_ left: Int, _ right: Int, on target: ShrinkTarget) -> Bool {
    ChoiceSequence.precedes(
      target.best.choices(of: target.spans[left]), target.best.choices(of: target.spans[right]))
  }

  private func arranged(
    _ group: [Int], as order: [Int], on target: ShrinkTarget
  ) -> [ScriptToken] {
    var candidate: [ScriptToken] = []
    var start = 0
    for (place, span) in group.enumerated() {
      candidate += target.script[start..<target.spans[span].opened]
      candidate += target.script[target.whole(order[place])]
      start = target.spans[span].closed + 1
    }
    return candidate + target.script[start...]
  }
}
