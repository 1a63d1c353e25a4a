/// Puts the parts of an element in its place: a list of one pair becomes a list of two.
///
/// The parts are spans inside the element that have the label of what the element holds.
struct DissolveElements: ShrinkPass {
  func run(on target: ShrinkTarget) {
    while target.stopped == nil, dissolveOne(on: target) {}
  }

  private func dissolveOne(on target: ShrinkTarget) -> Bool {
    target.lists.contains { list in
      list.elements.contains { dissolve($0, of: list, on: target) }
    }
  }

  private func dissolve(_ element: Int, of list: ElementList, on target: ShrinkTarget) -> Bool {
    let own = target.spans[element]
    let held = target.spans.indices.first { target.spans[$0].parent == element }
    guard own.role == .element, let held, target.spans[held].role == .group else { return false }
    let parts = outermost(target.spans[held].label, inside: held, on: target)
    let count = target.choices[list.count]
    guard parts.count > 1, count.admits(count.value + parts.count - 1) else { return false }
    var candidate = target.script
    candidate[target.places[list.count]].value += parts.count - 1
    let opening = target.script[own.opened]
    let elements = parts.flatMap { [opening] + target.script[target.whole($0)] + [.close] }
    candidate.replaceSubrange(target.whole(element), with: elements)
    return target.consider(candidate, onlyShorter: true)
  }

  /// Spans of a label inside another, and in no other of that label between.
  private func outermost(
    _ label: SpanLabel, inside outer: Int, on target: ShrinkTarget
  ) -> [Int] {
    var found: [Int] = []
    for (place, span) in target.spans.enumerated().dropFirst(outer + 1) {
      guard span.closed < target.spans[outer].closed else { break }
      if span.label == label, found.last.map({ target.spans[$0].closed < span.opened }) ?? true {
        found.append(place)
      }
    }
    return found
  }
}
