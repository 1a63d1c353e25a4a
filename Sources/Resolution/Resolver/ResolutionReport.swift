import DatabaseModel
import Migrations
import SQLSyntax

/// Puts what the solver found into the words of migrations, statements and objects.
struct ResolutionReport {
  let set: MigrationSet
  let work: WorkingSet
  let solution: Solver.Solution
  let existing: ExistingObjects
  let plantedFaults: PlantedFaults

  func make() -> Resolution {
    let graph = makeGraph()
    let problems = makeProblems()
    let isBlocked = problems.contains(where: \.isError)
    return Resolution(
      plan: solution.isClean && !isBlocked ? makePlan() : nil,
      order: solution.outcome.order.map { work.units[$0].id }, graph: graph, problems: problems,
      effects: work.units.map { $0.pieces.map(\.effects) })
  }

  private func makeGraph() -> DependencyGraph {
    let sorted = solution.outcome.edges.sorted {
      ($0.to, $0.from, $0.toOperation, $0.fromOperation, $0.key)
        < ($1.to, $1.from, $1.toOperation, $1.fromOperation, $1.key)
    }
    return DependencyGraph(
      migrations: work.units.map(\.id), edges: sorted.map { solution.edge($0, in: work) })
  }

  private func makePlan() -> MigrationPlan {
    let outcome = solution.outcome
    return MigrationPlan(
      ordered: outcome.order.map { set.migrations[$0] }, moves: makeMoves(),
      movesFewest: outcome.isProved)
  }

  // MARK: Moves

  private func makeMoves() -> [MigrationMove] {
    let outcome = solution.outcome
    guard outcome.isMoved.contains(true) else { return [] }
    let reasons = moveReasons()
    var moves: [MigrationMove] = []
    for (position, unit) in outcome.order.enumerated() where outcome.isMoved[unit] {
      moves.append(
        MigrationMove(
          migration: work.units[unit].id, filenamePosition: unit, planPosition: position,
          reason: reasons[unit].map { solution.edge($0, in: work) }))
    }
    return moves
  }

  /// For each moved unit: the edge against filename order that moves it, or else an edge to
  /// another unit that moves with it.
  private func moveReasons() -> [Int: NameEdge] {
    let isMoved = solution.outcome.isMoved
    var reasons: [Int: (rank: Int, edge: NameEdge)] = [:]
    for edge in solution.outcome.edges {
      let isBackward = edge.from > edge.to
      for unit in [Int(edge.from), Int(edge.to)] where isMoved[unit] {
        let other = unit == Int(edge.from) ? Int(edge.to) : Int(edge.from)
        guard isBackward || isMoved[other] else { continue }
        let rank = (isBackward ? 0 : 2) + (edge.isPreference ? 1 : 0)
        if reasons[unit].map({ rank < $0.rank }) ?? true { reasons[unit] = (rank, edge) }
      }
    }
    return reasons.mapValues(\.edge)
  }

  // MARK: Problems

  private func makeProblems() -> [ResolutionProblem] {
    var problems = undeclarable()
    problems += MissingReferences(work: work, program: solution.program).found().map {
      .missing($0)
    }
    let splitter = CycleSplitter(existing: existing)
    for edge in solution.misplaced {
      let fix = splitter.reorder(unit: Int(edge.from), in: work, solution)
      problems.append(
        .misplaced(
          MisplacedStatement(edge: solution.edge(edge, in: work), fix: fix?.proposal)))
    }
    for component in solution.outcome.cyclic {
      guard
        let cycle = CycleReport(work: work, solution: solution, plantedFaults: plantedFaults)
          .cycle(among: component)
      else {
        continue
      }
      let split = splitter.split(cycle, among: component, in: work, solution)
      var report = cycle.report
      report.split = split?.proposal
      problems.append(.cycle(report))
    }
    if solution.misplaced.isEmpty, let refusal = solution.outcome.refusal {
      problems.append(.refused(report(refusal)))
    }
    return problems
  }

  private func undeclarable() -> [ResolutionProblem] {
    set.migrations.flatMap { migration in
      migration.dependencies.compactMap { dependency in
        let found = set.positions(for: dependency)
        if found.count == 1 { return nil }
        return .undeclarable(
          dependency, in: migration.id, candidates: found.map { set.migrations[$0].id })
      }
    }
  }

  private func report(_ refusal: NameMachine.Refusal) -> RefusedStatement {
    let operation = solution.program.operations[refusal.operation]
    let isTarget = operation.target >= 0 && refusal.reason == .taken
    let key = isTarget ? operation.target : operation.key
    return RefusedStatement(
      statement: solution.reference(operation: refusal.operation, work),
      object: solution.program.names.objects[Int(key)],
      type: solution.origin(of: refusal.operation, work).1.type,
      reason: refusal.reason == .taken ? .alreadyThere : .notThere,
      cause: refusal.cause.map { solution.reference(operation: $0, work) })
  }
}

extension ResolutionProblem {
  /// Whether it forbids a plan.
  package var isError: Bool {
    switch self {
    case .missing(let reference): reference.possibleCreators.isEmpty
    case .cycle, .misplaced, .refused, .undeclarable: true
    }
  }
}
