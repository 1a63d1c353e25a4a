import DatabaseModel
import Engines
import SQLSyntax
import SQLiteDriver
import Testing

@Suite struct `A session of SQLite` {
  @Test(arguments: [
    Case(
      "SELECT 1, 2.5, 'x', NULL, x'00ff'",
      rows: [[.integer(1), .real(2.5), .text("x"), .null, .blob([0, 255])]]),
    Case("SELECT 1; SELECT 2", rows: [[.integer(2)]]),
    Case("; ;; SELECT 1; -- end", rows: [[.integer(1)]]),
    Case("SELECT 'a;b'", rows: [[.text("a;b")]]),
    Case("CREATE TABLE t(a); INSERT INTO t VALUES (1),(2)", rows: [], changes: 2),
    Case(
      "CREATE TABLE t(a); INSERT INTO t VALUES (1); UPDATE t SET a = 3; SELECT a FROM t",
      rows: [[.integer(3)]]),
    Case("VALUES (1), (2)", rows: [[.integer(1)], [.integer(2)]]),
    Case("CREATE TABLE t(a); DELETE FROM t", rows: []),
    Case("SELECT char(0) || 'x'", rows: [[.text("\0x")]]),
  ])
  func `gives the rows and changes of each statement`(_ expected: Case) throws {
    let last = try #require(try SQLiteSession().execute(expected.sql).last)
    #expect(last.rows == expected.rows)
    #expect(last.changes == expected.changes)
  }

  @Test(arguments: [
    Refusal("SELECT * FROM nosuch", 1, "no such table: nosuch", at: nil),
    Refusal("SELECT 1; SELECT nosuch", 1, "no such column: nosuch", at: 8),
    Refusal("CREATE TABLE t(a COLLATE nosuch)", 257, "no such collation sequence: nosuch", at: nil),
    Refusal(
      "CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES (1),(1)", 2067,
      "UNIQUE constraint failed: t.a", at: nil),
    Refusal("SELEC 1", 1, "near \"SELEC\": syntax error", at: 0),
    Refusal("COMMIT", 1, "cannot commit - no transaction is active", at: nil),
  ])
  func `gives the engine's own words`(_ refusal: Refusal) throws {
    let failure = try #require(try SQLiteSession().run(refusal.sql).failure)
    #expect(failure.error.resultCode == refusal.code)
    #expect(failure.error.message == refusal.message)
    #expect(failure.error.position == refusal.position)
    #expect(throws: failure.error) { try SQLiteSession().execute(refusal.sql) }
  }

  @Test func `says after each statement whether a transaction is open`() throws {
    let script = try SQLiteSession().run("BEGIN; SELECT 1; COMMIT; SAVEPOINT a; RELEASE a")
    #expect(
      script.outcomes.map(\.statusAfter)
        == [.inTransaction, .inTransaction, .idle, .inTransaction, .idle])
  }

  @Test func `keeps what the statements before a refusal gave`() throws {
    let session = try SQLiteSession()
    let script = session.run("CREATE TABLE t(a); INSERT INTO t VALUES (1); SELECT nosuch; SELECT 1")
    #expect(script.outcomes.count == 2)
    #expect(script.failure?.range == SourceRange(44, 68))
    #expect(try session.rows("SELECT a FROM t") == [[.integer(1)]])
  }

  @Test func `that is interrupted in a transaction loses it`() throws {
    let session = try SQLiteSession()
    try session.execute("CREATE TABLE t(a); BEGIN; INSERT INTO t VALUES (1)")
    session.interruptStatements(afterInstructions: 100)
    let failure = try #require(
      session.run(
        """
        WITH RECURSIVE q(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM q WHERE i < 10000)
        INSERT INTO t SELECT i FROM q
        """
      ).failure)
    #expect(failure.error.resultCode == 9)
    #expect(failure.error.scope == .transactionRolledBack)
    #expect(failure.statusAfter == .idle)
    session.interruptStatements(afterInstructions: nil)
    #expect(try session.rows("SELECT count(*) FROM t") == [[.integer(0)]])
  }

  @Test func `reads past a zero byte as the next text`() throws {
    #expect(try SQLiteSession().rows("SELECT 1;\0SELECT 2") == [[.integer(2)]])
  }

  @Test func `says which file it cannot open`() throws {
    #expect(throws: DatabaseError.self) { try SQLiteSession(path: "/no/such/directory/x.db") }
  }

  @Test func `prepares without running`() throws {
    let session = try SQLiteSession()
    #expect(session.refusalToPrepare("CREATE TABLE t(a)") == nil)
    #expect(session.refusalToPrepare("SELECT * FROM t")?.message == "no such table: t")
  }
}

extension `A session of SQLite` {
  struct Case: Sendable {
    var sql: String
    var rows: [[SQLValue]]
    var changes: Int

    init(_ sql: String, rows: [[SQLValue]], changes: Int = 0) {
      self.sql = sql
      self.rows = rows
      self.changes = changes
    }
  }

  struct Refusal: Sendable {
    var sql: String
    var code: Int32
    var message: String
    var position: Int?

    init(_ sql: String, _ code: Int32, _ message: String, at position: Int?) {
      self.sql = sql
      self.code = code
      self.message = message
      self.position = position
    }
  }
}
