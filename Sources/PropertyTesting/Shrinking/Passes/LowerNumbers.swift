/// Lowers each number on its own as far as it goes.
///
/// When all of them together hardly moved, two numbers hold each other and would take turns, a step
/// at a time; then ``BalancePairs`` goes first. After a number has gone all the way, those behind it are tried in blocks that double, so that
/// many irrelevant numbers cost few evaluations.
struct LowerNumbers: ShrinkPass {
  /// Whether numbers that seem stuck are tried further; once a round is enough.
  let isThorough: Bool

  var name: String { isThorough ? "LowerNumbers, thorough" : "LowerNumbers" }

  func run(on target: ShrinkTarget) {
    let (before, improvements) = (total(target), target.improvements)
    lowerEach(on: target)
    if target.improvements > improvements, total(target) > before * 0.9 {
      BalancePairs().run(on: target)
    }
  }

  private func total(_ target: ShrinkTarget) -> Double {
    target.choices.reduce(0) { $0 + ($1.isNumeric ? Double($1.distance) : 0) }
  }

  private func lowerEach(on target: ShrinkTarget) {
    var place = 0
    while place < target.choices.count {
      let choice = target.choices[place]
      if choice.isNumeric, !choice.isSimplest {
        NumberSearch(places: [place], target: target, isThorough: isThorough).run()
        simplifyBlocks(after: place, on: target)
      }
      place += 1
    }
  }

  private func simplifyBlocks(after place: Int, on target: ShrinkTarget) {
    var size = 2
    while place < target.choices.count, target.choices[place].isSimplest {
      let block = target.choices.indices.dropFirst(place + 1)
        .filter { target.choices[$0].isNumeric && !target.choices[$0].isSimplest }.prefix(size)
      let changes = block.map { ChoiceChange($0, target.choices[$0].simplest) }
      guard changes.count > 1, target.consider(changes) else { return }
      size *= 2
    }
  }
}
