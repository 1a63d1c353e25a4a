/// Makes characters simpler: equal ones together, then each on its own.
struct LowerCharacters: ShrinkPass {
  func run(on target: ShrinkTarget) {
    var groups: [Int: [Int]] = [:]
    for (place, choice) in target.choices.enumerated() where isOpen(choice) {
      groups[choice.value, default: []].append(place)
    }
    for (value, places) in groups.sorted(by: { $0.key < $1.key }) where places.count > 1 {
      let same = places.filter { place in
        place < target.choices.count && isOpen(target.choices[place])
          && target.choices[place].value == value
      }
      if same.count > 1 { lower(same, on: target) }
    }
    var place = 0
    while place < target.choices.count {
      if isOpen(target.choices[place]) { lower([place], on: target) }
      place += 1
    }
  }

  private func isOpen(_ choice: Choice) -> Bool { choice.kind == .character && !choice.isSimplest }

  private func lower(_ places: [Int], on target: ShrinkTarget) {
    var floor = -1
    // Halving assumes an order that characters need not have, so the simplest few are tried first.
    for value in 0..<4 where value < target.choices[places[0]].value {
      if target.consider(value, at: places) { return }
      floor = value
    }
    while let last = places.last, last < target.choices.count,
      floor + 1 < target.choices[places[0]].value
    {
      let middle = floor + (target.choices[places[0]].value - floor) / 2
      if !target.consider(middle, at: places) { floor = middle }
      if target.stopped != nil { return }
    }
  }
}
