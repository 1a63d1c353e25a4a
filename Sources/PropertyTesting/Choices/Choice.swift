/// One random decision: a number within bounds, and the value that is simplest there.
///
/// Everything that a generator makes is a function of the choices it draws, so a value is made
/// simpler by making its choices fewer or simpler, and no type needs a shrinker of its own.
///
/// - Invariant: `lower <= value <= upper` and `lower <= simplest <= upper`.
public struct Choice: Hashable, Sendable {
  /// What a choice stands for, which decides what a shrink pass may do with it.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A number that means its value.
    case integer
    /// A coin; 1 is true.
    case boolean
    /// How many elements follow.
    case count
    /// Which of several alternatives follows.
    case branch
    /// A place in an alphabet, its simplest character first.
    case character
    /// A floating-point number, as a key that grows with the number. See ``FloatKey``.
    case float
    /// A place among the members of a pool. See ``ChoiceSource/reference(to:live:line:column:)``.
    case reference
  }

  /// What the choice stands for.
  public let kind: Kind
  /// What was chosen.
  public internal(set) var value: Int
  /// The smallest value that could have been chosen.
  public let lower: Int
  /// The largest value that could have been chosen.
  public let upper: Int
  /// The value that a shrinker aims at.
  public let simplest: Int
  /// Where in the source the choice was drawn: line and column, mixed.
  ///
  /// It never leaves a run.
  let site: UInt32

  init(_ kind: Kind, value: Int, in range: ClosedRange<Int>, simplest: Int, site: UInt32) {
    self.kind = kind
    self.value = value
    self.lower = range.lowerBound
    self.upper = range.upperBound
    self.simplest = simplest
    self.site = site
  }

  /// A choice that is at rest: its value is the simplest there is.
  var isSimplest: Bool { value == simplest }

  /// Whether the choice could have come out otherwise.
  var isFree: Bool { lower < upper }

  /// Whether numbers may be added to the value and it still means a number.
  var isNumeric: Bool { kind == .integer || kind == .reference }

  func with(_ value: Int) -> Choice {
    var copy = self
    copy.value = value
    return copy
  }

  func admits(_ value: Int) -> Bool { lower <= value && value <= upper }
}
