/// Deletes an element and moves one later small number by one: an offset that counted past it.
///
/// What counts forward goes down by one. What counts back from the latest may have to go up, when
/// what is deleted had taken something away.
struct DeleteAndStep: ShrinkPass {
  private static let longestList = 16
  private static let largestOffset = 10_000
  /// Only offsets of a domain as small as this are raised.
  private static let smallDomain: UInt = 16

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, deleteOne(on: target) {}
  }

  private func deleteOne(on target: ShrinkTarget) -> Bool {
    for list in target.lists where list.elements.count <= Self.longestList {
      for place in list.elements.indices.reversed() where delete(place, of: list, on: target) {
        return true
      }
    }
    return false
  }

  private func delete(_ place: Int, of list: ElementList, on target: ShrinkTarget) -> Bool {
    let end = target.spans[list.elements[place]].end
    for (number, choice) in target.choices.enumerated().dropFirst(end) {
      for value in steps(from: choice) {
        let change = ChoiceChange(number, value)
        let candidate = target.without(place..<(place + 1), of: list, changing: [change])
        if let candidate, target.consider(candidate) { return true }
      }
    }
    return false
  }

  private func steps(from choice: Choice) -> [Int] {
    guard choice.isNumeric, choice.upper < Self.largestOffset else { return [] }
    var values: [Int] = []
    if !choice.isSimplest, choice.value > choice.lower { values.append(choice.value - 1) }
    if (choice.domainSize ?? .max) <= Self.smallDomain, choice.value < choice.upper {
      values.append(choice.value + 1)
    }
    return values
  }
}
