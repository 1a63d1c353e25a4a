import Migrations

/// New names for migrations that moved, so that filename order is the order of the plan.
///
/// A moved file gets a version right behind its new predecessor's: the next number where that is
/// free, else the predecessor's with `.1` and so on behind it. Where a file would have to come
/// before the first and there is no version for that, those it has to precede move behind it
/// instead.
struct FileRenaming {
  private var names: [String: String] = [:]
  /// What was renamed, a sentence each.
  private(set) var changes: [String] = []

  /// `nil` where no names sort in the order of the plan.
  init?(plan: [Migration], moved: Set<Migration.ID>) {
    if !assign(plan, renaming: { moved.contains($0.id) }) {
      names = [:]
      changes = []
      guard assignForward(plan) else { return nil }
    }
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
      guard let fresh = Self.version(after: previous, before: next, like: version) else {
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

  private mutating func rename(
    _ migration: Migration, _ version: MigrationVersion, to fresh: MigrationVersion
  ) {
    let name = migration.id.rawValue.replacingFirst(version.text, with: fresh.text)
    names[migration.id.rawValue] = name
    changes.append("renamed \(migration.id) to \(name)")
  }

  /// A version between two others, compared as `model` is; `nil` where none was found.
  private static func version(
    after previous: MigrationVersion?, before next: MigrationVersion?, like model: MigrationVersion
  ) -> MigrationVersion? {
    let candidates = previous.map(Self.candidates(after:)) ?? next.map(Self.candidates(before:))
    return candidates?.lazy.map { model.alike($0) }.first { version in
      previous.map { $0 < version } ?? true && next.map { version < $0 } ?? true
    }
  }

  private static func candidates(after previous: MigrationVersion) -> [String] {
    var texts: [String] = []
    if let number = Int(previous.text), number < .max { texts.append(padded(number + 1, previous)) }
    return texts + [".1", ".0.1", ".0.0.1"].map { previous.text + $0 }
  }

  private static func candidates(before next: MigrationVersion) -> [String] {
    guard let number = Int(next.text), number > 0 else { return [] }
    return [padded(number - 1, next)]
  }

  private static func padded(_ number: Int, _ model: MigrationVersion) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, model.text.count - digits.count)) + digits
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return other + "_" + self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
