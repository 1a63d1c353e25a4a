import FoundationEssentials
import Glibc

/// What writing a mended set did.
public struct FixReport: Hashable, Sendable {
  /// The directory that was written; `nil` where nothing could be mended.
  public var directory: String?
  /// Files written, in the order they run.
  public var files: [String]
  /// What was changed, a sentence each.
  public var changes: [String]

  /// Whether there was nothing to mend, because filename order runs.
  public var isNeedless: Bool

  /// Whether a set was written, or none was needed.
  public var isMended: Bool { directory != nil || isNeedless }

  /// The report for people.
  public var text: String {
    guard let directory else {
      return isNeedless
        ? "\nNothing was written: filename order needs no mending.\n"
        : "\nNothing was written: no split or move of files mends this set.\n"
    }
    let changes = changes.map { "  \($0)\n" }.joined()
    return "\nWrote \(counted(files.count, "file")) to \(directory)\n\(changes)"
  }
}

extension PlanReport {
  /// Writes the mended set to a new directory, all of it or nothing.
  ///
  /// - Parameter path: A directory that does not exist yet, or is empty.
  /// - Returns: What was written; nothing where the set cannot be mended.
  /// - Throws: ``DirectoryError`` where the directory has files or cannot be written.
  public func writeFix(to path: String) throws(DirectoryError) -> FixReport {
    guard let mended else {
      return FixReport(
        directory: nil, files: [], changes: [], isNeedless: exitStatus == .clean)
    }
    try requireVacant(path)
    let name = "\(path.hasSuffix("/") ? String(path.dropLast()) : path)"
    // Written beside its place and moved there, so that nobody finds half of it.
    let draft = name + ".part-\(UUID().uuidString)"
    do {
      defer { try? FileManager.default.removeItem(atPath: draft) }
      for file in mended.files { try write(file.bytes, to: draft + "/" + file.name) }
      // Only an empty directory goes; a file that came meanwhile stops everything.
      _ = unsafe rmdir(name)
      try FileManager.default.moveItem(atPath: draft, toPath: name)
    } catch {
      throw .inaccessible(path: path, reason: "\(error)")
    }
    return FixReport(
      directory: path, files: mended.files.map(\.name), changes: mended.changes,
      isNeedless: false)
  }

  private func requireVacant(_ path: String) throws(DirectoryError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let contents = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard contents == [] else { throw .occupied(path: path) }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }
}
