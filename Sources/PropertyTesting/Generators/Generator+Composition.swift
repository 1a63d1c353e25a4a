extension Generator {
  /// The generator that always makes one value, without a choice.
  public static func just(_ value: Value) -> Generator where Value: Sendable {
    Generator(inline: { _ in value })
  }

  /// The values of this generator, transformed.
  public func map<Other>(
    _ transform: @escaping @Sendable (Value) throws -> Other
  ) -> Generator<Other> {
    Generator<Other>(inline: { source in try transform(try source.draw(self)) })
  }

  /// Values of a generator that depends on a value of this one.
  public func flatMap<Other>(
    _ next: @escaping @Sendable (Value) throws -> Generator<Other>
  ) -> Generator<Other> {
    Generator<Other>(inline: { source in try source.draw(try next(try source.draw(self))) })
  }

  /// The values of this generator that meet a condition.
  ///
  /// Failed attempts leave no trace in the case. After 32 of them in a row the case is rejected, so
  /// a condition that hardly ever holds should be built into the generator instead.
  public func filter(
    _ reason: String = "a filter's condition",
    _ condition: @escaping @Sendable (Value) throws -> Bool
  ) -> Generator {
    compactMap(reason) { value in try condition(value) ? value : nil }
  }

  /// The transformed values of this generator, where there are any.
  public func compactMap<Other>(
    _ reason: String = "a filter's condition",
    _ transform: @escaping @Sendable (Value) throws -> Other?
  ) -> Generator<Other> {
    Generator<Other>(inline: { source in
      for _ in 0..<(source.mode == .random ? 32 : 1) {
        let start = source.mark
        if let found = try transform(try source.draw(self)) { return found }
        source.rewind(to: start)
      }
      try source.reject(reason)
    })
  }

  /// Pairs of values of two generators.
  public func paired<Other>(with other: Generator<Other>) -> Generator<(Value, Other)> {
    Generator<(Value, Other)>(inline: { source in
      (try source.draw(self), try source.draw(other))
    })
  }

  /// `nil`, which is simpler, or a value of this generator.
  public func optional(
    _ probability: Double = 0.75, line: UInt = #line, column: UInt = #column
  ) -> Generator<Value?> {
    let site = ChoiceSource.site(line, column)
    precondition(!probability.isNaN, "the probability of an optional value is not a number")
    let share = Int(min(1, max(0, probability)) * 1000)
    let weights = [1000 - share, share]
    return Generator<Value?>(SpanLabel(at: site, drawing: 2)) { source in
      let isSome = try source.branch(weights: weights, isSwarmed: false, site: site) == 1
      return isSome ? try source.draw(self) : nil
    }
  }

  /// A generator with a ready-made label.
  init(_ label: SpanLabel, body: @escaping @Sendable (ChoiceSource) throws -> Value) {
    self.label = label
    self.body = body
  }
}
