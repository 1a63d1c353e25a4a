import DatabaseModel
import Foundation
import HashTreeCollections
import SQLParsing
import SQLSyntax
import Testing

/// Outcomes of single statements as a PostgreSQL 15 server gave them.
struct FrozenCases: Decodable {
  var fixture: [String]
  var cases: [FrozenCase]

  static func load() throws -> FrozenCases {
    try JSONDecoder().decode(FrozenCases.self, from: Data(contentsOf: file("pg-errors.json")))
  }

  static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Frozen").appending(path: name)
  }
}

/// One statement and what the server said.
struct FrozenCase: Decodable {
  var id: String
  var kind: String
  var pre: [String]?
  var sql: String
  var sqlstate: String
  var message: String?
  var detail: String?
  var hint: String?
  var table: String?
  var column: String?
  var constraint: String?
  var tag: String?
  var notices: [FrozenNotice]?
}

struct FrozenNotice: Decodable {
  var sqlstate: String
  var severity: String
  var message: String
}

/// How the model's answer compares with the server's.
enum Verdict: String {
  case exact
  /// Refused by the parser, as the server did.
  case syntax
  /// What becomes of it depends on rows.
  case rows
  case unmodelled
  /// Text that our parser refuses and the server's does not.
  case unparsed
  case wrong
}

/// Runs frozen statements on the model.
struct FrozenReplay {
  let base: ModelSession

  init(_ cases: FrozenCases) throws {
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    session.state.roles = ["postgres", "lowpriv", "owner1"]
    let schemas =
      "CREATE SCHEMA s; CREATE SCHEMA s2; CREATE SCHEMA lowpriv_s; SET search_path = s"
    for text in [schemas] + cases.fixture { try session.apply(text) }
    base = session
  }

  func judge(_ frozen: FrozenCase) -> (Verdict, String) {
    var session = base
    for statement in (frozen.pre ?? []).flatMap({ PostgreSQLText.parse($0).statements }) {
      if case .unmodelled(let reason) = session.execute(statement) { return (.unmodelled, reason) }
    }
    let script = PostgreSQLText.parse(frozen.sql)
    if script.hasErrors { return (frozen.sqlstate == "42601" ? .syntax : .unparsed, "") }
    var last: AppliedTransition?
    var hasDemands = false
    for statement in script.statements {
      switch session.execute(statement) {
      case .unmodelled(let reason): return (.unmodelled, reason)
      case .refused(let error): return compare(error, frozen)
      case .applied(let applied):
        last = applied
        hasDemands = hasDemands || !applied.demands.isEmpty
      }
    }
    if hasDemands { return (.rows, "") }
    return compare(last, frozen)
  }

  private func compare(_ error: DatabaseError, _ frozen: FrozenCase) -> (Verdict, String) {
    let pairs = [
      (error.state?.rawValue, frozen.sqlstate), (error.message, frozen.message),
      (error.detail.map { String($0.prefix(frozen.detail?.count ?? 0)) }, frozen.detail),
      (error.hint, frozen.hint), (error.table, frozen.table), (error.column, frozen.column),
      (error.constraint, frozen.constraint),
    ]
    let differing = pairs.filter { $0.0 != $0.1 }
    if differing.isEmpty { return (.exact, "") }
    return (
      .wrong, differing.map { "\($0.0 ?? "nil") for \($0.1 ?? "nil")" }.joined(separator: "; ")
    )
  }

  private func compare(
    _ applied: AppliedTransition?, _ frozen: FrozenCase
  ) -> (Verdict, String) {
    guard frozen.sqlstate == "00000" else {
      return (.wrong, "applied for \(frozen.sqlstate) \(frozen.message ?? "")")
    }
    if applied?.tag != frozen.tag {
      return (.wrong, "\(applied?.tag ?? "nil") for \(frozen.tag ?? "nil")")
    }
    // A name's truncation is told by the reader of the text.
    let expected = (frozen.notices ?? []).filter { $0.sqlstate != "42622" }
      .map { [$0.severity, $0.sqlstate, $0.message] }
    let given = (applied?.notices ?? []).map {
      [$0.severity, $0.state?.rawValue ?? "", $0.message]
    }
    return given == expected ? (.exact, "") : (.wrong, "\(given) for \(expected)")
  }
}

enum PostgreSQLText {
  static func parse(_ text: String) -> Script {
    SQLParser.parse(SourceText(name: "case.sql", text: text), dialect: .postgresql)
  }
}

extension ModelSession {
  /// Runs statements that the model must know and accept.
  mutating func apply(_ text: String) throws {
    for statement in PostgreSQLText.parse(text).statements {
      let transition = execute(statement)
      guard case .applied = transition else {
        throw SetupFailure(text: text, transition: transition)
      }
    }
  }
}

struct SetupFailure: Error {
  var text: String
  var transition: Transition
}
