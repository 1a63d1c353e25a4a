import DatabaseModel
import Engines
import SQLSyntax

/// Reads the rows of all tables that a user made.
struct PostgreSQLRowReader {
  private let session: any Session

  init(_ session: any Session) {
    self.session = session
  }

  /// Digests by path `public.book`; a partitioned table has no rows of its own, and a parent is read
  /// without the tables that inherit from it.
  func digests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    let names = try session.rows(
      """
      SELECT n.nspname::text, c.relname::text,
        CASE WHEN c.relpersistence = 't' THEN 'pg_temp' ELSE n.nspname::text END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname !~ '^pg_toast' AND n.nspname <> 'information_schema'
        AND n.nspname <> 'pg_catalog'
        AND (c.relpersistence <> 't' OR n.oid = pg_catalog.pg_my_temp_schema())
      """)
    var digests: [ObjectPath: RowDigest] = [:]
    for row in names {
      guard let schema = row[0].text, let name = row[1].text, let shown = row[2].text else {
        continue
      }
      digests[ObjectPath(.table, [shown, name])] = try digest(of: name, in: schema)
    }
    return digests
  }

  private func digest(of table: String, in schema: String) throws(DatabaseError) -> RowDigest {
    let name = [schema, table].map { Identifier($0).quoted(in: .postgresql) }.joined(separator: ".")
    var digest = RowDigest()
    for row in try session.rows("SELECT * FROM ONLY \(name)") { digest.add(row) }
    return digest
  }
}
