extension Generator {
  /// The value of one iteration of a run, without a property; to look at what a generator makes.
  ///
  /// - Throws: What the generator throws, such as a ``Rejection``.
  public func sample(
    seed: UInt64, iteration: Int = 0, mostChoices: Int = 1 << 14
  ) throws -> Value {
    try ChoiceSource(
      seed: SplitMix64.seed(ofIteration: iteration, inRun: seed), limit: mostChoices
    ).draw(self)
  }

  /// A hash over every choice of some iterations, by which builds and computers are compared.
  package func trace(ofIterations count: Int, seed: UInt64) throws -> UInt64 {
    var trace: UInt64 = 0xCBF2_9CE4_8422_2325
    for iteration in 0..<count {
      let source = ChoiceSource(seed: SplitMix64.seed(ofIteration: iteration, inRun: seed))
      _ = try source.draw(self)
      for choice in source.recorded {
        trace = (trace ^ UInt64(bitPattern: Int64(choice.value))) &* 0x0000_0100_0000_01B3
      }
    }
    return trace
  }
}
