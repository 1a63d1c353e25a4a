/// Makes floating-point numbers simpler: whole, with fewer binary places, small, positive.
struct LowerFloats: ShrinkPass {
  func run(on target: ShrinkTarget) {
    var place = 0
    while place < target.choices.count {
      if target.choices[place].kind == .float, !target.choices[place].isSimplest {
        lower(place, on: target)
      }
      place += 1
    }
  }

  private func lower(_ place: Int, on target: ShrinkTarget) {
    func consider(_ value: Double) -> Bool {
      let key = FloatKey.key(of: value)
      guard place < target.choices.count, target.choices[place].admits(key) else { return false }
      return target.consider([ChoiceChange(place, key)])
    }
    if target.consider([ChoiceChange(place, target.choices[place].simplest)]) { return }
    _ = [0, 1, -1, 0.5, .greatestFiniteMagnitude, .infinity, -.infinity].first(where: consider)
    _ = consider(value(at: place, on: target).magnitude)
    roundToPlaces(place, on: target, consider)
    lowerWhole(place, on: target, consider)
    lowerFraction(place, on: target, consider)
  }

  private func value(at place: Int, on target: ShrinkTarget) -> Double {
    guard place < target.choices.count else { return 0 }
    return FloatKey.value(ofKey: target.choices[place].value)
  }

  /// Keeps as few binary places as possible.
  private func roundToPlaces(
    _ place: Int, on target: ShrinkTarget, _ consider: (Double) -> Bool
  ) {
    let start = value(at: place, on: target)
    guard start.isFinite else { return }
    for places in 0..<min(20, FloatKey.binaryPlaces(start.magnitude)) {
      let unit = Double(1 << places)
      for rule in [FloatingPointRoundingRule.towardZero, .awayFromZero]
      where consider((start * unit).rounded(rule) / unit) {
        return
      }
    }
  }

  /// Takes a few of the smallest binary fractions away that the number has.
  private func lowerFraction(
    _ place: Int, on target: ShrinkTarget, _ consider: (Double) -> Bool
  ) {
    let start = value(at: place, on: target)
    let places = FloatKey.binaryPlaces(start.magnitude)
    guard places > 0, places < 20 else { return }
    let unit = (start < 0 ? -1 : 1) / Double(1 << places)
    _ = (1...4).reversed().first { consider(start - Double($0) * unit) }
  }

  /// Bisects between zero and the whole part, keeping the fraction.
  private func lowerWhole(_ place: Int, on target: ShrinkTarget, _ consider: (Double) -> Bool) {
    let start = value(at: place, on: target)
    guard start.isFinite, start.magnitude >= 2 else { return }
    let fraction = start.magnitude - start.magnitude.rounded(.towardZero)
    var (low, high) = (-1.0, start.magnitude.rounded(.towardZero))
    let sign: Double = start < 0 ? -1 : 1
    for _ in 0..<1100 {
      // Of numbers far apart, halve the exponents first.
      let middle =
        (high > 1024 * max(low, 1) ? (max(low, 1) * high).squareRoot() : (low + high) / 2)
        .rounded(.down)
      guard low < middle, middle < high else { return }
      if consider(sign * (middle + fraction)) { high = middle } else { low = middle }
      if target.stopped != nil { return }
    }
  }
}
