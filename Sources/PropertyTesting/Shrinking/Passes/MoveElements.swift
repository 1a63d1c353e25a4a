/// Moves one element from one list into another of the same kind.
///
/// Trees of the same leaves have many shapes of one size; this finds the way from one to another.
/// Most of what it tries is not simpler, and costs a replay only.
struct MoveElements: ShrinkPass {
  private static let mostLists = 12
  private static let mostEvaluations = 64

  func run(on target: ShrinkTarget) {
    let evaluations = target.evaluations
    while target.evaluations - evaluations < Self.mostEvaluations, target.stopped == nil,
      moveOne(on: target)
    {}
  }

  private func moveOne(on target: ShrinkTarget) -> Bool {
    let lists = target.spans.indices.filter { place in
      let span = target.spans[place]
      return span.role == .list && span.start < span.end
        && target.choices[span.start].kind == .count
    }
    guard lists.count <= Self.mostLists else { return false }
    for from in lists {
      let elements = target.spans.indices.filter { target.spans[$0].parent == from }
      for element in elements {
        for to in lists where to != from && move(element, of: from, to: to, on: target) {
          return true
        }
      }
    }
    return false
  }

  private func move(_ element: Int, of from: Int, to: Int, on target: ShrinkTarget) -> Bool {
    let (source, destination) = (target.spans[from], target.spans[to])
    let moved = target.whole(element)
    let (count, room) = (target.choices[source.start], target.choices[destination.start])
    guard source.label == destination.label, !moved.contains(destination.opened),
      count.value > count.lower, room.value < room.upper
    else { return false }
    // To the end of the other list, or to its beginning.
    for place in [destination.closed, target.places[destination.start] + 1] {
      var candidate = target.script
      candidate[target.places[source.start]].value -= 1
      candidate[target.places[destination.start]].value += 1
      let tokens = target.script[moved]
      if place <= moved.lowerBound {
        candidate.removeSubrange(moved)
        candidate.insert(contentsOf: tokens, at: place)
      } else if place >= moved.upperBound {
        candidate.insert(contentsOf: tokens, at: place)
        candidate.removeSubrange(moved)
      }
      if target.consider(candidate) { return true }
    }
    return false
  }
}
