/// Looks at simpler values one by one, for numbers of which hardly any value fails.
///
/// A search that halves finds nothing when only every hundredth value fails. Such a number is
/// recognised by its neighbours, which pass on both sides.
struct ScanIsolatedNumbers: ShrinkPass {
  /// How many values of one number are tried.
  private static let reach: UInt = 256

  func run(on target: ShrinkTarget) {
    // Of several numbers each may be isolated because another holds it; one alone is different.
    let numbers = target.choices.indices.filter { place in
      target.choices[place].isNumeric && target.choices[place].distance > 2
    }
    guard let number = numbers.first, numbers.count == 1, isIsolated(number, on: target) else {
      return
    }
    scan(number, on: target)
  }

  private func isIsolated(_ number: Int, on target: ShrinkTarget) -> Bool {
    let choice = target.choices[number]
    let (next, overflow) = choice.value.addingReportingOverflow(
      choice.value < choice.simplest ? -1 : 1)
    guard !overflow,
      let candidate = target.edited([ChoiceChange(number, next)])
    else { return false }
    return target.fails(candidate) == false
  }

  private func scan(_ number: Int, on target: ShrinkTarget) {
    let start = target.choices[number]
    var candidate = start.with(start.simplest)
    for _ in 0..<Self.reach {
      guard let next = candidate.successor else { break }
      candidate = candidate.with(next)
      guard candidate.simplicity < start.simplicity else { return }
      if target.consider([ChoiceChange(number, next)]) { return }
    }
    stepDown(number, on: target)
  }

  /// Looks for the nearest lower value that fails, and takes as many steps of that size as it can.
  private func stepDown(_ number: Int, on target: ShrinkTarget) {
    let start = target.choices[number]
    for step in 2..<min(Self.reach, start.distance) {
      guard
        let value = start.value(
          atDistance: start.distance - step, below: start.value < start.simplest)
      else { return }
      guard target.consider([ChoiceChange(number, value)]) else { continue }
      repeatStep(step, number, on: target)
      return
    }
  }

  private func repeatStep(_ step: UInt, _ number: Int, on target: ShrinkTarget) {
    while number < target.choices.count {
      let now = target.choices[number]
      guard now.distance > step,
        let value = now.value(atDistance: now.distance - step, below: now.value < now.simplest),
        target.consider([ChoiceChange(number, value)])
      else { return }
    }
  }
}
