import Foundation

/// The package's own files, as the tests of style read them.
struct SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File {
    /// Relative to the package: `Sources/Resolution/DependencyGraph.swift`.
    var path: String
    var lines: [String]

    /// `Sources/<target>/…`: the target's name; the generators have a folder of their own.
    var target: String? {
      if path.hasPrefix("Generators/") { return "MigrationGenerators" }
      let parts = path.split(separator: "/")
      return parts.count > 2 ? String(parts[1]) : nil
    }
  }

  /// Every Swift file below the folders, in path order.
  static func files(in folders: [String]) throws -> [File] {
    try folders.flatMap { folder -> [File] in
      let base = root.appending(path: folder)
      guard let walker = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
      else { return [] }
      return try walker.compactMap { $0 as? URL }
        .filter { $0.pathExtension == "swift" && !$0.path().contains("/.build") }
        .map { url in
          let path = String(url.path().dropFirst(root.path().count))
          let text = try String(contentsOf: url, encoding: .utf8)
          return File(
            path: path,
            lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }
    .sorted { $0.path < $1.path }
  }

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
