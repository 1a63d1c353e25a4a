import DatabaseModel
import Engines
import PostgreSQLDriver
import PostgreSQLServer
import PostgreSQLSupport

/// The database in which the frozen cases were run: made once, copied for each case that needs one.
struct FrozenWorld: Sendable {
  let template: TemporaryDatabase

  static let shared = Result { try FrozenWorld() }

  private init() throws {
    template = try TestServer.database()
    let session = try template.connect()
    let roles = """
      CREATE SCHEMA s; CREATE SCHEMA s2; DROP SCHEMA public;
      CREATE ROLE lowpriv; CREATE ROLE owner1; CREATE SCHEMA lowpriv_s AUTHORIZATION lowpriv;
      GRANT USAGE ON SCHEMA s TO lowpriv; SET search_path = s
      """
    for text in try [roles] + (FrozenFile.load("pg-errors.json").fixture ?? []) {
      try session.execute(text)
    }
  }

  func copy() throws -> TemporaryDatabase { try TestServer.database(from: template) }

  /// A session as the cases were run in.
  static func connect(to database: TemporaryDatabase) throws -> PostgreSQLSession {
    let session = try database.connect()
    try session.execute("SET search_path = s")
    return session
  }
}

/// Replays frozen cases on a server.
struct FrozenReplay {
  /// Runs a case in a database of its own, outside any transaction.
  func differencesAlone(_ frozen: FrozenCase) throws -> [String] {
    let database = try FrozenWorld.shared.get().copy()
    return try differences(frozen, in: FrozenWorld.connect(to: database))
  }

  /// What the server says otherwise than it did; empty where all is as recorded.
  func differences(_ frozen: FrozenCase, in session: PostgreSQLSession) throws -> [String] {
    for text in frozen.pre ?? [] { try session.execute(text) }
    if let text = frozen.tolerantPreparation { _ = session.run(text) }
    var found = compare(session.run(try Self.text(frozen, session)), with: frozen)
    if let sequel = frozen.then {
      let outcome = session.run(sequel.sql)
      found += differing(
        [
          (outcome.failure?.error.state?.rawValue ?? "00000", sequel.sqlstate),
          (outcome.failure?.error.message, sequel.message),
          (outcome.outcomes.last?.tag, sequel.tag),
        ]
      ).map { "then " + $0 }
    }
    return found
  }

  /// The cases were run in the database `postgres`, and one of them drops the database it is in.
  private static func text(_ frozen: FrozenCase, _ session: PostgreSQLSession) throws -> String {
    guard frozen.sql == "DROP DATABASE postgres" else { return frozen.sql }
    let name = try session.rows("SELECT current_database()::text").first?.first?.text ?? ""
    return "DROP DATABASE \(name)"
  }

  private func compare(_ script: ScriptOutcome, with frozen: FrozenCase) -> [String] {
    let error = script.failure?.error
    let tag = error == nil ? script.outcomes.last?.tag : nil
    var found = differing([
      (error?.state?.rawValue ?? "00000", frozen.sqlstate), (error?.message, frozen.message),
      // A long detail was cut when it was recorded.
      (error?.detail.map { String($0.prefix(frozen.detail?.count ?? 0)) }, frozen.detail),
      (error?.hint, frozen.hint), (error?.table, frozen.table), (error?.column, frozen.column),
      (error?.constraint, frozen.constraint), (tag, frozen.tag),
    ])
    let notices = (script.outcomes.flatMap(\.notices) + (script.failure?.notices ?? [])).map {
      "\($0.severity) \($0.state?.rawValue ?? "") \($0.message)"
    }
    let recorded = (frozen.notices ?? []).map { "\($0.severity) \($0.sqlstate) \($0.message)" }
    if notices != recorded { found.append("\(notices) for \(recorded)") }
    return found
  }

  private func differing(_ pairs: [(String?, String?)]) -> [String] {
    pairs.filter { $0.0.map(Self.masked) != $0.1.map(Self.masked) }.map {
      "\($0.0 ?? "nil") for \($0.1 ?? "nil")"
    }
  }

  /// Numbers of the server's own, of five digits and more, are other ones each time; some were
  /// recorded as `#`.
  private static func masked(_ text: String) -> String {
    var result = ""
    var digits = ""
    for character in text + " " {
      if character.isNumber {
        digits.append(character)
        continue
      }
      result += (digits.count > 4 ? "#" : digits) + String(character)
      digits = ""
    }
    return result
  }
}
