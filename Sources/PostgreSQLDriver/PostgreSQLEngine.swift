package import DatabaseModel
package import Engines
package import SQLSyntax

/// A database on a PostgreSQL server, to which any number of sessions connect.
package struct PostgreSQLEngine: ConcurrentEngine {
  package let settings: ConnectionSettings
  /// `15.18`.
  package let version: String

  /// Connects once, to learn the server's version.
  ///
  /// - Throws: libpq's words where the server is not reached or refuses.
  package init(_ settings: ConnectionSettings) throws(DatabaseError) {
    self.settings = settings
    let session = try PostgreSQLSession(settings)
    let reported = session.reportedSetting("server_version") ?? ""
    version = reported.split(separator: " ").first.map { String($0) } ?? ""
  }

  package init(_ text: String) throws(DatabaseError) {
    try self.init(ConnectionSettings(text))
  }

  package var dialect: Dialect { .postgresql }

  package var name: String { "PostgreSQL \(version)" }

  package func connect() throws(DatabaseError) -> any Session {
    try PostgreSQLSession(settings)
  }

  package func connectConcurrently() throws(DatabaseError) -> any ConcurrentSession {
    try PostgreSQLSession(settings)
  }
}
