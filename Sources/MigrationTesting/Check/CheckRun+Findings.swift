import DatabaseModel
import MigrationEngine
import Migrations
import SQLSyntax

extension CheckRun {
  /// Everything to tell, in file order, each place once.
  ///
  /// Where the resolver and the engine found fault with the same place, the engine's words stay and
  /// the resolver's suggestions join them; what is wrong with the order of files is told besides.
  func merge(refusals: [Diagnostic]) -> [Diagnostic] {
    var merged = refusals
    for planned in resolution.diagnostics {
      if !planned.isAboutOrder,
        let index = merged.firstIndex(where: { $0.isAboutPlace(of: planned) })
      {
        merged[index].fixIts += planned.fixIts.filter { !merged[index].fixIts.contains($0) }
      } else {
        merged.append(planned)
      }
    }
    let order = Dictionary(
      migrations.enumerated().map { ($0.element.script.source.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return merged.enumerated().sorted { first, second in
      first.element.sortKey(order, first.offset) < second.element.sortKey(order, second.offset)
    }.map(\.element)
  }

  /// What the model is silent on, most frequent first.
  func unmodelled() -> [UnmodelledStatements] {
    var found: [String: UnmodelledStatements] = [:]
    for (migration, trace) in predicted.enumerated() {
      for (statement, verdict) in trace.verdicts.enumerated() {
        guard case .unmodelled(let reason) = verdict else { continue }
        let place = self.place(migration: migration, statement: statement)
        found[
          reason, default: UnmodelledStatements(reason: reason, count: 0, firstPlace: place)
        ].count += 1
      }
    }
    return found.values.sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }

  /// A warning for each statement on which model and engine disagree.
  func disagreements() -> [Diagnostic] {
    guard let actual, !plantedFaults.contains(.disagreementsAreKept) else { return [] }
    return Disagreement.find(predicted, actual).map { disagreement in
      let migration = migrations[disagreement.migration]
      return Diagnostic(
        .warning, code: "model-disagrees",
        "The model \(disagreement.predicted.words), the engine \(disagreement.actual.words)",
        in: migration.script.source,
        at: migration.script.statements[disagreement.statement].place.range,
        notes: [Diagnostic.Note("this is a defect of shaketable; the engine's word counts")])
    }
  }

  private func place(migration: Int, statement: Int) -> String {
    let script = migrations[migration].script
    let offset = script.statements[statement].place.range?.lowerBound ?? 0
    return "\(script.source.name):\(script.source.position(of: offset))"
  }
}

extension StatementVerdict {
  /// What it says, as the end of a sentence.
  fileprivate var words: String {
    switch self {
    case .accepted: "accepts it"
    case .refused(let error): "refuses it: \(error.message)"
    case .unmodelled(let reason): "does not know: \(reason)"
    }
  }
}

extension Diagnostic {
  /// Whether it is about where files stand, not about a statement alone.
  fileprivate var isAboutOrder: Bool { ["dependency-cycle", "out-of-order"].contains(code) }

  fileprivate func isAboutPlace(of other: Diagnostic) -> Bool {
    guard let range, let otherRange = other.range, file == other.file else { return false }
    return range.contains(otherRange) || otherRange.contains(range)
  }

  /// File order, then place, then the order in which it was found.
  fileprivate func sortKey(_ files: [String: Int], _ found: Int) -> (Int, Int, Int) {
    (file.flatMap { files[$0] } ?? -1, range?.lowerBound ?? -1, found)
  }
}
