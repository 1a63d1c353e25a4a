import Migrations
import SQLSyntax

/// The files to order, as lists of statements that can be taken out and put elsewhere.
struct WorkingSet {
  /// A statement, or a part of one.
  struct Piece {
    enum Part: Hashable {
      case whole
      /// A `CREATE TABLE` without these of its extractable constraints.
      case without([Int])
      /// One extractable constraint, added by a statement of its own.
      case constraint(Int)
    }

    /// Position of the migration it is written in.
    var migration: Int
    var statement: Int
    var part: Part = .whole
    var effects: StatementEffects
  }

  struct Unit {
    var id: Migration.ID
    var version: MigrationVersion?
    var pieces: [Piece]
    /// Position of the migration that this unit is; `nil` where a split makes it.
    var migration: Int?
  }

  /// In filename order.
  var units: [Unit]
  let set: MigrationSet

  init(_ set: MigrationSet) {
    self.set = set
    let calls = SchemaChangingCalls(set)
    units = set.migrations.enumerated().map { position, migration in
      var effects = migration.script.collectEffects()
      calls.mark(migration.script.statements, &effects)
      return Unit(
        id: migration.id, version: migration.version,
        pieces: effects.enumerated().map {
          Piece(migration: position, statement: $0, effects: $1)
        },
        migration: position)
    }
  }

  /// What files declare, as edges between units.
  ///
  /// A dependency on a file that was split is one on all its parts.
  var declared: [NameEdge] {
    var positions: [Int: [Int]] = [:]
    for (position, unit) in units.enumerated() {
      for migration in Set(unit.pieces.map(\.migration) + [unit.migration].compactMap(\.self)) {
        positions[migration, default: []].append(position)
      }
    }
    var edges: [NameEdge] = []
    for (position, unit) in units.enumerated() {
      guard let own = unit.migration else { continue }
      for dependency in set.migrations[own].dependencies {
        for needed in set.positions(for: dependency).flatMap({ positions[$0] ?? [] })
        where needed != position {
          edges.append(
            NameEdge(
              from: Int32(needed), to: Int32(position), fromOperation: -1, toOperation: -1,
              key: -1, kind: .declared))
        }
      }
    }
    return edges
  }
}
