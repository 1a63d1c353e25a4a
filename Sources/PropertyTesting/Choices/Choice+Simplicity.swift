/// How far a value is from the simplest one; the order in which a shrinker prefers values.
///
/// Distance counts first, and of two equally distant values the larger is simpler: 0, 1, -1, 2, -2.
struct Simplicity: Hashable, Comparable {
  let distance: UInt
  let isBelow: Bool

  static func < (left: Simplicity, right: Simplicity) -> Bool {
    if left.distance != right.distance { return left.distance < right.distance }
    return !left.isBelow && right.isBelow
  }
}

extension Choice {
  /// The place of this choice's value in the order from simple to complicated.
  var simplicity: Simplicity {
    if kind == .float { return FloatKey.simplicity(ofKey: value) }
    return Simplicity(distance: distance, isBelow: value < simplest)
  }

  /// How many steps the value is from the simplest; no value traps, `Int.min` included.
  var distance: UInt {
    value >= simplest
      ? UInt(bitPattern: value &- simplest) : UInt(bitPattern: simplest &- value)
  }

  /// The value at a distance from the simplest, on the same side as the current one.
  ///
  /// - Returns: `nil` when the bounds do not reach so far.
  func value(atDistance distance: UInt, below: Bool) -> Int? {
    let room =
      below ? UInt(bitPattern: simplest &- lower) : UInt(bitPattern: upper &- simplest)
    guard distance <= room else { return nil }
    let step = Int(bitPattern: distance)
    return below ? simplest &- step : simplest &+ step
  }

  /// The next value in the order from simple to complicated; `nil` after the last.
  var successor: Int? {
    let isBelow = value < simplest
    if !isBelow, distance > 0, let mirror = self.value(atDistance: distance, below: true) {
      return mirror
    }
    if let next = self.value(atDistance: distance &+ 1, below: false) { return next }
    return self.value(atDistance: distance &+ 1, below: true)
  }

  /// The number of values the choice could take; `nil` when they do not fit a `UInt`.
  var domainSize: UInt? {
    let (size, overflow) = UInt(bitPattern: upper &- lower).addingReportingOverflow(1)
    return overflow ? nil : size
  }
}
