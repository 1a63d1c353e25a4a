/// A demand that a share of the cases carries a label.
///
/// Whether it is met is decided by a sequential test: the run goes on until the share is surely
/// high enough or surely too low. "Surely" allows one error in 10^9 runs.
///
/// Source: Claessen, QuickCheck's `checkCoverage`; Wilson, "Probable inference", 1927.
public struct CoverageRequirement: Hashable, Sendable {
  /// The label that a property or a generator gives with ``Observations/label(_:)``.
  public let label: String
  /// The share of cases that must carry it, from 0 to 1.
  public let share: Double

  /// A demand on a label.
  public init(_ label: String, atLeast share: Double) {
    self.label = label
    self.share = min(1, max(0, share))
  }

  /// What is known about a requirement.
  public enum State: Hashable, Sendable {
    /// The label surely occurs often enough.
    case met
    /// The label surely occurs too rarely.
    case failed
    /// More cases are needed to tell.
    case open
  }

  /// The quantile of the normal distribution that leaves half of 10^-9 on each side.
  private static let quantile = 6.109
  /// A share this much below the demanded one is still accepted, or shares that are met exactly
  /// would never be decided.
  private static let tolerance = 0.9

  func state(occurrences: Int, cases: Int) -> State {
    guard cases > 0 else { return .open }
    let interval = Self.interval(Double(occurrences), of: Double(cases))
    if interval.lowerBound >= Self.tolerance * share { return .met }
    return interval.upperBound < share ? .failed : .open
  }

  /// Between which shares the true one surely lies: the score interval of Wilson.
  static func interval(_ occurrences: Double, of cases: Double) -> ClosedRange<Double> {
    let square = quantile * quantile
    let share = occurrences / cases
    let middle = share + square / (2 * cases)
    let spread =
      quantile * (share * (1 - share) / cases + square / (4 * cases * cases)).squareRoot()
    let scale = 1 + square / cases
    return max(0, (middle - spread) / scale)...min(1, (middle + spread) / scale)
  }
}
