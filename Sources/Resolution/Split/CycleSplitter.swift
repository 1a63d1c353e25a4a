import Migrations
import SQLSyntax

/// Finds the statements to take out of a file, so that a cycle is gone.
struct CycleSplitter {
  let existing: ExistingObjects

  struct Split {
    var proposal: SplitProposal
    var work: WorkingSet
  }

  /// Statements of one unit that wait for others, while the rest of the unit does not.
  private struct Candidate {
    var unit: Int
    var moved: Set<Int>
    var reason: NameEdge
  }

  /// The split that moves the fewest statements; of several, that of the least file.
  ///
  /// `nil` where the statements themselves go round in a circle.
  func split(
    _ cycle: CycleReport.Found, among component: [Int], in work: WorkingSet,
    _ solution: Solver.Solution
  ) -> Split? {
    let candidates = cycle.units.indices.compactMap { position in
      candidate(at: position, of: cycle, among: component, solution)
    }
    if let best = candidates.min(by: { ($0.moved.count, $0.unit) < ($1.moved.count, $1.unit) }) {
      return split(best, in: work, solution)
    }
    return extraction(cycle, in: work, solution)
  }

  private func candidate(
    at position: Int, of cycle: CycleReport.Found, among component: [Int],
    _ solution: Solver.Solution
  ) -> Candidate? {
    let unit = cycle.units[position]
    let outgoing = cycle.edges[position]
    let incoming = cycle.edges[(position + cycle.edges.count - 1) % cycle.edges.count]
    guard incoming.toOperation >= 0, outgoing.fromOperation >= 0 else { return nil }
    let program = solution.program
    let stays = self.position(outgoing.fromOperation, program)
    let others = Set(component.map { Int32($0) })
    let waiting = solution.outcome.edges.filter {
      $0.to == Int32(unit) && others.contains($0.from) && !$0.isPreference && $0.toOperation >= 0
    }
    let seeds = [
      positions(in: unit, waitingAs: waiting, program),
      [self.position(incoming.toOperation, program)],
    ]
    for keepsTouches in [true, false] {
      let needs = StatementDependencies(program, unit: unit, keepsTouches: keepsTouches)
      for seeds in seeds {
        let moved = needs.closure(of: seeds)
        if !moved.contains(stays) {
          return Candidate(unit: unit, moved: moved, reason: incoming)
        }
      }
    }
    return nil
  }

  /// The statements of a unit that use what the edges are about, from where the edges point to.
  private func positions(
    in unit: Int, waitingAs edges: [NameEdge], _ program: NameProgram
  ) -> Set<Int> {
    var first: [Int32: Int32] = [:]
    for edge in edges { first[edge.key] = min(first[edge.key] ?? .max, edge.toOperation) }
    var positions = Set(edges.map { position($0.toOperation, program) })
    for (position, statement) in program.units[unit].statements.enumerated() {
      for index in program.statements[statement].operations {
        let waits = program.keys(program.operations[index]).contains {
          first[$0].map { $0 <= Int32(index) } ?? false
        }
        if waits { positions.insert(position) }
      }
    }
    return positions
  }

  /// The position of an operation's statement within its unit.
  private func position(_ operation: Int32, _ program: NameProgram) -> Int {
    Int(program.statements[program.statement(of: Int(operation))].position)
  }

  private func split(
    _ candidate: Candidate, in work: WorkingSet, _ solution: Solver.Solution
  ) -> Split {
    let pieces = work.units[candidate.unit].pieces
    let moved = candidate.moved.sorted().map { pieces[$0] }
    let stay = pieces.indices.filter { !candidate.moved.contains($0) }.map { pieces[$0] }
    var mended = work
    mended.units[candidate.unit].pieces = stay
    let id = mended.insert(
      moved, from: candidate.unit, after: prerequisites(of: candidate, solution))
    let proposal = SplitProposal(
      source: work.units[candidate.unit].id, newFile: id,
      moved: moved.map { reference($0, in: work.units[candidate.unit].id) },
      reason: solution.edge(candidate.reason, in: work))
    return Split(proposal: proposal, work: mended)
  }

  /// The units that the moved statements need.
  private func prerequisites(of candidate: Candidate, _ solution: Solver.Solution) -> [Int] {
    solution.outcome.edges.filter {
      $0.to == Int32(candidate.unit) && !$0.isPreference && $0.toOperation >= 0
        && candidate.moved.contains(position($0.toOperation, solution.program))
    }.map { Int($0.from) }
  }

  private func reference(_ piece: WorkingSet.Piece, in id: Migration.ID) -> StatementReference {
    StatementReference(migration: id, statement: piece.statement, range: piece.effects.range)
  }

  // MARK: Foreign keys

  /// Takes foreign keys out of the first `CREATE TABLE` on the cycle that waits for nothing else.
  private func extraction(
    _ cycle: CycleReport.Found, in work: WorkingSet, _ solution: Solver.Solution
  ) -> Split? {
    // Against filename order first, so that the rest keeps to it.
    let edges = cycle.edges.filter { $0.from > $0.to } + cycle.edges.filter { $0.from < $0.to }
    for edge in edges where edge.toOperation >= 0 && edge.kind == .use {
      let (_, effect) = solution.origin(of: Int(edge.toOperation), work)
      guard let constraint = effect.extractable else { continue }
      let unit = Int(edge.to)
      let position = position(edge.toOperation, solution.program)
      var mended = work
      let key = mended.extract(constraint, from: position, of: unit)
      let source = work.units[unit].id
      let id = mended.insert([key], from: unit, after: [Int(edge.from)])
      let proposal = SplitProposal(
        source: source, newFile: id, moved: [],
        extracted: [reference(key, constraint, in: source)],
        reason: solution.edge(edge, in: work))
      return Split(proposal: proposal, work: mended)
    }
    return nil
  }

  private func reference(
    _ piece: WorkingSet.Piece, _ constraint: Int, in id: Migration.ID
  ) -> StatementReference {
    StatementReference(
      migration: id, statement: piece.statement, range: piece.extractedRange ?? piece.effects.range)
  }

  // MARK: Order within a file

  /// Puts the statements of a unit into an order in which they find what they need; where they go
  /// round in a circle, after taking a foreign key out.
  func reorder(
    unit: Int, in work: WorkingSet, _ solution: Solver.Solution
  ) -> Split? {
    let misplaced = solution.misplaced.filter { $0.from == Int32(unit) }
    guard let reason = misplaced.first else { return nil }
    let program = solution.program
    let needs = StatementDependencies(program, unit: unit, keepsTouches: true)
    let edges =
      needs.edges
      + misplaced.map {
        (
          from: Int32(position($0.fromOperation, program)),
          to: Int32(position($0.toOperation, program))
        )
      }
    let pieces = work.units[unit].pieces
    let order = Digraph(nodeCount: pieces.count, edges: edges).leastOrder()
    guard order.count == pieces.count else {
      return extraction(misplaced, of: unit, work, solution)
    }
    var mended = work
    mended.units[unit].pieces = order.map { pieces[$0] }
    let id = work.units[unit].id
    let proposal = SplitProposal(
      source: id, newFile: nil, moved: mended.units[unit].pieces.map { reference($0, in: id) },
      reason: solution.edge(reason, in: work))
    return Split(proposal: proposal, work: mended)
  }

  private func extraction(
    _ misplaced: [NameEdge], of unit: Int, _ work: WorkingSet, _ solution: Solver.Solution
  ) -> Split? {
    for edge in misplaced {
      let (_, effect) = solution.origin(of: Int(edge.toOperation), work)
      guard let constraint = effect.extractable else { continue }
      var mended = work
      let key = mended.extract(
        constraint, from: position(edge.toOperation, solution.program), of: unit)
      mended.units[unit].pieces.insert(
        key, at: position(edge.fromOperation, solution.program) + 1)
      let id = work.units[unit].id
      let proposal = SplitProposal(
        source: id, newFile: nil, moved: [], extracted: [reference(key, constraint, in: id)],
        reason: solution.edge(edge, in: work))
      return Split(proposal: proposal, work: mended)
    }
    return nil
  }
}
