import PropertyTesting
import Testing

@Suite struct `A report` {
  @Test func `prints what the README shows`() {
    let settings = RunSettings(name: "a list is its own reverse", seed: 7)
    let report = PropertyRunner(settings).run(
      Generator<Int>.integer().array(), holds: { $0 == $0.reversed() })
    let lines = report.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "a list is its own reverse does not hold for")
    #expect(lines.dropFirst().first == "  [0, 1]")
    #expect(lines.contains { $0.hasPrefix("found by iteration ") && $0.contains("of seed 7") })
    #expect(lines.contains { $0.hasPrefix("replay: st1-") })
    #expect(lines.last?.contains("cases") == true)
  }

  @Test func `counts how often a property holds and fails on the simplest value`() {
    let report = PropertyRunner(RunSettings(name: "small", seed: 1)).run(
      Generator<Double>.double(in: 0...100), holds: { $0 <= 10.5 })
    #expect(report.counterexamples.map(\.value) == [11])
    #expect(report.counterexamples.first?.outcome == .fixedPoint)
  }
}
