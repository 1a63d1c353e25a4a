import Migrations

/// New names for migrations that moved, so that filename order is the order of the plan.
///
/// A moved file gets a version right behind its new predecessor's: the next number where that is
/// free; else, where the set's runner reads versions with dots, the predecessor's with `.1` behind
/// it. Where there is no version for that, those behind it get new numbers as well.
struct FileRenaming {
  private var names: [String: String] = [:]
  /// What was renamed, a sentence each.
  private(set) var changes: [String] = []
  /// Whether a version may have dots: most runners read nothing but a whole number.
  private let readsDots: Bool

  /// `nil` where no names sort in the order of the plan.
  init?(plan: [Migration], moved: Set<Migration.ID>) {
    readsDots = plan.contains(where: \.hasDottedVersion)
    if assign(plan, renaming: { moved.contains($0.id) }) { return }
    reset()
    if assignForward(plan) { return }
    reset()
    guard assignAll(plan, moved: moved) else { return nil }
  }

  private mutating func reset() {
    names = [:]
    changes = []
  }

  func name(of file: String) -> String { names[file] ?? file }

  /// The name of a file that goes with a migration's own, such as its down file.
  func companion(_ file: String, of migration: Migration.ID) -> String {
    guard let new = names[migration.rawValue] else { return file }
    let tail = zip(migration.rawValue.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let old = String(migration.rawValue.dropLast(tail))
    if file.hasPrefix(old) { return String(new.dropLast(tail) + file.dropFirst(old.count)) }
    // Flyway: `U1__x.sql` undoes `V1__x.sql`.
    guard old.hasPrefix("V"), file.hasPrefix("U" + old.dropFirst()) else { return file }
    return "U" + new.dropLast(tail).dropFirst() + file.dropFirst(old.count)
  }

  /// Gives new versions to those that are to be renamed; the others keep theirs.
  private mutating func assign(
    _ plan: [Migration], renaming isRenamed: (Migration) -> Bool
  ) -> Bool {
    var previous: MigrationVersion?
    for (position, migration) in plan.enumerated() {
      guard isRenamed(migration), let version = migration.version else {
        previous = migration.version ?? previous
        continue
      }
      let next = plan[(position + 1)...].first { !isRenamed($0) }?.version
      guard let fresh = self.version(after: previous, before: next, like: version) else {
        return false
      }
      rename(migration, version, to: fresh)
      previous = fresh
    }
    return true
  }

  /// Keeps every version that is greater than all before it.
  private mutating func assignForward(_ plan: [Migration]) -> Bool {
    var kept: Set<Migration.ID> = []
    var greatest: MigrationVersion?
    for migration in plan {
      guard let version = migration.version else { continue }
      if let greatest, version <= greatest { continue }
      kept.insert(migration.id)
      greatest = version
    }
    return assign(plan, renaming: { !kept.contains($0.id) && $0.version != nil })
  }

  /// Gives a new version to whatever moved or is not greater than what comes before it.
  private mutating func assignAll(_ plan: [Migration], moved: Set<Migration.ID>) -> Bool {
    var previous: MigrationVersion?
    for migration in plan {
      guard let version = migration.version else { continue }
      guard let before = previous else {
        previous = version
        continue
      }
      if before < version, !moved.contains(migration.id) {
        previous = version
        continue
      }
      guard let fresh = before.successor else { return false }
      rename(migration, version, to: fresh)
      previous = fresh
    }
    return true
  }

  private mutating func rename(
    _ migration: Migration, _ version: MigrationVersion, to fresh: MigrationVersion
  ) {
    let name = migration.id.rawValue.replacingFirst(version.text, with: fresh.text)
    names[migration.id.rawValue] = name
    changes.append("renamed \(migration.id) to \(name)")
  }

  /// A version between two others, compared as `model` is; `nil` where none was found.
  private func version(
    after previous: MigrationVersion?, before next: MigrationVersion?, like model: MigrationVersion
  ) -> MigrationVersion? {
    let candidates: [MigrationVersion?]
    if let previous {
      let dotted = readsDots ? [".1", ".0.1", ".0.0.1"].map { previous.text + $0 } : []
      candidates = [previous.successor] + dotted.map(model.alike)
    } else {
      candidates = [next?.predecessor]
    }
    return candidates.compactMap { $0 }.map { model.alike($0.text) }.first { version in
      previous.map { $0 < version } ?? true && next.map { version < $0 } ?? true
    }
  }
}

extension Migration {
  /// Whether its runner reads versions with dots: Flyway does, and whoever has one already.
  fileprivate var hasDottedVersion: Bool {
    guard let version else { return false }
    return version.text.contains(".") || id.rawValue.contains("V\(version.text)__")
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return other + "_" + self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
