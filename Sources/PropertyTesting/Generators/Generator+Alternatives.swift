/// One of several alternatives, and how often it is drawn compared with the others.
public struct Weighted<Value: Sendable>: Sendable {
  /// How often: 0 means only when nothing else is left.
  public let weight: Int
  /// The alternative.
  public let value: Value

  /// An alternative that is drawn in proportion to its weight; a negative weight counts as 0.
  public init(_ weight: Int, _ value: Value) {
    self.weight = max(0, weight)
    self.value = value
  }
}

extension Generator {
  /// A value of one of several generators; the first one is the simplest.
  ///
  /// `isSwarmed`: whether each case leaves out some of them, at random: see swarm testing.
  public static func oneOf(
    _ alternatives: [Generator], isSwarmed: Bool = false, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    oneOf(
      weighted: alternatives.map { Weighted(1, $0) }, isSwarmed: isSwarmed, line: line,
      column: column)
  }

  /// A value of one of several generators, in proportion to their weights.
  public static func oneOf(
    weighted alternatives: [Weighted<Generator>], isSwarmed: Bool = false, line: UInt = #line,
    column: UInt = #column
  ) -> Generator {
    let site = ChoiceSource.site(line, column)
    let weights = alternatives.map(\.weight)
    return Generator(SpanLabel(at: site, drawing: 3)) { source in
      guard !alternatives.isEmpty else { try source.reject("there are no alternatives") }
      let place = try source.branch(weights: weights, isSwarmed: isSwarmed, site: site)
      return try source.draw(alternatives[place].value)
    }
  }

  /// One of some values; the first is the simplest.
  public static func element(
    of values: [Value], line: UInt = #line, column: UInt = #column
  ) -> Generator where Value: Sendable {
    Generator(inline: { source in try source.element(of: values, line: line, column: column) })
  }

  /// One of the cases of an enumeration; the one declared first is the simplest.
  public static func cases(line: UInt = #line, column: UInt = #column) -> Generator
  where Value: CaseIterable & Sendable {
    element(of: Array(Value.allCases), line: line, column: column)
  }
}
