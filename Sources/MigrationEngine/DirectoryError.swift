package import MigrationSources

/// Why a directory of migrations cannot be used at all.
///
/// What is wrong with single files is a ``Finding``, never an error.
public enum DirectoryError: Error, Hashable, Sendable {
  case missing(path: String)
  case notADirectory(path: String)
  /// A directory or file could not be read or written, with the system's reason.
  case inaccessible(path: String, reason: String)
  case noMigrations(path: String)
  /// Where something was to be written, something stands already.
  case occupied(path: String)
}

extension DirectoryError {
  package init(_ error: SourceError) {
    switch error {
    case .missing(let path): self = .missing(path: path)
    case .notADirectory(let path): self = .notADirectory(path: path)
    case .unreadable(let path, let reason): self = .inaccessible(path: path, reason: reason)
    case .noMigrations(let path): self = .noMigrations(path: path)
    }
  }
}

extension DirectoryError: CustomStringConvertible {
  /// What is wrong, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .missing(let path): "there is no directory \(path)"
    case .notADirectory(let path):
      "\(path) is a file, where a directory of migrations is expected"
    case .inaccessible(let path, let reason): "\(path): \(reason)"
    case .noMigrations(let path): "\(path) contains no .sql file"
    case .occupied(let path): "\(path) exists already; nothing was written"
    }
  }
}
