import Foundation
import Testing

@Suite struct `Sessions of the simulated PostgreSQL` {
  @Test func `answer as a server did, statement by statement, or say they do not know`() throws {
    let cases = try FrozenSessions.load()
    var wrong: [String] = []
    var unmodelled: [String] = []
    var exact = 0
    for frozen in cases {
      switch SessionReplay.judge(frozen) {
      case .exact: exact += 1
      case .unmodelled(let reason): unmodelled.append("\(frozen.name): \(reason)")
      case .wrong(let difference): wrong.append("\(frozen.name): \(difference)")
      }
    }
    print("Frozen sessions: \(exact) of \(cases.count) exact, \(unmodelled.count) unmodelled:")
    for line in unmodelled { print("  \(line)") }
    for line in wrong { print("  WRONG \(line)") }
    #expect(wrong == [])
    #expect(exact >= 90)
  }
}
