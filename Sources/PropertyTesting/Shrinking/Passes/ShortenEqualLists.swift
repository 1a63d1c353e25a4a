/// Deletes the same elements from lists that are equal: two names that have to stay one name.
struct ShortenEqualLists: ShrinkPass {
  private struct Content: Hashable {
    let label: SpanLabel
    let values: [Int]
  }

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, shortenOnce(on: target) {}
  }

  private func shortenOnce(on target: ShrinkTarget) -> Bool {
    var groups: [Content: [ElementList]] = [:]
    var order: [Content] = []
    for list in target.lists {
      guard let span = target.innermostSpan(around: list.count),
        target.spans[span].role == .list, target.spans[list.elements[0]].parent == span
      else { continue }
      let values = target.best.choices(of: target.spans[span]).map(\.value)
      let content = Content(label: target.spans[span].label, values: values)
      if groups[content] == nil { order.append(content) }
      groups[content, default: []].append(list)
    }
    return order.contains { content in
      guard let lists = groups[content], lists.count > 1 else { return false }
      return shorten(lists, on: target)
    }
  }

  private func shorten(_ lists: [ElementList], on target: ShrinkTarget) -> Bool {
    let count = lists[0].elements.count
    for size in Set([count - target.choices[lists[0].count].lower, 1]).sorted(by: >) where size > 0
    {
      for start in stride(from: count - size, through: 0, by: -1) {
        let counts = lists.map { ChoiceChange($0.count, count - size) }
        let cuts = lists.flatMap { list in
          (start..<(start + size)).map { target.whole(list.elements[$0]) }
        }
        if target.consider(counts, cutting: cuts) { return true }
      }
    }
    return false
  }
}
