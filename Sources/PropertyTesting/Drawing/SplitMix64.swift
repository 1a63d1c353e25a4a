/// A small generator of random numbers whose whole state is its seed.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A stream of numbers that is a function of the seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`, which must not be 0; off the uniform by less than `bound` / 2^64.
  mutating func below(_ bound: UInt64) -> UInt64 { next().multipliedFullWidth(by: bound).high }

  /// A number from 0 up to, but without, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// The seed of one iteration of a run.
  ///
  /// It depends on the run's seed and the iteration's number only, so that iteration *k* is the
  /// same alone, after others, and on any worker.
  public static func seed(ofIteration iteration: Int, inRun seed: UInt64) -> UInt64 {
    var mixer = SplitMix64(
      seed: seed ^ (UInt64(bitPattern: Int64(iteration)) &* 0xD1B5_4A32_D192_ED03))
    _ = mixer.next()
    return mixer.next()
  }
}
