/// Two numbers that hold each other in place, and the ways in which they may move together.
struct NumberPair {
  let first: Int
  let second: Int
  let target: ShrinkTarget
  /// Whether bits are looked at too.
  var isThorough = false

  func run() {
    let (one, other) = (target.choices[first], target.choices[second])
    // At the end of its range a partner at rest has no room to move, and costs nothing.
    if step(together: true) || step(together: false) { return }
    guard !other.isSimplest else { return }
    if isThorough, mask(one, other) { return }
    scale(one, other)
  }

  /// Moves the first towards its simplest value and the second by as much, the same or other way.
  ///
  /// - Returns: Whether it helped.
  private func step(together: Bool) -> Bool {
    let (one, other) = (target.choices[first], target.choices[second])
    let goesDown = one.value > one.simplest
    let secondGoesDown = goesDown == together
    let room =
      secondGoesDown
      ? UInt(bitPattern: other.value &- other.lower) : UInt(bitPattern: other.upper &- other.value)
    let reach = min(one.distance, room)
    guard reach > 0 else { return false }
    func move(_ distance: UInt) -> Bool {
      guard distance > 0, distance <= reach else { return false }
      let amount = Int(bitPattern: distance)
      return target.consider([
        ChoiceChange(first, goesDown ? one.value &- amount : one.value &+ amount),
        ChoiceChange(second, secondGoesDown ? other.value &- amount : other.value &+ amount),
      ])
    }
    return move(reach) || largest(upTo: reach, move) > 0
  }

  /// The largest step that helps, found by doubling and then halving; 0 when 1 does not help.
  private func largest(upTo limit: UInt, _ helps: (UInt) -> Bool) -> UInt {
    guard helps(1) else { return limit > 4 && helps(2) ? 2 : 0 }
    var (low, high): (UInt, UInt) = (1, 2)
    while high < limit, helps(high) { (low, high) = (high, high &* 2) }
    high = min(high, limit)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if helps(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// Keeps the bits in which the two differ: (132, 209) may become (0, 85).
  private func mask(_ one: Choice, _ other: Choice) -> Bool {
    guard one.lower >= 0, other.lower >= 0, one.simplest == 0 else { return false }
    return target.consider([
      ChoiceChange(first, 0), ChoiceChange(second, one.value ^ other.value),
    ])
  }

  /// Keeps the proportion: (30, 20) may become (3, 2).
  private func scale(_ one: Choice, _ other: Choice) {
    let divisor = greatestCommonDivisor(one.value.magnitude, other.value.magnitude)
    guard divisor > 1, divisor < UInt(Int.max) else { return }
    let factor = Int(divisor)
    let (unit, otherUnit) = (one.value / factor, other.value / factor)
    func consider(_ factor: Int) -> Bool {
      target.consider([
        ChoiceChange(first, unit &* factor), ChoiceChange(second, otherUnit &* factor),
      ])
    }
    guard consider(factor - 1) || consider(1) else { return }
    var (low, high) = (0, target.choices[first].value / (unit == 0 ? 1 : unit))
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if consider(middle) { high = middle } else { low = middle }
    }
  }

  private func greatestCommonDivisor(_ one: UInt, _ other: UInt) -> UInt {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }
}
