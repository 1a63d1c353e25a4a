import Oracles
import Testing

@Suite struct `The model of SQLite` {
  @Test func `is never wrong about a recorded statement`() throws {
    let frozen = try SQLiteFrozenCases.read()
    var counts: [String: [Foretelling: Int]] = [:]
    for recorded in frozen.cases {
      var replay = SQLiteReplay(recorded, fixture: frozen.fixture)
      let result = replay.run()
      counts[recorded.kind, default: [:]][result, default: 0] += 1
      if result == .wrong || result == .unmodelled {
        print(
          "\(recorded.id) \(result): \(recorded.sql.prefix(120)) -- engine \(recorded.code) \(recorded.message ?? "ok") -- model \(replay.said)"
        )
      }
      #expect(result != .wrong, "\(recorded.id): \(recorded.sql.prefix(200)) -- \(replay.said)")
    }
    for (kind, row) in counts.sorted(by: { $0.key < $1.key }) {
      print(
        kind, Foretelling.allCases.map { "\($0.rawValue) \(row[$0] ?? 0)" }.joined(separator: ", "))
    }
    let predicted = counts.values.reduce(0) {
      $0 + ($1[.exact] ?? 0) + ($1[.exactGivenRows] ?? 0)
    }
    print("predicted \(predicted) of \(frozen.cases.count)")
    #expect(predicted >= 192)
  }
}
