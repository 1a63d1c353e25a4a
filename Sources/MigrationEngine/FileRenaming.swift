import Migrations

/// New names for migrations that moved, so that filename order is the order of the plan.
///
/// A moved file gets a version right behind its new predecessor's: the next number where that is
/// free, else the predecessor's with `.1` and so on behind it. Nobody else's name changes.
struct FileRenaming {
  private var names: [String: String] = [:]
  /// What was renamed, a sentence each.
  private(set) var changes: [String] = []

  init(plan: [Migration], moved: Set<Migration.ID>) {
    var previous: MigrationVersion?
    for (position, migration) in plan.enumerated() {
      guard moved.contains(migration.id), let version = migration.version else {
        previous = migration.version ?? previous
        continue
      }
      let next = plan[(position + 1)...].first { !moved.contains($0.id) }?.version
      let fresh = Self.version(after: previous, before: next)
      let name = migration.id.rawValue.replacingFirst(version.text, with: fresh.text)
      names[migration.id.rawValue] = name
      changes.append("renamed \(migration.id) to \(name)")
      previous = fresh
    }
  }

  func name(of file: String) -> String { names[file] ?? file }

  /// The name of a file that goes with a migration's own, such as its down file.
  func companion(_ file: String, of migration: Migration.ID) -> String {
    guard let new = names[migration.rawValue] else { return file }
    let tail = zip(migration.rawValue.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let old = String(migration.rawValue.dropLast(tail))
    guard file.hasPrefix(old) else { return file }
    return String(new.dropLast(tail) + file.dropFirst(old.count))
  }

  private static func version(
    after previous: MigrationVersion?, before next: MigrationVersion?
  ) -> MigrationVersion {
    guard let previous else {
      // In front of everything: zeros, as many digits as the first file has.
      return MigrationVersion(String(repeating: "0", count: next?.text.count ?? 4))
    }
    let fits = { (version: MigrationVersion) in
      version > previous && next.map { version < $0 } ?? true
    }
    if let number = Int(previous.text) {
      let digits = String(number + 1)
      let padding = String(repeating: "0", count: max(0, previous.text.count - digits.count))
      let candidate = MigrationVersion(padding + digits)
      if fits(candidate) { return candidate }
    }
    var suffix = ".1"
    while !fits(MigrationVersion(previous.text + suffix)), suffix.count < 40 {
      suffix = ".0" + suffix
    }
    return MigrationVersion(previous.text + suffix)
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return other + "_" + self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
