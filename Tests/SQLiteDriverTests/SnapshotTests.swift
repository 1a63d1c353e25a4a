import DatabaseModel
import Engines
import Foundation
import SQLSyntax
import SQLiteDriver
import Testing

@Suite struct `An SQLite database's snapshot` {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "shaketable-\(UUID().uuidString).db").path()

  @Test func `brings back a file's schema and rows`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let engine = SQLiteEngine(path: path)
    let session = try SQLiteSession(path: path)
    try session.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)")
    let rows = try session.readRowDigests()
    let snapshot = try engine.takeSnapshot()
    try session.execute("DROP TABLE t; CREATE TABLE u (b)")
    try engine.restore(snapshot)
    #expect(try session.readRowDigests() == rows)
    #expect(try session.rows("SELECT * FROM t") == [[.integer(1)], [.integer(2)]])
  }

  @Test func `brings back a database in memory, an empty one too`() throws {
    let session = try SQLiteSession()
    let empty = try session.snapshot()
    try session.execute("CREATE TABLE t (a); INSERT INTO t VALUES ('x')")
    let full = try session.snapshot()
    try session.restore(empty)
    #expect(try session.rows("SELECT name FROM sqlite_schema") == [])
    try session.restore(full)
    #expect(try session.rows("SELECT a FROM t") == [[.text("x")]])
  }

  @Test func `is refused where another connection holds the lock`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let engine = SQLiteEngine(path: path)
    let session = try SQLiteSession(path: path)
    try session.execute("CREATE TABLE t (a)")
    let snapshot = try engine.takeSnapshot()
    try session.execute("BEGIN EXCLUSIVE")
    #expect {
      try engine.restore(snapshot)
    } throws: { error in
      (error as? DatabaseError)?.resultCode == 5
    }
  }
}
