import Foundation
import PropertyTesting

/// What a run takes from around it: the environment, and the store of failures.
///
/// This is the only place where the environment is read.
struct PropertyContext: Sendable {
  /// The seed of every property, if one was asked for.
  var seed: UInt64?
  /// The text of a token; the property that it was made for replays it.
  var replay: String?
  /// What is wrong with a variable, in words.
  var problem: String?
  /// Where failures are kept from one run to the next.
  var store: FailureDirectory?

  /// What is in force; a test may put something else in its place.
  @TaskLocal static var current = PropertyContext(
    environment: ProcessInfo.processInfo.environment,
    directory: FileManager.default.currentDirectoryPath)

  init(seed: UInt64? = nil, replay: String? = nil, store: FailureDirectory? = nil) {
    self.seed = seed
    self.replay = replay
    self.store = store
  }

  /// Reads the variables that the README names.
  ///
  /// Failures are kept in the directory of the package, or where `SHAKETABLE_STORE` says; nowhere
  /// when that is empty, or when there is no package.
  init(environment: [String: String], directory: String) {
    let seedText = environment["SHAKETABLE_SEED"] ?? ""
    seed = Self.seed(seedText)
    if seed == nil, !seedText.isEmpty {
      problem =
        "SHAKETABLE_SEED=\(seedText) is no seed and was not used; a seed is a number below 2^64, "
        + "decimal or hexadecimal after 0x, or the word random"
    }
    replay = environment["SHAKETABLE_REPLAY"].flatMap { $0.isEmpty ? nil : $0 }
    if let path = environment["SHAKETABLE_STORE"] {
      store = path.isEmpty ? nil : FailureDirectory(path: path)
    } else if FileManager.default.fileExists(atPath: "\(directory)/Package.swift") {
      store = FailureDirectory(path: "\(directory)/.shaketable/failures")
    }
  }

  /// A number, decimal or hexadecimal after `0x`, or `random`.
  private static func seed(_ text: String) -> UInt64? {
    if text == "random" { return UInt64.random(in: .min ... .max) }
    return text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }
}
