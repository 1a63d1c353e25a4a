import Dispatch
import Foundation
import PropertyTesting
import Synchronization

/// Knows which cases of a property are at work, so that one that never ends leaves its token behind.
///
/// The iterations at work stand in a file of the store while the run lasts: a run that crashed or was
/// killed leaves it, and the next run prints what it says before it begins. A case that takes long
/// is printed while it is still at work. While a failure shrinks, its iteration is what stands there.
final class CaseJournal: Sendable {
  private struct State {
    var cases = 0
    var latest: CaseAtWork?
    var isClosed = false
  }

  private let state = Mutex(State())
  private let file: Mutex<FileHandle?>
  private let path: String?
  private let property: String
  private let workers: Int
  /// How many bytes the token of an iteration may take.
  private static let width: UInt64 = 96

  /// `patience`: after how many seconds at one case it is printed.
  init(
    of property: String, in store: FailureDirectory?, workers: Int, patience: Double = 30,
    print: @escaping @Sendable (String) -> Void = { text in
      FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
  ) {
    self.property = property
    self.workers = max(1, workers)
    path = store?.journal(of: property, process: ProcessInfo.processInfo.processIdentifier)
    file = Mutex(nil)
    for token in store?.abandoned(of: property) ?? [] {
      print(
        "\(property): an earlier run ended while it was at work on this case; replay it by "
          + "SHAKETABLE_REPLAY=\(token)")
    }
    watch(every: patience, after: 0, print)
  }

  /// Notes a case that is about to be drawn.
  func note(_ atWork: CaseAtWork) {
    state.withLock { state in
      state.cases += 1
      state.latest = atWork
    }
    guard let path, let iteration = atWork.iteration else { return }
    let text = atWork.token.text
    let line = text + String(repeating: " ", count: max(0, Int(Self.width) - 1 - text.utf8.count))
    file.withLock { file in
      if file == nil { file = Self.open(path) }
      try? file?.seek(toOffset: UInt64(iteration % workers) * Self.width)
      try? file?.write(contentsOf: Data("\(line)\n".utf8))
    }
  }

  private static func open(_ path: String) -> FileHandle? {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: path, contents: nil) else { return nil }
    return FileHandle(forWritingAtPath: path)
  }

  /// The run is over: nothing is at work any more.
  func close() {
    state.withLock { $0.isClosed = true }
    file.withLock { file in
      try? file?.close()
      if file != nil, let path { try? FileManager.default.removeItem(atPath: path) }
      file = nil
    }
  }

  private func watch(
    every patience: Double, after cases: Int, _ print: @escaping @Sendable (String) -> Void
  ) {
    DispatchQueue.global().asyncAfter(deadline: .now() + patience) { [weak self] in
      guard let self, let now = self.state.withLock({ $0.isClosed ? nil : $0 }) else { return }
      if now.cases == cases, cases > 0, let latest = now.latest {
        print(
          "\(property): one case is at work for more than \(patience) seconds; stop the run, and "
            + "replay the case by SHAKETABLE_REPLAY=\(latest.token.text)")
      }
      watch(every: patience, after: now.cases, print)
    }
  }
}

extension FailureDirectory {
  /// The file in which the cases at work of a process stand.
  func journal(of property: String, process: Int32) -> String {
    "\(path)/at-work/\(journalName(of: property))-\(process).txt"
  }

  private func journalName(of property: String) -> String {
    String(PropertyName.seed(of: property), radix: 16)
  }

  /// The tokens in the files of processes that are no more; the files go away.
  func abandoned(of property: String) -> [String] {
    let folder = "\(path)/at-work"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let prefix = "\(journalName(of: property))-"
    return names.sorted().filter { $0.hasPrefix(prefix) }.flatMap { name -> [String] in
      let process = Int32(name.dropFirst(prefix.count).prefix { $0.isNumber }) ?? 0
      guard process > 0, kill(process, 0) != 0 else { return [] }
      let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }
}
