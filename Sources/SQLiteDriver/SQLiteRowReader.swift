import DatabaseModel
import Engines
import SQLSyntax

/// Reads the rows of all tables that a user made.
struct SQLiteRowReader {
  private let session: any Session

  init(_ session: any Session) {
    self.session = session
  }

  /// Digests by path `main.book`; virtual tables are left out, the tables they keep their rows in
  /// are not.
  func digests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    var digests: [ObjectPath: RowDigest] = [:]
    for schema in ["main", "temp"] {
      let names = try session.rows(
        """
        SELECT name FROM \(schema).sqlite_schema WHERE type = 'table'
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%'
        """)
      for name in names.compactMap(\.first?.text) {
        let path = ObjectPath(.table, [schema, Identifier(name).key(in: .sqlite)])
        digests[path] = try digest(of: name, in: schema)
      }
    }
    return digests
  }

  private func digest(of table: String, in schema: String) throws(DatabaseError) -> RowDigest {
    let name = Identifier(table).quoted(in: .sqlite)
    var digest = RowDigest()
    for row in try session.rows("SELECT * FROM \(schema).\(name)") { digest.add(row) }
    return digest
  }
}
