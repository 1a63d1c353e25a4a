/// Deletes an element together with a decision that stands alone: the turn of a merge that took it.
struct DeleteWithDecision: ShrinkPass {
  private static let longestList = 12
  private static let mostDecisions = 12

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, deleteOne(on: target) {}
  }

  private func deleteOne(on target: ShrinkTarget) -> Bool {
    let decisions = target.choices.indices.filter { place in
      target.choices[place].kind == .boolean && !target.choices[place].isSimplest
        && !isElement(target.innermostSpan(around: place), on: target)
    }
    guard decisions.count <= Self.mostDecisions else { return false }
    for list in target.lists where list.elements.count <= Self.longestList {
      let end = target.spans[list.elements[0]].start
      for place in list.elements.indices.reversed() {
        for decision in decisions where decision > end {
          let cut = target.places[decision]..<(target.places[decision] + 1)
          let candidate = target.without(place..<(place + 1), of: list, cutting: [cut])
          if let candidate, target.consider(candidate, onlyShorter: true) { return true }
        }
      }
    }
    return false
  }

  private func isElement(_ span: Int?, on target: ShrinkTarget) -> Bool {
    span.map { target.spans[$0].role == .element } ?? false
  }
}
