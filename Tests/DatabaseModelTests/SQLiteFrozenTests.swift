import DatabaseModel
import SQLParsing
import SQLSyntax
import Testing

/// How well the model foretold what the engine did.
enum Foretelling: String, CaseIterable {
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

@Suite struct `The model of SQLite` {
  @Test func `is never wrong about a recorded statement`() throws {
    let frozen = try SQLiteFrozenCases.read()
    var counts: [String: [Foretelling: Int]] = [:]
    for recorded in frozen.cases {
      var replay = Replay(recorded, fixture: frozen.fixture)
      let result = replay.run()
      counts[recorded.kind, default: [:]][result, default: 0] += 1
      if result == .wrong || result == .unmodelled {
        print(
          "\(recorded.id) \(result): \(recorded.sql.prefix(120)) -- engine \(recorded.code) \(recorded.message ?? "ok") -- model \(replay.said)"
        )
      }
      #expect(result != .wrong, "\(recorded.id): \(recorded.sql.prefix(200)) -- \(replay.said)")
    }
    for (kind, row) in counts.sorted(by: { $0.key < $1.key }) {
      print(
        kind, Foretelling.allCases.map { "\($0.rawValue) \(row[$0] ?? 0)" }.joined(separator: ", "))
    }
    let predicted = counts.values.reduce(0) {
      $0 + ($1[.exact] ?? 0) + ($1[.exactGivenRows] ?? 0)
    }
    print("predicted \(predicted) of \(frozen.cases.count)")
    #expect(predicted >= 193)
  }
}

/// One recorded case on the model.
private struct Replay {
  let recorded: SQLiteFrozenCases.Case
  var session: ModelSession
  var said = ""
  var fixtureTrouble: String?

  init(_ recorded: SQLiteFrozenCases.Case, fixture: [String]) {
    self.recorded = recorded
    session = ModelSession(catalog: .empty(dialect: .sqlite))
    for text in fixture + [recorded.pre].compactMap({ $0 }) {
      for statement in script(text).statements {
        if case .applied = session.execute(statement) { continue }
        fixtureTrouble = "the fixture: \(text.prefix(80))"
      }
    }
    session.state.enforcesForeignKeys = recorded.foreignKeys
  }

  private func script(_ text: String) -> Script {
    SQLParser.parse(SourceText(name: "case.sql", text: text), dialect: .sqlite)
  }

  mutating func run() -> Foretelling {
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
