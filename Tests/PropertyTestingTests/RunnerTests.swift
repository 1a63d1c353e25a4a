import PropertyTesting
import Synchronization
import Testing

@Suite struct `A run` {
  private let numbers = Generator<Int>.integer(in: 0...1000)

  private func run<Value>(
    _ generator: Generator<Value>, _ change: (inout RunSettings) -> Void = { _ in },
    _ property: (Value, Observations) throws -> Void
  ) -> RunReport<Value> {
    var settings = RunSettings(name: "test", seed: 11)
    change(&settings)
    return PropertyRunner(settings).run(generator, property: property)
  }

  @Test func `holds when the property does, on as many cases as demanded`() {
    let report = run(Generator<Int>.integer()) { _, _ in }
    #expect(report.holds && report.statistics.judged == 100)
  }

  @Test func `ends with the simplest case and the words of the property`() throws {
    let report = run(numbers) { number, observations in
      observations.note("looking at \(number)")
      if number > 500 { throw PropertyFailure("\(number) is too large") }
    }
    let counterexample = try #require(report.counterexamples.first)
    #expect(counterexample.value == 501)
    #expect(counterexample.failure.message == "501 is too large")
    #expect(counterexample.notes == ["looking at 501"])
    #expect(!report.holds)
  }

  @Test func `keeps failures of different origin apart`() {
    let report = run(numbers, { $0.iterations = 300 }) { number, _ in
      if number > 900 { throw PropertyFailure("large", origin: "large") }
      if number % 10 == 7, number > 20 { throw PropertyFailure("seven", origin: "seven") }
    }
    #expect(Set(report.counterexamples.map(\.value)) == [901, 27])
  }

  @Test func `judges no case twice`() {
    var seen: [[Bool]: Int] = [:]
    _ = run(Generator<Bool>.boolean().array(count: 0...7), { $0.iterations = 150 }) { bits, _ in
      seen[bits, default: 0] += 1
    }
    #expect(seen.values.allSatisfy { $0 == 1 } && seen.count > 100)
  }

  @Test func `judges each case of a small space exactly once`() {
    var seen: [[Int]: Int] = [:]
    let report = run(Generator<Int>.integer(in: 0...2).array(count: 0...3)) { value, _ in
      seen[value, default: 0] += 1
    }
    #expect(seen.count == 1 + 3 + 9 + 27 && seen.values.allSatisfy { $0 == 1 })
    #expect(report.statistics.isExhaustive && report.holds)
  }

  @Test func `counts labels and tables`() {
    let report = run(numbers) { number, observations in
      observations.classify(number.isMultiple(of: 2), as: "even")
      observations.tabulate("digits", "\("\(number)".count)")
    }
    #expect((20...80).contains(report.statistics.labels["even"] ?? 0))
    #expect(report.statistics.tables["digits"]?.values.reduce(0, +) == 100)
    #expect(report.text.contains("even"))
  }

  @Test(arguments: [(0.3, true), (0.9, false)])
  func `decides whether a required label is frequent enough`(share: Double, holds: Bool) {
    let report = run(
      numbers, { $0.coverage = [CoverageRequirement("even", atLeast: share)] }
    ) { number, observations in observations.classify(number.isMultiple(of: 2), as: "even") }
    #expect(report.holds == holds)
    #expect(report.text.contains("too rare") == !holds)
  }

  @Test func `says when nearly everything is rejected`() {
    let report = run(numbers, { $0.exhaustsSmallSpaces = false }) { number, observations in
      try observations.require(number == 77, "the number is 77")
    }
    #expect(report.findings.map(\.kind) == [.tooManyRejections])
    #expect(!report.holds && report.text.contains("the number is 77"))
  }

  @Test func `says when cases are too large`() {
    let report = run(numbers.array(count: 0...1000), { $0.mostChoices = 10 }) { _, _ in }
    #expect(report.findings.map(\.kind).contains(.tooLarge))
  }

  @Test func `says when a failure does not repeat`() {
    var isFirst = true
    let report = run(numbers) { _, _ in
      defer { isFirst = false }
      if isFirst { throw PropertyFailure("once") }
    }
    #expect(report.findings.map(\.kind) == [.flaky] && !report.holds)
  }

  @Test func `says when time is up`() {
    let times = Ticks()
    var settings = RunSettings(seed: 1, timeBudget: .seconds(10))
    settings.iterations = 1000
    let report = PropertyRunner(settings, clock: RunClock(now: { times.next() })).run(
      Generator<Int>.integer()
    ) { _, _ in }
    #expect(report.findings.map(\.kind).contains(.cutShort))
    #expect(report.statistics.judged < 20)
  }

  @Test func `stops at once when it is cancelled`() {
    let clock = RunClock(now: { .zero }, isCancelled: { true })
    let report = PropertyRunner(RunSettings(seed: 1), clock: clock).run(numbers) { _, _ in }
    #expect(report.statistics.judged == 0)
  }

  @Test func `climbs towards high scores`() {
    let wide = Generator<Int>.integer(in: 0...1_000_000)
    let report = run(wide.array(count: 5...5), { $0.iterations = 400 }) { values, observations in
      observations.target(Double(values.reduce(0, +)), "sum")
      if values.reduce(0, +) > 4_700_000 { throw PropertyFailure("the sum is large") }
    }
    let blind = run(wide.array(count: 5...5), { $0.iterations = 600 }) { values, _ in
      if values.reduce(0, +) > 4_700_000 { throw PropertyFailure("the sum is large") }
    }
    #expect(!report.counterexamples.isEmpty && blind.counterexamples.isEmpty)
  }

  @Test func `counts no case that climbs towards coverage`() {
    let wide = Generator<Int>.integer(in: 0...1_000_000).array(count: 5...5)
    func labels(targets: Bool) -> RunReport<[Int]> {
      run(wide, { $0.coverage = [CoverageRequirement("large", atLeast: 0.001)] }) { values, run in
        let sum = values.reduce(0, +)
        if targets { run.target(Double(sum), "sum") }
        run.classify(sum > 1_000_000, as: "large")
      }
    }
    let (climbing, plain) = (labels(targets: true), labels(targets: false))
    #expect(climbing.statistics.climbed == 50 && plain.statistics.climbed == 0)
    #expect(climbing.statistics.labels == plain.statistics.labels)
    #expect(climbing.statistics.judged == plain.statistics.judged)
    #expect(climbing.coverage == plain.coverage)
  }

  @Test func `is not led astray by numbers at their ends`() throws {
    let report = run(numbers, { $0.iterations = .max }) { number, _ in
      if number > 500 { throw PropertyFailure("large") }
    }
    #expect(report.counterexamples.map(\.value) == [501])
    #expect(!run(numbers, { $0.iterations = -1 }) { _, _ in throw PropertyFailure("no") }.holds)
    #expect(!run(numbers, { $0.mostFailures = 0 }) { _, _ in throw PropertyFailure("no") }.holds)
    let heavy = Generator<Int>.oneOf(weighted: [Weighted(.max, .just(0)), Weighted(.max, .just(1))])
    #expect(try Set((0..<50).map { try heavy.sample(seed: $0) }) == [0, 1])
    let always = Generator<Int>.just(1).optional(7)
    let never = Generator<Int>.just(1).optional(-.infinity)
    #expect(try (0..<50).allSatisfy { try always.sample(seed: $0) == 1 })
    #expect(try (0..<50).allSatisfy { try never.sample(seed: $0) == nil })
  }

  @Test func `takes an error of the generator for a failure`() {
    struct Broken: Error {}
    let always = run(Generator<Int> { _ in throw Broken() }) { _, _ in }
    let sometimes = run(
      numbers.array().map { numbers in
        if numbers.contains(where: { $0 > 500 }) { throw Broken() }
        return numbers
      }
    ) { _, _ in }
    for report in [always.text, sometimes.text] {
      #expect(report.contains("the generator failed: Broken()"), "\(report)")
      #expect(report.contains("replay: st1-"), "\(report)")
    }
    #expect(!always.holds && always.findings.isEmpty)
    #expect(!sometimes.holds && sometimes.findings.isEmpty, "\(sometimes.text)")
    #expect(sometimes.generatorFailures.count == 1)
  }

  @Test func `judges no case twice with several workers`() async {
    let seen = Mutex<[[Bool]: Int]>([:])
    let bits = Generator<Bool>.boolean().array(count: 0...7)
    var settings = RunSettings(seed: 11, iterations: 150)
    settings.exhaustsSmallSpaces = false
    let together = await PropertyRunner(settings).run(bits, workers: 3) { bits, _ in
      seen.withLock { $0[bits, default: 0] += 1 }
    }
    let alone = PropertyRunner(settings).run(bits) { _, _ in }
    #expect(seen.withLock { $0.values.allSatisfy { $0 == 1 } && $0.count > 100 })
    #expect(together.statistics == alone.statistics && alone.statistics.duplicates > 20)
  }

  @Test func `says that no case was asked for, and not that too many were rejected`() {
    let report = run(numbers, { $0.iterations = 0 }) { number, run in
      try run.require(number > 0)
    }
    #expect(report.findings.map(\.kind).contains(.cutShort), "\(report.text)")
    #expect(report.text.contains("0 cases were asked for"), "\(report.text)")
    #expect(run(numbers, { $0.iterations = 1 }) { _, _ in }.findings.isEmpty)
  }

  @Test func `gives up a recursion that draws nothing, before the stack ends`() {
    @Sendable func endless() -> Generator<Int> {
      Generator<Int> { source in try source.draw(endless()) }
    }
    let report = run(endless()) { _, _ in }
    #expect(report.findings.map(\.kind).contains(.tooManyRejections), "\(report.text)")
    #expect(report.text.contains("more than 1000 generators within one another"))
  }

  @Test func `says before each case how it can be replayed`() throws {
    let told = Mutex<[(Int?, ReplayToken)]>([])
    var runner = PropertyRunner(RunSettings(name: "test", seed: 11, iterations: 300))
    runner.announce = { atWork in told.withLock { $0.append((atWork.iteration, atWork.token)) } }
    // The case at which the property would hang is the last of which it was told.
    var hanging: (value: Int, token: ReplayToken)?
    _ = runner.run(numbers) { number, _ in
      if number > 900, hanging == nil {
        hanging = told.withLock { $0.last }.map { (number, $0.1) }
      }
      if number > 500 { throw PropertyFailure("large") }
    }
    let (value, token) = try #require(hanging)
    var replayed: [Int] = []
    let settings = RunSettings(name: "test", seed: 1)
    _ = PropertyRunner(settings, replay: try ReplayToken(token.text)).run(numbers) { number, _ in
      replayed.append(number)
    }
    #expect(replayed == [value])
    let iterations = told.withLock { $0.map(\.0) }
    #expect(iterations.contains(0) && iterations.contains(nil))
  }

  @Test(arguments: [1, 2, 3, 7])
  func `says the same with any number of workers`(workers: Int) async {
    let property: @Sendable (Int, Observations) throws -> Void = { number, observations in
      observations.classify(number > 500, as: "large")
      if number % 100 == 99, number > 300 { throw PropertyFailure("ninety-nine") }
    }
    var settings = RunSettings(name: "test", seed: 5, iterations: 300)
    settings.exhaustsSmallSpaces = false
    let alone = PropertyRunner(settings).run(numbers, property: property)
    let together = await PropertyRunner(settings).run(
      numbers, workers: workers, property: property)
    #expect(together.text == alone.text)
    #expect(alone.counterexamples.map(\.value) == [399])
  }
}

/// A clock of which each reading is a second later.
private final class Ticks: Sendable {
  private let count = Mutex(0)

  func next() -> Duration {
    count.withLock { count in
      count += 1
      return .seconds(count)
    }
  }
}
