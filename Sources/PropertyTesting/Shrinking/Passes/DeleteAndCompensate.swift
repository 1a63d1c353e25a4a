/// Deletes an element that holds one number, and gives its value to another element or takes that one
/// to an end of its range.
struct DeleteAndCompensate: ShrinkPass {
  /// Longer lists are left alone.
  private static let longestList = 12
  /// In longer lists only a neighbour takes the value.
  private static let allPairs = 4
  /// Elements of more choices are left alone.
  private static let largestElement = 3

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, deleteOne(on: target) {}
  }

  private func deleteOne(on target: ShrinkTarget) -> Bool {
    for list in target.lists where list.elements.count <= Self.longestList {
      let numbers = list.elements.map { number(of: $0, on: target) }
      if leaveOne(of: list, numbers[0], on: target) { return true }
      for place in list.elements.indices.reversed() {
        guard let mine = numbers[place] else { continue }
        for (other, number) in numbers.enumerated()
        where other != place && (numbers.count <= Self.allPairs || abs(other - place) == 1) {
          guard let number else { continue }
          if give(mine, to: number, deleting: place, of: list, on: target) { return true }
        }
      }
    }
    return false
  }

  /// The one number of an element, if there is one and what else was decided is at rest.
  private func number(of element: Int, on target: ShrinkTarget) -> Int? {
    let span = target.spans[element]
    guard span.count <= Self.largestElement else { return nil }
    let numbers = (span.start..<span.end).filter { target.choices[$0].isNumeric }
    let others = (span.start..<span.end).filter { !target.choices[$0].isNumeric }
    guard let place = numbers.first, numbers.count == 1,
      others.allSatisfy({ target.choices[$0].isSimplest })
    else { return nil }
    return place
  }

  /// All elements but the first, which goes to an end of its range.
  private func leaveOne(of list: ElementList, _ number: Int?, on target: ShrinkTarget) -> Bool {
    guard let number, list.elements.count > 2, list.elements.count <= Self.allPairs,
      target.choices[list.count].lower <= 1
    else {
      return false
    }
    let choice = target.choices[number]
    return [choice.lower, choice.upper].contains { value in
      let change = ChoiceChange(number, value)
      let candidate = target.without(1..<list.elements.count, of: list, changing: [change])
      return candidate.map { target.consider($0) } ?? false
    }
  }

  private func give(
    _ mine: Int, to other: Int, deleting place: Int, of list: ElementList, on target: ShrinkTarget
  ) -> Bool {
    let choice = target.choices[other]
    let (sum, overflow) = choice.value.addingReportingOverflow(target.choices[mine].value)
    return [overflow ? choice.upper : sum, choice.lower, choice.upper].contains { value in
      guard choice.admits(value) else { return false }
      let change = ChoiceChange(other, value)
      let candidate = target.without(place..<(place + 1), of: list, changing: [change])
      return candidate.map { target.consider($0) } ?? false
    }
  }
}
