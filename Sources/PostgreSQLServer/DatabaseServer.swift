package import DatabaseModel
package import PostgreSQLDriver
import SQLSyntax
import Synchronization

/// A server on which databases are made for a while: one of our own, or one that somebody named.
package final class DatabaseServer: Sendable {
  /// A database to connect to for making others.
  package let settings: ConnectionSettings
  /// `PostgreSQL 15.18`.
  package let name: String
  private let temporary: TemporaryServer?
  private let prefix: String
  private let count = Atomic<Int>(0)

  /// Its databases' names begin with the prefix, which nobody else uses.
  ///
  /// - Throws: libpq's words where the server is not reached or refuses.
  package init(
    _ settings: ConnectionSettings, prefix: String, temporary: TemporaryServer? = nil
  ) throws(DatabaseError) {
    self.settings = settings
    self.prefix = prefix
    self.temporary = temporary
    name = try PostgreSQLEngine(settings).name
  }

  package convenience init(_ temporary: TemporaryServer) throws(DatabaseError) {
    try self.init(temporary.settings, prefix: "shaketable", temporary: temporary)
  }

  /// Makes an empty database, or a copy of another to which no session is connected.
  package func makeDatabase(
    from template: TemporaryDatabase? = nil
  ) throws(DatabaseError) -> TemporaryDatabase {
    let session = try PostgreSQLSession(settings)
    while true {
      let name = "\(prefix)_\(count.wrappingAdd(1, ordering: .relaxed).newValue)"
      do throws(DatabaseError) {
        try session.createDatabase(name, template: template?.name ?? "template0")
        return TemporaryDatabase(name: name, server: self)
      } catch  where error.state == "42P04" {
        // Somebody else's, left there: the next number is free.
        continue
      }
    }
  }
}

/// A database that is dropped when nobody holds it any more.
package final class TemporaryDatabase: Sendable {
  package let name: String
  package let settings: ConnectionSettings
  private let server: DatabaseServer

  init(name: String, server: DatabaseServer) {
    self.name = name
    self.server = server
    settings = server.settings.inDatabase(name)
  }

  /// A session that is left open is ended, and one that cannot be made leaves the database behind.
  deinit {
    guard let session = try? PostgreSQLSession(server.settings) else { return }
    session.dropDatabase(name)
  }

  package func connect() throws(DatabaseError) -> PostgreSQLSession {
    try PostgreSQLSession(settings)
  }

  package func engine() throws(DatabaseError) -> PostgreSQLEngine {
    try PostgreSQLEngine(settings)
  }
}
