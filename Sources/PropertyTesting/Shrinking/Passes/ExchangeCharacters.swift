/// Exchanges two characters where that puts the simpler one first.
struct ExchangeCharacters: ShrinkPass {
  private static let mostCharacters = 24

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, exchangeOnce(on: target) {}
  }

  private func exchangeOnce(on target: ShrinkTarget) -> Bool {
    let places = target.choices.indices.filter { target.choices[$0].kind == .character }
    guard places.count <= Self.mostCharacters else { return false }
    for (index, first) in places.enumerated() {
      for second in places[(index + 1)...]
      where target.choices[first].value > target.choices[second].value {
        let changes = [
          ChoiceChange(first, target.choices[second].value),
          ChoiceChange(second, target.choices[first].value),
        ]
        if target.consider(changes) { return true }
      }
    }
    return false
  }
}
