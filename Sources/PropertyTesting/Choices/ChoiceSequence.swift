/// Everything that was decided while one value was generated, in order.
///
/// - Invariant: Spans are listed in the order in which they were opened, so a span comes after the
///   span that encloses it.
public struct ChoiceSequence: Hashable, Sendable {
  /// The decisions, first to last.
  public let choices: [Choice]
  /// What belongs together, in the order in which it was begun.
  public let spans: [ChoiceSpan]

  init(choices: [Choice], spans: [ChoiceSpan]) {
    self.choices = choices
    self.spans = spans
  }

  /// The sequence of a value that needed no decision.
  static let empty = ChoiceSequence(choices: [], spans: [])

  /// Whether this sequence comes before another in shortlex order: fewer choices are simpler, and
  /// of equally many the first that differs decides.
  public func isSimpler(than other: ChoiceSequence) -> Bool {
    Self.precedes(choices[...], other.choices[...])
  }

  static func precedes(_ left: ArraySlice<Choice>, _ right: ArraySlice<Choice>) -> Bool {
    if left.count != right.count { return left.count < right.count }
    for (one, other) in zip(left, right) where one.value != other.value {
      let (mine, theirs) = (one.simplicity, other.simplicity)
      if mine != theirs { return mine < theirs }
    }
    return false
  }

  func choices(of span: ChoiceSpan) -> ArraySlice<Choice> { choices[span.start..<span.end] }
}
