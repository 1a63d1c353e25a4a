/// Looks for the simplest value that some equal numbers may have, all of them at once.
///
/// First come the values that are likely to be the answer, then a search: for the number of bits,
/// then for the value. It assumes that if a value fails, larger ones do, and checks what it finds.
struct NumberSearch {
  let places: [Int]
  let target: ShrinkTarget
  /// Whether a number that cannot go down by one is tried further: by two, by half, divided.
  let isThorough: Bool

  /// The first of the numbers, as it is now.
  private var choice: Choice? {
    guard let first = places.first, let last = places.last, last < target.choices.count else {
      return nil
    }
    return target.choices[first]
  }

  private func consider(_ value: Int?) -> Bool {
    guard let value else { return false }
    return target.consider(value, at: places)
  }

  private func consider(distance: UInt) -> Bool {
    guard let choice, distance < choice.distance else { return false }
    return consider(choice.value(atDistance: distance, below: choice.value < choice.simplest))
  }

  func run() {
    guard let start = choice, !start.isSimplest else { return }
    if consider(start.simplest) { return }
    considerHints()
    considerMirror()
    if consider(distance: 1) { return }
    if isAnythingLower() { searchBits() }
    guard isThorough else { return }
    considerFactors()
    considerOtherSide()
  }

  /// Values that the numbers around suggest.
  private func considerHints() {
    for value in NumberHints(places: places, target: target).values {
      guard let now = choice, !now.isSimplest, now.admits(value) else { continue }
      guard now.with(value).simplicity < now.simplicity else { continue }
      _ = consider(value)
    }
  }

  /// The same distance on the simpler side.
  private func considerMirror() {
    guard let now = choice, now.value < now.simplest else { return }
    _ = consider(now.value(atDistance: now.distance, below: false))
  }

  /// Tries one less, and if thorough two less, and half, to see whether any smaller number does.
  private func isAnythingLower() -> Bool {
    guard let start = choice, start.distance > 1 else { return false }
    if consider(distance: start.distance - 1) { return true }
    guard isThorough, start.distance > 3 else { return false }
    return consider(distance: start.distance - 2) || consider(distance: start.distance / 2)
  }

  private func searchBits() {
    guard let start = choice else { return }
    var low = 1
    var high = UInt.bitWidth - start.distance.leadingZeroBitCount
    var floor: UInt = 1
    while low < high {
      let middle = (low + high) / 2
      let mask: UInt = 1 << UInt(middle) - 1
      if let now = choice, now.distance <= mask || consider(distance: mask) {
        high = middle
      } else {
        low = middle + 1
        floor = max(floor, mask)
      }
    }
    bisect(above: floor)
  }

  /// Finds the least distance between one that passes and the current one, which fails.
  private func bisect(above floor: UInt) {
    var floor = floor
    while let now = choice, floor + 1 < now.distance {
      let middle = floor + (now.distance - floor) / 2
      if !consider(distance: middle) { floor = middle }
      if target.stopped != nil { return }
    }
  }

  /// For numbers of which only multiples of something fail: takes out small prime factors.
  private func considerFactors() {
    guard let start = choice, start.distance > 3 else { return }
    var rest = start.distance
    var prime: UInt = 2
    while prime < 1000, prime <= rest {
      if rest.isMultiple(of: prime) {
        while let now = choice, now.distance.isMultiple(of: prime), now.distance / prime > 1,
          consider(distance: now.distance / prime)
        {}
        while rest.isMultiple(of: prime) { rest /= prime }
      }
      prime += 1
    }
  }

  /// A smaller number on the other side: after 3 come -1, -2.
  private func considerOtherSide() {
    guard let now = choice, now.value > now.simplest, now.distance > 1, now.distance < 1 << 20
    else { return }
    _ = consider(now.value(atDistance: now.distance - 1, below: true))
  }
}
