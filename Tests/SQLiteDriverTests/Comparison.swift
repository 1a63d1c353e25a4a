import DatabaseModel
import Engines
import SQLParsing
import SQLSyntax
import SQLiteDriver

/// A model and an engine that are given the same statements.
final class Comparison {
  let engine: SQLiteSession
  var model: ModelSession
  private(set) var history: [String] = []

  init() throws {
    engine = try SQLiteSession()
    model = ModelSession(catalog: .empty(dialect: .sqlite))
  }

  func step(_ text: String) throws -> Verdict {
    let script = SQLParser.parse(SourceText(name: "s.sql", text: text), dialect: .sqlite)
    let failure = engine.run(text).failure
    guard let statement = script.statements.first, !script.hasErrors else {
      // A generated column with a default is refused by the parser; SQLite looks at neither where
      // the table exists already.
      let isKnown = script.diagnostics.contains { $0.code == "generated-column" }
      return failure == nil && !isKnown
        ? .difference("only the parser refuses") : .refusedByParser
    }
    let before = model
    switch model.execute(statement) {
    case .refused(let error): return compare(error, failure?.error)
    case .unmodelled(let reason):
      if failure != nil || !statement.changesSchema { return .unmodelled(reason) }
      return .lost(reason)
    case .applied(let applied):
      if let failure {
        model = before
        return decide(failure.error, applied)
      }
      history.append(text)
      return statement.changesSchema ? try compareCatalogs() : .bothApplied
    }
  }

  private func compare(_ foretold: DatabaseError, _ actual: DatabaseError?) -> Verdict {
    guard let actual else { return .difference("the model refuses: \(foretold.message)") }
    if actual.message == foretold.message, actual.resultCode == foretold.resultCode {
      return .sameRefusal
    }
    if actual.message == foretold.message, actual.resultCode == 17 { return .schemaCode }
    return .difference(
      "engine \(actual.resultCode ?? 0) \(actual.message), model \(foretold.message)")
  }

  private func decide(_ error: DatabaseError, _ applied: AppliedTransition) -> Verdict {
    let isForetold = applied.demands.contains { demand in
      if case .isEmpty(_, let foretold) = demand { return foretold.message == error.message }
      return false
    }
    let isOfRows =
      error.resultCode != 1 || error.message.hasSuffix("constraint failed")
      || error.message.hasPrefix("non-deterministic use")
    if isForetold || isOfRows && !applied.demands.isEmpty { return .rowsDecided }
    return .difference("the engine alone refuses: \(error.resultCode ?? 0) \(error.message)")
  }

  private func compareCatalogs() throws -> Verdict {
    let disagreements = try SQLiteCatalogAudit(of: model.catalog, in: engine).disagreements()
    if let first = disagreements.first { return .difference(first) }
    if history.count % 4 != 0 { return .bothApplied }
    let read = try SQLiteCatalogReader(engine).read()
    let difference = CatalogDifference(from: model.catalog, to: read)
    if !difference.isEmpty { return .difference(difference.description) }
    if let unknown = read.unknowns.first { return .difference("not read back: \(unknown.reason)") }
    return .bothApplied
  }
}

extension Statement {
  /// Whether it may change what `sqlite_schema` holds.
  var changesSchema: Bool {
    switch kind {
    case .select, .insert, .update, .delete, .pragma, .vacuum, .reindex, .explain: false
    default: true
    }
  }
}
