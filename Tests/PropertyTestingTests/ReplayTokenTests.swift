import Testing

@testable import PropertyTesting

@Suite struct `A replay token` {
  private let generator = Generator<Int>.integer().array(count: 0...20)
    .paired(with: Generator<String>.string(of: .hostile))

  private func token(_ seed: UInt64) throws -> ReplayToken {
    let source = ChoiceSource(seed: seed)
    _ = try source.draw(generator)
    return ReplayToken(choices: source.sequence, property: "test")
  }

  @Test func `written and read is the same value`() throws {
    for seed in 0..<100 as Range<UInt64> {
      let source = ChoiceSource(seed: seed)
      let value = try source.draw(generator)
      let text = ReplayToken(choices: source.sequence, property: "test").text
      let read = try ReplayToken(text)
      guard case .choices(let script) = read.content else {
        Issue.record("the token lost its choices")
        return
      }
      let again = try ChoiceSource(replaying: script, limit: 1000).draw(generator)
      #expect("\(again)" == "\(value)")
      #expect(read.text == text && read.isMeant(for: "test") && !read.isMeant(for: "other"))
    }
  }

  @Test func `of a seed is short`() throws {
    let token = ReplayToken(seed: .max, iteration: 1_000_000, property: "test")
    #expect(try ReplayToken(token.text) == token)
    #expect(token.text.count < 40)
  }

  @Test func `with any character changed is refused`() throws {
    let source = ChoiceSource(seed: 1)
    _ = try source.draw(Generator<Int>.integer().array(count: 3...3))
    let text = ReplayToken(choices: source.sequence, property: "test").text
    for place in text.indices {
      var damaged = text
      damaged.replaceSubrange(place...place, with: text[place] == "A" ? "B" : "A")
      #expect(throws: ReplayTokenError.self) { try ReplayToken(damaged) }
    }
  }

  @Test func `too long for its choices leads back to them under any seed`() throws {
    let long = Generator<Int>.integer().array(count: 200...200)
    var settings = RunSettings(name: "test", seed: 9)
    settings.shrinkEvaluations = 100
    let first = PropertyRunner(settings).run(long) { numbers, _ in
      if Set(numbers).count > 150 { throw PropertyFailure("many") }
    }
    let found = try #require(first.counterexamples.first)
    #expect(found.token.text.count < 60)
    settings.seed = 1
    let again = PropertyRunner(settings, replay: found.token)
      .run(long) { numbers, _ in if Set(numbers).count > 150 { throw PropertyFailure("many") } }
    #expect(again.counterexamples.first?.token == found.token)
    #expect(again.text.contains("of seed 9"), "\(again.text)")
  }

  @Test func `of another version says so`() throws {
    let text = try token(1).text.replacing("st1-", with: "st0-")
    let error = #expect(throws: ReplayTokenError.self) { try ReplayToken(text) }
    #expect(error == .otherVersion("st0"))
    #expect(error?.description.contains("st0") == true)
    #expect(throws: ReplayTokenError.notAToken) { try ReplayToken("hello") }
  }

  @Test(arguments: [false, true])
  func `leads back to the counterexample`(usesSeed: Bool) throws {
    let property: (([Int], String), Observations) throws -> Void = { value, _ in
      if value.0.contains(where: { $0 > 1000 }) { throw PropertyFailure("large") }
    }
    let settings = RunSettings(name: "test", seed: 9)
    let first = PropertyRunner(settings).run(generator, property: property)
    let counterexample = try #require(first.counterexamples.first)
    let iteration = try #require(counterexample.iteration)
    let token =
      usesSeed
      ? ReplayToken(seed: 9, iteration: iteration, property: "test") : counterexample.token
    let again = PropertyRunner(RunSettings(name: "test", seed: 1), replay: token)
      .run(generator, property: property)
    #expect(again.isReplay && "\(again.counterexamples[0].value)" == "\(counterexample.value)")
  }
}
