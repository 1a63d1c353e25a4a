import Foundation
import PropertyTesting
import Synchronization
import Testing

@testable import PropertyTestingSupport

/// What a run leaves behind that crashes, is killed or hangs.
@Suite struct `A case at work` {
  private let store = FailureDirectory(
    path: FileManager.default.temporaryDirectory.path + "/store-\(UUID())")

  private func printed() -> (lines: @Sendable () -> [String], print: @Sendable (String) -> Void) {
    let text = Lines()
    return ({ text.lines }, { text.add($0) })
  }

  private final class Lines: Sendable {
    private let text = Mutex<[String]>([])
    var lines: [String] { text.withLock { $0 } }
    func add(_ line: String) { text.withLock { $0.append(line) } }
  }

  private func note(_ journal: CaseJournal, iterations: Int) -> ReplayToken? {
    let latest = Mutex<ReplayToken?>(nil)
    var runner = PropertyRunner(RunSettings(name: "p", seed: 4, iterations: iterations))
    runner.announce = { atWork in
      journal.note(atWork)
      latest.withLock { $0 = atWork.token }
    }
    _ = runner.run(Generator<Int>.integer()) { _, _ in }
    return latest.withLock { $0 }
  }

  @Test func `stands in a file while it lasts, and no longer`() throws {
    defer { try? FileManager.default.removeItem(atPath: store.path) }
    let journal = CaseJournal(of: "p", in: store, workers: 1)
    let token = try #require(note(journal, iterations: 20))
    let path = store.journal(of: "p", process: ProcessInfo.processInfo.processIdentifier)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(whereSeparator: \.isWhitespace).map(String.init) == [token.text])
    #expect(store.abandoned(of: "p").isEmpty, "the process is alive")
    journal.close()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `of a process that is no more is printed by the next run`() throws {
    defer { try? FileManager.default.removeItem(atPath: store.path) }
    // No process has a number as large as this.
    let path = store.journal(of: "p", process: .max)
    try FileManager.default.createDirectory(
      atPath: store.path + "/at-work", withIntermediateDirectories: true)
    try "st1-abc   \n".write(toFile: path, atomically: true, encoding: .utf8)
    let (lines, print) = printed()
    CaseJournal(of: "p", in: store, workers: 1, print: print).close()
    #expect(lines().count == 1 && lines().first?.contains("SHAKETABLE_REPLAY=st1-abc") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(.timeLimit(.minutes(1)))
  func `that takes too long is printed with its token`() async throws {
    let (lines, print) = printed()
    let journal = CaseJournal(of: "p", in: nil, workers: 1, patience: 0.05, print: print)
    let token = try #require(note(journal, iterations: 5))
    while lines().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    journal.close()
    #expect(lines().first?.contains("SHAKETABLE_REPLAY=\(token.text)") == true, "\(lines())")
  }
}
