/// Chooses values at random: the laws by which a fresh case is drawn.
struct RandomChooser {
  var numbers: SplitMix64
  /// How large collections may grow, from 0 to 1; the first iterations of a run are small.
  let size: Double
  private var echoes: ContiguousArray<Int> = []
  private var swarmMasks: [UInt32: UInt64] = [:]

  /// How many earlier numbers of the case may be drawn again.
  private static let echoCapacity = 16

  init(seed: UInt64, size: Double) {
    numbers = SplitMix64(seed: seed)
    self.size = size
  }

  /// A number of a mixture: in 64, three repeat an earlier number of this case, three are an end of
  /// the range or near zero, and the rest are uniform, or of uniform bit length in a wide range.
  mutating func integer(in range: ClosedRange<Int>, toward simplest: Int) -> Int {
    let value = freshInteger(range.lowerBound, range.upperBound, simplest)
    if echoes.count < Self.echoCapacity {
      echoes.append(value)
    } else {
      echoes[Int(numbers.below(UInt64(Self.echoCapacity)))] = value
    }
    return value
  }

  private mutating func freshInteger(_ lower: Int, _ upper: Int, _ simplest: Int) -> Int {
    let dice = numbers.next() & 63
    if dice < 3, !echoes.isEmpty {
      let echo = echoes[Int(numbers.below(UInt64(echoes.count)))]
      if lower <= echo, echo <= upper { return echo }
    }
    if dice >= 3, dice < 6 { return edge(lower, upper) }
    let width = UInt64(bitPattern: Int64(upper &- lower))
    if width > 1 << 16 { return ofUniformLength(lower, upper, simplest) }
    return lower + Int(numbers.below(width + 1))
  }

  private mutating func edge(_ lower: Int, _ upper: Int) -> Int {
    switch numbers.below(5) {
    case 0: lower
    case 1: upper
    case 2: min(max(0, lower), upper)
    case 3: min(max(1, lower), upper)
    default: min(max(-1, lower), upper)
    }
  }

  /// A number whose distance from the simplest has a uniformly drawn number of bits.
  private mutating func ofUniformLength(_ lower: Int, _ upper: Int, _ simplest: Int) -> Int {
    let above = UInt64(bitPattern: Int64(upper &- simplest))
    let below = UInt64(bitPattern: Int64(simplest &- lower))
    let goesUp = below == 0 || above != 0 && numbers.next() & 1 == 0
    let room = goesUp ? above : below
    let bits = numbers.below(UInt64(65 - room.leadingZeroBitCount))
    let distance = min(room, bits == 0 ? 0 : numbers.next() >> (64 - bits))
    let step = Int(Int64(bitPattern: distance))
    return goesUp ? simplest &+ step : simplest &- step
  }

  /// A length: half the time short, sometimes longer, now and then at an end of its range.
  mutating func count(in range: ClosedRange<Int>) -> Int {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let dice = numbers.next() & 15
    if dice == 15 {
      return numbers.next() & 1 == 0 ? lower : capped(upper, at: lower, plus: 60)
    }
    let ceiling =
      dice < 8
      ? capped(upper, at: lower, plus: 6)
      : dice < 14 ? capped(upper, at: lower, plus: 20) : capped(upper, at: lower, plus: 1 << 10)
    return lower + Int(numbers.below(UInt64(ceiling - lower + 1)))
  }

  private func capped(_ upper: Int, at lower: Int, plus room: Int) -> Int {
    let scaled = size >= 1 ? room : max(1, Int(Double(room) * size))
    let (sum, overflow) = lower.addingReportingOverflow(scaled)
    return overflow ? upper : min(upper, sum)
  }

  /// One of several alternatives, the likelier the heavier.
  ///
  /// `total`: the sum of the weights, which is positive.
  mutating func branch(weights: [Int], total: Int) -> Int {
    var ticket = Int(numbers.below(UInt64(total)))
    for (place, weight) in weights.enumerated() {
      if ticket < weight { return place }
      ticket -= weight
    }
    return weights.count - 1
  }

  /// Which of at most 64 alternatives this case uses at all, as bits; never none.
  ///
  /// A case that lacks some kinds of command reaches states that a case with all of them hides.
  /// The mask only steers random drawing, and is no choice itself, so it never hinders shrinking.
  ///
  /// Source: Groce, Zhang, Eide, Chen, Regehr, "Swarm testing", 2012.
  mutating func swarmMask(at site: UInt32, count: Int) -> UInt64 {
    if let known = swarmMasks[site] { return known }
    let all: UInt64 = count >= 64 ? .max : 1 << UInt64(count) - 1
    let share = numbers.below(4)
    var mask = all
    if share > 0 {
      let kept = numbers.next() | (share == 1 ? 0 : numbers.next())
      mask = all & kept
      if mask == 0 { mask = all }
    }
    swarmMasks[site] = mask
    return mask
  }
}
