import DatabaseModel
import Migrations
import SQLSyntax

/// Finds an order for a working set.
struct Solver {
  var existing: ExistingObjects
  var plantedFaults = PlantedFaults.none

  struct Solution {
    var program: NameProgram
    var outcome: NameOrdering.Outcome
    /// Statements that stand before what they need, within one unit.
    var misplaced: [NameEdge]

    var isClean: Bool { outcome.isClean && misplaced.isEmpty }
  }

  func solve(_ work: WorkingSet) -> Solution {
    var builder = NameProgramBuilder(
      existing: existing, dialect: work.set.dialect, plantedFaults: plantedFaults)
    let program = builder.build(work.units.map { $0.pieces.map(\.effects) })
    var ordering = NameOrdering(
      program, declared: work.declared, plantedFaults: plantedFaults)
    let outcome = ordering.solve()
    return Solution(
      program: program, outcome: outcome, misplaced: ordering.constraints.misplaced)
  }
}

extension Solver.Solution {
  /// An edge in terms of statements and objects.
  func edge(_ edge: NameEdge, in work: WorkingSet) -> DependencyEdge {
    DependencyEdge(
      prerequisite: reference(unit: edge.from, edge.fromOperation, work),
      dependent: reference(unit: edge.to, edge.toOperation, work), type: type(of: edge, work),
      object: edge.key < 0 ? nil : program.names.objects[Int(edge.key)],
      isPreference: edge.isPreference)
  }

  private func reference(
    unit: Int32, _ operation: Int32, _ work: WorkingSet
  ) -> StatementReference {
    guard operation >= 0 else {
      return StatementReference(migration: work.units[Int(unit)].id)
    }
    return reference(operation: Int(operation), work)
  }

  func reference(operation: Int, _ work: WorkingSet) -> StatementReference {
    let (piece, effect) = origin(of: operation, work)
    return StatementReference(
      migration: work.units[program.unit(of: operation)].id, statement: piece.statement,
      range: effect.range ?? piece.effects.range)
  }

  /// The effect that an operation stands for.
  func origin(of operation: Int, _ work: WorkingSet) -> (WorkingSet.Piece, Effect) {
    let statement = program.statements[program.statement(of: operation)]
    let piece = work.units[Int(statement.unit)].pieces[Int(statement.position)]
    return (piece, piece.effects.effects[Int(program.operations[operation].effect)])
  }

  private func type(of edge: NameEdge, _ work: WorkingSet) -> DependencyType {
    switch edge.kind {
    case .declared: return .declared
    case .dropAfterUse: return .dropAfterUse
    case .nameReuse: return .nameReuse
    case .firstCreation: return .firstCreation
    case .alteration: return .alteration
    case .data: return .data
    case .use:
      guard edge.fromOperation >= 0 else { return .object }
      return origin(of: Int(edge.fromOperation), work).1.type
    }
  }
}
