import Migrations
import SQLSyntax

/// Describes the references that nothing satisfies.
struct MissingReferences {
  let work: WorkingSet
  let program: NameProgram

  func found() -> [MissingReference] {
    guard !program.missing.isEmpty else { return [] }
    let creators = possibleCreators()
    var seen: Set<StatementReference> = []
    return program.missing.compactMap { missing in
      let unit = work.units[missing.unit]
      let position = Int(program.statements[missing.statement].position)
      let piece = unit.pieces[position]
      let effect = piece.effects.effects[missing.effect]
      let reference = StatementReference(
        migration: unit.id, statement: piece.statement,
        range: effect.range ?? piece.effects.range)
      guard seen.insert(reference).inserted else { return nil }
      return MissingReference(
        reference: reference, object: effect.object, type: effect.type,
        suggestion: NearestName.nearest(to: effect.object, in: program),
        possibleCreators: creators)
    }
  }

  /// Statements that might create anything at all.
  private func possibleCreators() -> [StatementReference] {
    work.units.flatMap { unit in
      unit.pieces.flatMap { piece in
        piece.effects.unknowns.filter(\.mayCreate).map {
          StatementReference(migration: unit.id, statement: piece.statement, range: $0.range)
        }
      }
    }
  }
}
