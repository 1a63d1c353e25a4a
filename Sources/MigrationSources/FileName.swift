import Migrations

/// What the name of a migration's file says: version, description, direction.
///
/// Read are the names of the common runners: `0001_users.sql`, `V1.2__users.sql`, `R__views.sql`,
/// `20240131_users.up.sql` with its `.down.sql`, `users/up.sql` and `users/migration.sql`.
struct FileName: Hashable {
  /// `nil` for a repeatable migration.
  var version: MigrationVersion?
  var name: String
  var direction: Direction
  var isRepeatable: Bool

  enum Direction: Hashable {
    case up
    case down
  }

  /// The words between the name and `.sql` that say which way a file goes.
  private static let directions: [String: Direction] = [
    "up": .up, "down": .down, "do": .up, "undo": .down, "rollback": .down,
  ]

  /// `nil` where the name does not end in `.sql`, in any case of its letters.
  init?(baseName: String) {
    guard baseName.lowercased().hasSuffix(".sql") else { return nil }
    var stem = String(baseName.dropLast(4))
    var direction = Direction.up
    if let point = stem.lastIndex(of: "."),
      let word = Self.directions[stem[stem.index(after: point)...].lowercased()]
    {
      direction = word
      stem = String(stem[..<point])
    }
    self.init(stem: stem, direction: direction)
  }

  /// Reads the name of a folder that holds one migration.
  ///
  /// Diesel and Prisma order folders as text, not as numbers.
  init(folder: String, direction: Direction) {
    self.init(stem: folder, direction: direction)
    version = version.map { MigrationVersion(lexicographic: $0.text) }
  }

  private init(stem: String, direction: Direction) {
    self.direction = direction
    isRepeatable = stem.hasPrefix("R__")
    if isRepeatable {
      name = Self.spaced(stem.dropFirst(3))
      return
    }
    if stem.hasPrefix("U"), stem.contains("__") { self.direction = .down }
    let unprefixed =
      stem.first.map { "VvUB".contains($0) } == true && stem.dropFirst().first?.isNumber == true
      ? stem.dropFirst() : stem[...]
    guard let versionEnd = Self.versionEnd(in: unprefixed) else {
      version = MigrationVersion(stem)
      name = Self.spaced(stem[...])
      return
    }
    version = MigrationVersion(String(unprefixed[..<versionEnd]))
    name = Self.spaced(unprefixed[versionEnd...].drop { "_-. ".contains($0) })
  }

  /// The end of the digits at the start, points and dashes between digits included, or `nil` where
  /// there is none.
  private static func versionEnd(in stem: Substring) -> Substring.Index? {
    var end = stem.startIndex
    var position = stem.startIndex
    while position < stem.endIndex {
      let character = stem[position]
      let next = stem.index(after: position)
      if character.isASCII, character.isNumber {
        end = next
      } else if !(".-".contains(character) && end == position && end != stem.startIndex) {
        break
      } else if next == stem.endIndex || !stem[next].isNumber {
        break
      }
      position = next
    }
    return end == stem.startIndex ? nil : end
  }

  private static func spaced(_ text: Substring) -> String {
    String(text.map { $0 == "_" ? " " : $0 })
  }
}
