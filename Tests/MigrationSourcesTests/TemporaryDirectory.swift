import Foundation

/// A directory that lasts as long as the closure it is given to.
struct TemporaryDirectory {
  var path: String

  /// Runs the closure with a new directory that holds the files, by name and bytes.
  static func with<Answer>(
    _ files: [String: [UInt8]], _ body: (TemporaryDirectory) throws -> Answer
  ) throws -> Answer {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "shaketable-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, bytes) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    return try body(TemporaryDirectory(path: url.path()))
  }

  static func with<Answer>(
    texts: [String: String], _ body: (TemporaryDirectory) throws -> Answer
  ) throws -> Answer {
    try with(texts.mapValues { Array($0.utf8) }, body)
  }
}
