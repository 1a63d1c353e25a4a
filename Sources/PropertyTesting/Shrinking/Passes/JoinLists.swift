/// Moves all elements of a list into a later list of the same kind, and deletes the emptied one.
struct JoinLists: ShrinkPass {
  func run(on target: ShrinkTarget) {
    while joinTwo(on: target) {}
  }

  private func joinTwo(on target: ShrinkTarget) -> Bool {
    let lists = target.spans.indices.filter { place in
      let span = target.spans[place]
      return span.role == .list && span.count > 1 && target.choices[span.start].kind == .count
    }
    for (place, first) in lists.enumerated() {
      for second in lists[(place + 1)...] where join(first, into: second, on: target) {
        return true
      }
    }
    return false
  }

  private func join(_ first: Int, into second: Int, on target: ShrinkTarget) -> Bool {
    let (from, to) = (target.spans[first], target.spans[second])
    let (mine, theirs) = (target.choices[from.start], target.choices[to.start])
    guard from.label == to.label, to.start >= from.end, mine.value > 0, theirs.value > 0,
      mine.lower == 0, mine.value + theirs.value <= theirs.upper
    else { return false }
    let emptied = (target.places[from.start] + 1)..<from.closed
    var moved = target.script
    moved[target.places[to.start]].value += mine.value
    moved[target.places[from.start]].value = 0
    moved.insert(contentsOf: target.script[emptied], at: target.places[to.start] + 1)
    if let (list, element) = holder(of: first, apartFrom: second, on: target) {
      var shorter = moved
      shorter[target.places[list.count]].value -= 1
      shorter.removeSubrange(target.whole(element))
      if target.consider(shorter) { return true }
    }
    moved.removeSubrange(emptied)
    return target.consider(moved)
  }

  /// The element of some list that holds one list but not another.
  private func holder(
    of inner: Int, apartFrom other: Int, on target: ShrinkTarget
  ) -> (ElementList, Int)? {
    for list in target.lists {
      for element in list.elements where target.whole(element).contains(target.spans[inner].opened)
      {
        if !target.whole(element).contains(target.spans[other].opened) { return (list, element) }
      }
    }
    return nil
  }
}
