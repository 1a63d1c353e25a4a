import CSQLite
package import DatabaseModel
package import Engines
package import SQLSyntax

/// A database file of SQLite, to which any number of sessions connect.
package struct SQLiteEngine: Engine {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  package var dialect: Dialect { .sqlite }

  package var name: String {
    "SQLite \(unsafe String(cString: sqlite3_libversion()))"
  }

  package func connect() throws(DatabaseError) -> any Session {
    try SQLiteSession(path: path)
  }
}
