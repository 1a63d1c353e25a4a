package import SQLSyntax

/// The migrations of one database, in filename order.
///
/// Filename order is by version, then by name; repeatable migrations, which have no version, come
/// last. Where two files have one id, the first one given is kept and ``repeatedIDs`` has the id.
package struct MigrationSet: Hashable, Sendable {
  package let dialect: Dialect
  package let migrations: [Migration]
  /// Ids given more than once, in order.
  package let repeatedIDs: [Migration.ID]
  private let positions: [Migration.ID: Int]

  /// - Complexity: O(n log n).
  package init(_ migrations: [Migration], dialect: Dialect) {
    let keyed = migrations.map { (key: OrderKey($0), migration: $0) }
    let sorted = keyed.sorted { $0.key < $1.key }.map(\.migration)
    var kept: [Migration] = []
    var positions: [Migration.ID: Int] = [:]
    var repeated: [Migration.ID] = []
    for migration in sorted {
      if positions[migration.id] == nil {
        positions[migration.id] = kept.count
        kept.append(migration)
      } else if repeated.last != migration.id {
        repeated.append(migration.id)
      }
    }
    self.dialect = dialect
    self.migrations = kept
    self.repeatedIDs = repeated
    self.positions = positions
  }

  package var isEmpty: Bool { migrations.isEmpty }

  package subscript(id: Migration.ID) -> Migration? {
    positions[id].map { migrations[$0] }
  }

  /// Where a migration stands in filename order.
  package func position(of id: Migration.ID) -> Int? { positions[id] }

  /// Migrations that share a version, in filename order; a group for each such version.
  package var duplicateVersions: [[Migration]] {
    var groups: [[Migration]] = []
    for migration in migrations where migration.version != nil {
      if groups.last?.last?.version == migration.version {
        groups[groups.count - 1].append(migration)
      } else {
        groups.append([migration])
      }
    }
    return groups.filter { $0.count > 1 }
  }
}

extension MigrationSet {
  /// The positions of the migrations that a declared dependency can mean: one if all is well, none
  /// where nothing fits, several where a version is not unique.
  ///
  /// A file name wins over a name without `.sql`, and that over a version.
  package func positions(for dependency: DeclaredDependency) -> [Int] {
    let reference = dependency.reference
    if let position = positions[Migration.ID(reference)] { return [position] }
    if let position = positions[Migration.ID(reference + ".sql")] { return [position] }
    let version = MigrationVersion(reference)
    var position = lowerBound(of: version)
    var found: [Int] = []
    while position < migrations.count, migrations[position].version == version {
      found.append(position)
      position += 1
    }
    return found
  }

  private func lowerBound(of version: MigrationVersion) -> Int {
    var lower = 0
    var upper = migrations.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if let other = migrations[middle].version, other < version {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    return lower
  }
}

/// What decides filename order.
private struct OrderKey: Comparable {
  var version: MigrationVersion?
  var name: MigrationVersion
  var id: String

  init(_ migration: Migration) {
    version = migration.version
    name = MigrationVersion(migration.id.rawValue)
    id = migration.id.rawValue
  }

  static func < (first: OrderKey, second: OrderKey) -> Bool {
    switch (first.version, second.version) {
    case (let one?, let other?) where one != other: one < other
    case (.some, nil): true
    case (nil, .some): false
    default: first.name == second.name ? first.id < second.id : first.name < second.name
    }
  }
}
