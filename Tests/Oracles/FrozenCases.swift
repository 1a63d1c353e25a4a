package import DatabaseModel
package import Foundation
import HashTreeCollections
import SQLParsing
package import SQLSyntax

/// Outcomes of single statements as a PostgreSQL 15 server gave them.
package struct FrozenCases: Decodable {
  package var fixture: [String]
  package var cases: [FrozenCase]

  package static func load() throws -> FrozenCases {
    try JSONDecoder().decode(FrozenCases.self, from: Data(contentsOf: file("pg-errors.json")))
  }

  package static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Frozen").appending(path: name)
  }
}

/// One statement and what the server said.
package struct FrozenCase: Decodable {
  package var id: String
  package var kind: String
  package var pre: [String]?
  package var sql: String
  package var sqlstate: String
  package var message: String?
  package var detail: String?
  package var hint: String?
  package var table: String?
  package var column: String?
  package var constraint: String?
  package var tag: String?
  package var notices: [FrozenNotice]?
}

package struct FrozenNotice: Decodable {
  package var sqlstate: String
  package var severity: String
  package var message: String
}

/// How the model's answer compares with the server's.
package enum FrozenVerdict: String {
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
package struct FrozenReplay {
  package let base: ModelSession

  package init(_ cases: FrozenCases, plantedFaults: PlantedFaults = .none) throws {
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    session.state.roles = ["postgres", "lowpriv", "owner1"]
    let schemas =
      "CREATE SCHEMA s; CREATE SCHEMA s2; CREATE SCHEMA lowpriv_s; SET search_path = s"
    for text in [schemas] + cases.fixture { try session.apply(text) }
    session.state.plantedFaults = plantedFaults
    base = session
  }

  package func judge(_ frozen: FrozenCase) -> (FrozenVerdict, String) {
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

  private func compare(_ error: DatabaseError, _ frozen: FrozenCase) -> (FrozenVerdict, String) {
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
  ) -> (FrozenVerdict, String) {
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

package enum PostgreSQLText {
  package static func parse(_ text: String) -> Script {
    SQLParser.parse(SourceText(name: "case.sql", text: text), dialect: .postgresql)
  }
}

extension ModelSession {
  /// Runs statements that the model must know and accept.
  package mutating func apply(_ text: String) throws {
    for statement in PostgreSQLText.parse(text).statements {
      let transition = execute(statement)
      guard case .applied = transition else {
        throw SetupFailure(text: text, transition: transition)
      }
    }
  }
}

package struct SetupFailure: Error {
  package var text: String
  package var transition: Transition
}
