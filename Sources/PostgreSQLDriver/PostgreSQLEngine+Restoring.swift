package import DatabaseModel
import Engines

/// A snapshot is a copy of the database, made and put back by the server as a template.
extension PostgreSQLEngine: RestorableEngine {
  /// The copy, which is dropped when nobody holds it any more.
  package final class Snapshot: Sendable {
    let name: String
    private let maintenance: ConnectionSettings

    init(name: String, maintenance: ConnectionSettings) {
      self.name = name
      self.maintenance = maintenance
    }

    /// A server that is not reached keeps the copy.
    deinit { (try? PostgreSQLSession(maintenance))?.dropDatabase(name) }
  }

  /// - Throws: 55006 where a session is connected to the database.
  package func takeSnapshot() throws(DatabaseError) -> Snapshot {
    let session = try PostgreSQLSession(maintenance)
    let database = try name(of: session)
    var number = 1
    while true {
      let copy = "\(database.prefix(40))_snapshot_\(session.identifier)_\(number)"
      do throws(DatabaseError) {
        try session.createDatabase(copy, template: database)
        return Snapshot(name: copy, maintenance: maintenance)
      } catch  where error.state == "42P04" {
        number += 1
      }
    }
  }

  /// Sessions that are still connected are ended.
  package func restore(_ snapshot: Snapshot) throws(DatabaseError) {
    let session = try PostgreSQLSession(maintenance)
    let database = try name(of: session)
    session.dropDatabase(database)
    try session.createDatabase(database, template: snapshot.name)
  }

  private var maintenance: ConnectionSettings { settings.inDatabase("postgres") }

  /// The database's name, which the settings may leave to the user's.
  private func name(of session: PostgreSQLSession) throws(DatabaseError) -> String {
    if let name = settings.database { return name }
    return try session.rows("SELECT session_user::text").first?.first?.text ?? ""
  }
}
