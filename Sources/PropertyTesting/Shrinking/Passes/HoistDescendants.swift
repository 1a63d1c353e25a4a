/// Puts a value that is part of another of its own kind in that one's place.
///
/// For trees: a node becomes one of its descendants.
struct HoistDescendants: ShrinkPass {
  func run(on target: ShrinkTarget) {
    var place = 0
    while place < target.spans.count {
      if !hoist(into: place, on: target) { place += 1 }
    }
  }

  private func hoist(into place: Int, on target: ShrinkTarget) -> Bool {
    let outer = target.spans[place]
    for (inner, span) in target.spans.enumerated().dropFirst(place + 1) {
      if span.start >= outer.end { return false }
      guard span.label == outer.label, span.role == outer.role, span.count < outer.count else {
        continue
      }
      var candidate = target.script
      candidate.replaceSubrange(
        target.inside(place), with: target.script[target.inside(inner)])
      if target.consider(candidate) { return true }
    }
    return false
  }
}
