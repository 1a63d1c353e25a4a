import DatabaseModel
import Engines
import SQLSyntax

/// What two sides answered to one statement, and in what they differ.
struct OutcomeComparison {
  struct Difference {
    var aspect: String
    var model: String
    var engine: String
  }

  private(set) var differences: [Difference] = []

  /// `rows`: whether the model has rows, so that results can be compared.
  init(
    _ statement: Statement, _ model: ScriptOutcome, _ engine: ScriptOutcome, rows: Bool
  ) {
    compare(model.failure, engine.failure)
    guard differences.isEmpty, let first = model.outcomes.last, let second = engine.outcomes.last
    else { return }
    compare("tag", first.tag.map { Self.tag($0, rows) }, second.tag.map { Self.tag($0, rows) })
    compare("notices", Self.text(first.notices), Self.text(second.notices))
    compare("status", first.statusAfter.rawValue, second.statusAfter.rawValue)
    guard rows else { return }
    compare("changes", String(first.changes), String(second.changes))
    compare(
      "columns", first.columns.joined(separator: ", "), second.columns.joined(separator: ", "))
    let isOrdered = statement.hasOrder
    compare("result", Self.text(first.rows, isOrdered), Self.text(second.rows, isOrdered))
  }

  private mutating func compare(_ aspect: String, _ model: String?, _ engine: String?) {
    guard model != engine else { return }
    differences.append(
      Difference(aspect: aspect, model: model ?? "nothing", engine: engine ?? "nothing"))
  }

  private mutating func compare(_ model: StatementFailure?, _ engine: StatementFailure?) {
    switch (model, engine) {
    case (nil, nil): return
    case (nil, let second?):
      compare("the engine alone refuses", "accepted", Self.text(second.error))
    case (let first?, nil): compare("the model alone refuses", Self.text(first.error), "accepted")
    case (let first?, let second?):
      compare("message", first.error.message, second.error.message)
      compare("code", Self.code(first.error), Self.code(second.error))
      compare("detail", first.error.detail, second.error.detail)
      compare("hint", first.error.hint, second.error.hint)
      compare("fields", Self.fields(first.error), Self.fields(second.error))
      compare("status", first.statusAfter.rawValue, second.statusAfter.rawValue)
    }
  }

  private static func code(_ error: DatabaseError) -> String {
    error.state?.rawValue ?? error.resultCode.map { String($0) } ?? "none"
  }

  private static func text(_ error: DatabaseError) -> String { "\(code(error)) \(error.message)" }

  private static func fields(_ error: DatabaseError) -> String {
    [error.schema, error.table, error.column, error.constraint].map { $0 ?? "-" }
      .joined(separator: ", ")
  }

  /// `INSERT 0 3` without the count where the model has no rows.
  private static func tag(_ tag: String, _ rows: Bool) -> String {
    rows ? tag : String(tag.prefix { !$0.isNumber }.reversed().drop { $0 == " " }.reversed())
  }

  private static func text(_ notices: [DatabaseNotice]) -> String {
    notices.map { "\($0.severity) \($0.state?.rawValue ?? "") \($0.message) \($0.detail ?? "")" }
      .joined(separator: "\n")
  }

  private static func text(_ rows: [[SQLValue]], _ isOrdered: Bool) -> String {
    let lines = rows.map { row in row.map { "\($0)" }.joined(separator: " | ") }
    return (isOrdered ? lines : lines.sorted()).joined(separator: "\n")
  }
}

extension Statement {
  /// Whether the order of its rows is determined.
  var hasOrder: Bool {
    if case .select(let query) = kind { !query.orderBy.isEmpty } else { false }
  }
}
