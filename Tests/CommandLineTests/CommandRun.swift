import Foundation

/// The built command line, run as a user would.
struct CommandRun {
  var status: Int32
  var output: String
  var errors: String

  /// The package's root, where the command is run.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the test bundle.
  private static var executable: URL? {
    let beside = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let argument = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return (beside + [argument, root.appending(path: ".build/debug")])
      .map { $0.appending(path: "shaketable") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path()) }
  }

  static func shaketable(_ arguments: String...) throws -> CommandRun {
    try shaketable(arguments: arguments)
  }

  static func shaketable(
    arguments: [String], environment: [String: String] = [:]
  ) throws -> CommandRun {
    guard let executable else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    let errorText = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return CommandRun(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: errorText, as: UTF8.self))
  }
}

/// A directory of files that goes with the closure.
func withFiles<Answer>(
  _ files: [String: String], _ body: (String) throws -> Answer
) throws -> Answer {
  let url = FileManager.default.temporaryDirectory
    .appending(path: "shaketable-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: url) }
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  for (name, text) in files {
    try Data(text.utf8).write(to: url.appending(path: name))
  }
  return try body(url.path())
}
