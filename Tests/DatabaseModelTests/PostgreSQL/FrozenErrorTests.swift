import Oracles
import Testing

@Suite struct `Outcomes frozen from a PostgreSQL server` {
  /// The least number of cases that the model must predict to the letter: it only ever rises.
  static let ratchet = 500

  @Test func `are predicted exactly or not at all`() throws {
    let cases = try FrozenCases.load()
    let replay = try FrozenReplay(cases)
    var counts: [String: [FrozenVerdict: Int]] = [:]
    var exact = 0
    for frozen in cases.cases {
      let (verdict, difference) = replay.judge(frozen)
      counts[frozen.kind, default: [:]][verdict, default: 0] += 1
      if verdict == .exact || verdict == .syntax { exact += 1 }
      #expect(verdict != .wrong, "\(frozen.id) \(frozen.sql): \(difference)")
    }
    for kind in counts.keys.sorted() { print(kind, describe(counts[kind] ?? [:])) }
    #expect(exact >= Self.ratchet)
  }

  private func describe(_ counts: [FrozenVerdict: Int]) -> String {
    counts.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ")
  }
}
