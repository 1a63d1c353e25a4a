package import Migrations

/// Migrations in an order in which every name exists when it is first used.
///
/// Only ``DependencyResolver`` can make one, so whoever holds a plan need not ask whether its order
/// is sound.
package struct MigrationPlan: Hashable, Sendable {
  /// In the order in which they run.
  package let migrations: [Migration]
  /// The migrations that leave filename order, in the order of the plan.
  package let moves: [MigrationMove]
  /// Whether no order moves fewer migrations; false only for very tangled sets.
  package let movesFewest: Bool

  init(ordered migrations: [Migration], moves: [MigrationMove], movesFewest: Bool) {
    self.migrations = migrations
    self.moves = moves
    self.movesFewest = movesFewest
  }
}

/// A migration that cannot stay where its name puts it.
package struct MigrationMove: Hashable, Sendable {
  package var migration: Migration.ID
  /// Positions from 0, in filename order and in the plan.
  package var filenamePosition: Int
  package var planPosition: Int
  /// A dependency that filename order breaks; with both places.
  package var reason: DependencyEdge?

  package init(
    migration: Migration.ID, filenamePosition: Int, planPosition: Int, reason: DependencyEdge?
  ) {
    self.migration = migration
    self.filenamePosition = filenamePosition
    self.planPosition = planPosition
    self.reason = reason
  }
}
