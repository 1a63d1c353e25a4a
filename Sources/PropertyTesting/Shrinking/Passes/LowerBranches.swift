/// Takes simpler alternatives, and false rather than true.
///
/// What followed the branch is kept where it fits the new alternative, or else made simplest.
struct LowerBranches: ShrinkPass {
  /// How many of the simpler alternatives are tried.
  private static let alternatives = 16

  func run(on target: ShrinkTarget) {
    var place = 0
    while place < target.choices.count {
      let choice = target.choices[place]
      if choice.kind == .branch || choice.kind == .boolean { lower(place, on: target) }
      place += 1
    }
  }

  private func lower(_ place: Int, on target: ShrinkTarget) {
    let choice = target.choices[place]
    for value in (choice.lower..<choice.value).prefix(Self.alternatives) {
      let change = ChoiceChange(place, value)
      if target.consider([change]) { return }
      guard let span = target.innermostSpan(around: place) else { continue }
      let rest = (target.places[place] + 1)..<target.spans[span].closed
      if !rest.isEmpty, target.consider([change], cutting: [rest]) { return }
    }
  }
}
