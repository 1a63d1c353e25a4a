import FoundationEssentials

/// A directory of files, listed once.
///
/// Names are relative to the directory, with `/` between parts, in byte order. Hidden files and
/// folders, whose name starts with a point, are no migrations and are passed over.
struct SourceDirectory {
  var path: String
  var entries: [Entry]

  struct Entry: Hashable {
    var name: String
    var kind: Kind

    enum Kind: Hashable {
      case file
      case directory
    }

    /// The last part of the name.
    var baseName: String { name.split(separator: "/").last.map(String.init) ?? name }
    /// The part before the last `/`; empty at the top.
    var folder: String { name.split(separator: "/").dropLast().joined(separator: "/") }
  }

  /// - Throws: ``SourceError`` when the path is not a directory that can be listed.
  init(path: String) throws(SourceError) {
    self.path = path
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .missing(path)
    }
    guard isDirectory else { throw .notADirectory(path) }
    entries = try Self.list(path, under: "", depth: 0)
  }

  /// The most folders one inside another that are looked into.
  private static let maximumDepth = 8

  private static func list(
    _ path: String, under prefix: String, depth: Int
  ) throws(SourceError) -> [Entry] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw .unreadable(path, reason: describe(error))
    }
    var entries: [Entry] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") {
      var isDirectory = false
      let full = path + "/" + name
      // A link to nothing is listed too: reading it says what is wrong.
      _ = FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory)
      entries.append(Entry(name: prefix + name, kind: isDirectory ? .directory : .file))
      if isDirectory, depth < maximumDepth {
        entries += try list(full, under: prefix + name + "/", depth: depth + 1)
      }
    }
    return entries
  }

  var files: [Entry] { entries.filter { $0.kind == .file } }

  /// The bytes of a file, or why it cannot be read.
  func bytes(of entry: Entry) -> Result<[UInt8], SourceError> {
    do {
      return .success(Array(try Data(contentsOf: URL(filePath: path + "/" + entry.name))))
    } catch {
      return .failure(.unreadable(path + "/" + entry.name, reason: describe(error)))
    }
  }

  /// A path as the user would write it: the directory's, then the file's.
  func displayPath(of entry: Entry) -> String {
    path.hasSuffix("/") ? path + entry.name : path + "/" + entry.name
  }
}

/// Why a directory or file cannot be used at all.
package enum SourceError: Error, Hashable, Sendable {
  case missing(String)
  case notADirectory(String)
  case unreadable(String, reason: String)
  /// There is no file in it that could be a migration.
  case noMigrations(String)
}

extension SourceError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path): "There is no directory \(path)"
    case .notADirectory(let path): "\(path) is a file, where a directory of migrations is expected"
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .noMigrations(let path): "\(path) contains no .sql file"
    }
  }
}

/// A system error's own words.
func describe(_ error: any Error) -> String {
  guard let error = error as? CocoaError else { return "\(error)" }
  return switch error.code {
  case .fileReadNoPermission: "permission denied"
  case .fileReadNoSuchFile, .fileNoSuchFile: "it does not exist"
  default: error.underlying.map { "\($0)" } ?? "\(error)"
  }
}
