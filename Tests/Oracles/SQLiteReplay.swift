package import DatabaseModel
import SQLParsing
import SQLSyntax

/// How well the model foretold what the engine did.
package enum Foretelling: String, CaseIterable {
  case exact
  /// A demand on the rows carries the engine's very refusal.
  case exactGivenRows
  /// The model says that rows decide.
  case dependsOnRows
  /// The parser refuses the text before the model sees it, as the engine does.
  case refusedByParser
  case unmodelled
  case wrong
}

/// One recorded case on the model.
package struct SQLiteReplay {
  package let recorded: SQLiteFrozenCases.Case
  private var session: ModelSession
  package private(set) var said = ""
  private var fixtureTrouble: String?

  package init(
    _ recorded: SQLiteFrozenCases.Case, fixture: [String], plantedFaults: PlantedFaults = .none
  ) {
    self.recorded = recorded
    session = ModelSession(catalog: .empty(dialect: .sqlite))
    for text in fixture + [recorded.pre].compactMap({ $0 }) {
      for statement in script(text).statements {
        if case .applied = session.execute(statement) { continue }
        fixtureTrouble = "the fixture: \(text.prefix(80))"
      }
    }
    session.state.plantedFaults = plantedFaults
    session.state.enforcesForeignKeys = recorded.foreignKeys
  }

  private func script(_ text: String) -> Script {
    SQLParser.parse(SourceText(name: "case.sql", text: text), dialect: .sqlite)
  }

  package mutating func run() -> Foretelling {
    if let fixtureTrouble {
      said = fixtureTrouble
      return .unmodelled
    }
    if recorded.sql.hasPrefix("@open") { return .unmodelled }
    let script = script(recorded.sql)
    if script.hasErrors {
      said = script.diagnostics.map(\.message).joined(separator: "; ")
      return recorded.code == 0 ? .wrong : .refusedByParser
    }
    var dependsOnRows = false
    for (index, statement) in script.statements.enumerated() {
      let isLast = index == script.statements.count - 1
      switch session.execute(statement) {
      case .unmodelled(let reason):
        said = reason
        return .unmodelled
      case .refused(let error):
        said = "\(error.resultCode ?? 0) \(error.message)"
        return error.resultCode == recorded.code && error.message == recorded.message
          ? .exact : .wrong
      case .applied(let applied):
        dependsOnRows = dependsOnRows || !applied.demands.isEmpty
        if recorded.code != 0, isLast, applied.demands.contains(where: foretells) {
          return .exactGivenRows
        }
      }
    }
    said = "applied"
    if recorded.code == 0 { return .exact }
    return dependsOnRows ? .dependsOnRows : .wrong
  }

  private func foretells(_ demand: RowDemand) -> Bool {
    guard case .isEmpty(_, let error) = demand else { return false }
    return error.message == recorded.message && error.resultCode == recorded.code
  }
}
