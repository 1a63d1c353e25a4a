extension ChoiceSource {
  /// Where a draw stands in the source, as one word.
  static func site(_ line: UInt, _ column: UInt) -> UInt32 {
    UInt32(truncatingIfNeeded: line &* 1024 &+ column)
  }

  /// Draws an integer.
  ///
  /// `range`: the values it may have.
  /// `toward`: the simplest of them; without it, the one nearest to zero.
  public func integer(
    in range: ClosedRange<Int>, toward: Int = 0, line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Int {
    let simplest = min(max(toward, range.lowerBound), range.upperBound)
    var choice = Choice(
      .integer, value: simplest, in: range, simplest: simplest, site: Self.site(line, column))
    guard mode == .random else { return try supply(choice) }
    choice.value = random.integer(in: range, toward: simplest)
    return try record(choice)
  }

  /// Draws an integer of another type, such as `UInt8` or `Int64`.
  ///
  /// - Precondition: `Value` has at most 64 bits.
  public func integer<Value: FixedWidthInteger>(
    in range: ClosedRange<Value>, toward: Value = 0, line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Value {
    let key = IntegerKey<Value>()
    let drawn = try integer(
      in: key.encoded(range.lowerBound)...key.encoded(range.upperBound),
      toward: key.encoded(toward), line: line, column: column)
    return key.decoded(drawn)
  }

  /// Draws a boolean; false is simpler.
  ///
  /// `probability`: how often it is true.
  public func boolean(
    _ probability: Double = 0.5, line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Bool {
    var choice = Choice(
      .boolean, value: 0, in: 0...1, simplest: 0, site: Self.site(line, column))
    guard mode == .random else { return try supply(choice) == 1 }
    choice.value = random.numbers.unit() < probability ? 1 : 0
    return try record(choice) == 1
  }

  /// Draws which of several alternatives comes next; the first is the simplest.
  ///
  /// - Precondition: There is an alternative.
  public func branch(
    _ count: Int, line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Int {
    precondition(count > 0, "a branch needs an alternative")
    var choice = Choice(
      .branch, value: 0, in: 0...(count - 1), simplest: 0, site: Self.site(line, column))
    guard mode == .random else { return try supply(choice) }
    choice.value = Int(random.numbers.below(UInt64(count)))
    return try record(choice)
  }

  /// Draws which of several weighted alternatives comes next; the first is the simplest.
  ///
  /// A weight of zero keeps an alternative from being drawn at random, but a replay may take it.
  ///
  /// `isSwarmed`: whether each case leaves out some of the alternatives, at random.
  ///
  /// - Precondition: There is an alternative.
  public func branch(
    weights: [Int], isSwarmed: Bool = false, line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Int {
    try branch(weights: weights, isSwarmed: isSwarmed, site: Self.site(line, column))
  }

  /// Draws which of several weighted alternatives comes next.
  ///
  /// A weight of zero keeps an alternative from being drawn at random, but a replay may take it.
  ///
  /// `isSwarmed`: whether each case leaves out some of the alternatives, at random.
  func branch(weights: [Int], isSwarmed: Bool, site: UInt32) throws(Rejection) -> Int {
    precondition(!weights.isEmpty, "a branch needs an alternative")
    var choice = Choice(.branch, value: 0, in: 0...(weights.count - 1), simplest: 0, site: site)
    guard mode == .random else { return try supply(choice) }
    choice.value = randomBranch(weights, isSwarmed: isSwarmed, site: site)
    return try record(choice)
  }

  private func randomBranch(_ weights: [Int], isSwarmed: Bool, site: UInt32) -> Int {
    var allowed = weights
    if isSwarmed {
      let mask = random.swarmMask(at: site, count: weights.count)
      for place in allowed.indices where place < 64 && mask & (1 << UInt64(place)) == 0 {
        allowed[place] = 0
      }
      if !allowed.contains(where: { $0 > 0 }) { allowed = weights }
    }
    // Weights whose sum might overflow are scaled down; none that is positive vanishes.
    let most = Int.max / allowed.count
    if allowed.contains(where: { $0 > most }) {
      allowed = allowed.map { $0 > 0 ? max(1, $0 / allowed.count) : 0 }
    }
    let total = allowed.reduce(0, +)
    return total > 0
      ? random.branch(weights: allowed, total: total)
      : Int(random.numbers.below(UInt64(weights.count)))
  }

  /// Draws how many of something there are; nothing is recorded when the range leaves no choice.
  func count(in range: ClosedRange<Int>, site: UInt32) throws(Rejection) -> Int {
    precondition(range.lowerBound >= 0, "a count cannot be negative, as in \(range)")
    guard range.lowerBound < range.upperBound else { return range.lowerBound }
    var choice = Choice(
      .count, value: range.lowerBound, in: range, simplest: range.lowerBound, site: site)
    guard mode == .random else { return try supply(choice) }
    choice.value = random.count(in: range)
    return try record(choice)
  }
}
