import PropertyTesting
import Testing

@Suite struct `A search of a small space` {
  /// The values that a run judges, each as often as it was judged, and its report.
  private func judged<Value: Hashable>(
    _ generator: Generator<Value>
  ) -> (values: [Value: Int], report: RunReport<Value>) {
    var values: [Value: Int] = [:]
    let report = PropertyRunner(RunSettings(seed: 1)).run(generator) { value, _ in
      values[value, default: 0] += 1
    }
    return (values, report)
  }

  /// A search that judges some values once each, and nothing else.
  private func check<Value: Hashable>(_ generator: Generator<Value>, judges wanted: Set<Value>) {
    let (values, report) = judged(generator)
    #expect(Set(values.keys) == wanted && values.values.allSatisfy { $0 == 1 })
    #expect(report.holds && report.statistics.isExhaustive, "\(report.text)")
  }

  @Test func `goes on after a case that a filter refuses`() {
    let digits = Generator<Int>.integer(in: 0...9)
    check(digits.filter { $0 != 1 }, judges: Set(0...9).subtracting([1]))
    check(digits.filter { $0 > 0 }, judges: Set(1...9))
    check(digits.filter { $0 == 9 }, judges: [9])
    check(digits.compactMap { $0 > 6 ? -$0 : nil }, judges: [-7, -8, -9])
    check(
      digits.filter { $0.isMultiple(of: 4) }.paired(with: .boolean().filter { $0 })
        .map { [$0.0, $0.1 ? 1 : 0] },
      judges: [[0, 1], [4, 1], [8, 1]])
  }

  @Test func `goes on after elements that occur twice`() {
    let three = Generator<Int>.integer(in: 0...2)
    let pairs: Set<[Int]> = [[0, 1], [1, 0], [0, 2], [2, 0], [1, 2], [2, 1]]
    check(three.uniqueArray(count: 2...2, by: { $0 }), judges: pairs)
    check(
      three.uniqueArray(count: 0...2, by: { $0 }), judges: pairs.union([[], [0], [1], [2]]))
  }

  @Test func `finds the failure behind a refused case`() {
    let report = PropertyRunner(RunSettings(seed: 1)).run(
      Generator<Int>.integer(in: 0...9).filter { $0 != 1 }, holds: { $0 < 5 })
    #expect(report.counterexamples.map(\.value) == [5])
  }

  @Test func `is not begun when a filter hides how wide the space is`() {
    let (values, report) = judged(Generator<Int>.integer().filter { $0 > 0 })
    #expect(report.holds && !report.statistics.isExhaustive, "\(report.text)")
    #expect(values.count == 100 && report.statistics.rejected == 1)
  }

  @Test func `says so when a filter refuses everything`() {
    let report = judged(Generator<Int>.integer(in: 0...9).filter { _ in false }).report
    #expect(!report.holds && report.statistics.rejected == 10, "\(report.text)")
    #expect(report.findings.map(\.kind) == [.tooManyRejections])
  }
}
