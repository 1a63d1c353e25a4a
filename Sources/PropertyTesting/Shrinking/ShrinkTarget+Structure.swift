/// A list as a shrinker sees it: a number, and that many spans of one label somewhere after it.
struct ElementList {
  /// The place of the number among the choices.
  let count: Int
  /// The elements, by their places among the spans.
  let elements: [Int]
}

extension ShrinkTarget {
  /// Spans of one label in one parent, in order; groups in the order of their first members.
  var siblingGroups: [[Int]] {
    struct Key: Hashable {
      let parent: Int
      let label: SpanLabel
      let role: ChoiceSpan.Role
    }
    var places: [Key: Int] = [:]
    var groups: [[Int]] = []
    for (place, span) in spans.enumerated() where span.role != .member {
      let key = Key(parent: span.parent, label: span.label, role: span.role)
      if let group = places[key] {
        groups[group].append(place)
      } else {
        places[key] = groups.count
        groups.append([place])
      }
    }
    return groups
  }

  /// The lists of the best case from which something can be deleted, the longest first.
  ///
  /// The count of a list need not be the library's: a number that somebody drew for a loop of his
  /// own serves, and is recognised by its value.
  var lists: [ElementList] {
    siblingGroups.compactMap { group in
      counter(of: group).map { ElementList(count: $0, elements: group) }
    }
    .sorted { extent($0) > extent($1) }
  }

  private func extent(_ list: ElementList) -> Int {
    guard let first = list.elements.first, let last = list.elements.last else { return 0 }
    return spans[last].end - spans[first].start
  }

  private func counter(of group: [Int]) -> Int? {
    let parent = spans[group[0]].parent
    if parent >= 0, spans[parent].role == .list, spans[parent].start < choices.count {
      let count = choices[spans[parent].start]
      if count.kind == .count, count.value == group.count { return spans[parent].start }
    }
    return earlierNumber(equalTo: group.count, before: spans[group[0]].start)
  }

  /// The nearest of the eight numbers before a place that has a value and could be a count.
  func earlierNumber(equalTo value: Int, before place: Int) -> Int? {
    var seen = 0
    for place in stride(from: place - 1, through: 0, by: -1) {
      let choice = choices[place]
      guard choice.kind == .integer || choice.kind == .count else { continue }
      if choice.lower >= 0, choice.isFree, choice.upper < 100_000, choice.value == value {
        return place
      }
      seen += 1
      if seen == 8 { return nil }
    }
    return nil
  }

  /// The best case without some elements of a list.
  func without(
    _ elements: Range<Int>, of list: ElementList, changing changes: [ChoiceChange] = [],
    cutting cuts: [Range<Int>] = []
  ) -> [ScriptToken]? {
    let count = ChoiceChange(list.count, choices[list.count].value - elements.count)
    return edited([count] + changes, cutting: elements.map { whole(list.elements[$0]) } + cuts)
  }

  /// The choices and whole spans that follow a token, up to the end of the span that it is in, or
  /// that it opens.
  func parts(after place: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var place = place + 1
    while place < script.count, script[place].tag != .close {
      let start = place
      var depth = 0
      repeat {
        if script[place].tag == .open { depth += 1 }
        if script[place].tag == .close { depth -= 1 }
        place += 1
      } while depth > 0 && place < script.count
      parts.append(start..<place)
    }
    return parts
  }
}
