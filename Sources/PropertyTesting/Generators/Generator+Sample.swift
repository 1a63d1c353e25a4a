extension Generator {
  /// The value of one iteration of a run, without a property; to look at what a generator makes.
  ///
  /// - Throws: What the generator throws, such as a ``Rejection``.
  public func sample(seed: UInt64, iteration: Int = 0) throws -> Value {
    try ChoiceSource(seed: SplitMix64.seed(ofIteration: iteration, inRun: seed)).draw(self)
  }
}
