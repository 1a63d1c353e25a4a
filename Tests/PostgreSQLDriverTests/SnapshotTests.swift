import DatabaseModel
import Engines
import PostgreSQLDriver
import PostgreSQLServer
import PostgreSQLSupport
import SQLSyntax
import Testing

@Suite(.needsPostgreSQL) struct `A PostgreSQL database's snapshot` {
  @Test func `brings back schema and rows`() throws {
    let database = try TestServer.database()
    let engine = try database.engine()
    var session: PostgreSQLSession? = try database.connect()
    try session?.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)")
    let catalog = try session?.readCatalog()
    let rows = try session?.readRowDigests()
    session = nil
    let snapshot = try engine.takeSnapshot()
    session = try database.connect()
    try session?.execute("DROP TABLE t; CREATE TABLE u (b int)")
    session = nil
    try engine.restore(snapshot)
    session = try database.connect()
    let restored = try #require(try session?.readCatalog())
    #expect(CatalogDifference(from: restored, to: try #require(catalog)).isEmpty)
    #expect(try session?.readRowDigests() == rows)
  }
}
