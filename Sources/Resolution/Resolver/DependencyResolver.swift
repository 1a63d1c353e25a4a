package import DatabaseModel
package import Migrations

/// Orders migrations so that each finds what it needs.
///
/// The order is a function of the set alone. It is filename order wherever that runs; else as few
/// migrations as possible leave it, see ``FewestMoves``. What is not modelled is taken not to
/// matter, and listed in ``StatementEffects/unknowns``.
///
/// - Complexity: For n effects O(n log n); more only where the order is tangled, see
///   ``FewestMoves``, ``SmallSearch`` and ``ShortestCycle``.
package struct DependencyResolver: Sendable {
  /// What the database has before the first migration runs.
  package var existing: ExistingObjects
  package var plantedFaults: PlantedFaults

  package init(existing: ExistingObjects = .none, plantedFaults: PlantedFaults = .none) {
    self.existing = existing
    self.plantedFaults = plantedFaults
  }

  /// The effects of each migration's statements and the dependencies between them, without an order.
  package func analyze(_ set: MigrationSet) -> DependencyGraph { resolve(set).graph }

  /// Finds the order and everything that stands in its way.
  package func resolve(_ set: MigrationSet) -> Resolution {
    let work = WorkingSet(set)
    let solver = Solver(existing: existing, plantedFaults: plantedFaults)
    return ResolutionReport(
      set: set, work: work, solution: solver.solve(work), existing: existing,
      plantedFaults: plantedFaults
    ).make()
  }

  /// The plan, where there is one.
  package func plan(_ set: MigrationSet) throws(ResolutionError) -> MigrationPlan {
    let resolution = resolve(set)
    if let plan = resolution.plan { return plan }
    if let cycle = resolution.cycles.first { throw .cycle(cycle) }
    throw .unresolved(resolution.problems)
  }
}
