import DatabaseModel
import Engines
import PostgreSQLDriver
import PostgreSQLServer
import PostgreSQLSupport
import SQLSyntax
import Testing

@Suite(.needsPostgreSQL) struct `A PostgreSQL session` {
  let database: TemporaryDatabase
  let session: PostgreSQLSession

  init() throws {
    database = try TestServer.database()
    session = try database.connect()
  }

  @Test func `runs statements one by one and keeps what each gave`() {
    let script = session.run(
      """
      BEGIN; CREATE TABLE book (id int); -- a comment; with a semicolon
      INSERT INTO book VALUES (1), (2);
      CREATE TABLE IF NOT EXISTS book (id int); ;
      COMMIT
      """)
    #expect(script.failure == nil)
    #expect(
      script.outcomes.map(\.tag) == [
        "BEGIN", "CREATE TABLE", "INSERT 0 2", "CREATE TABLE", "COMMIT",
      ])
    #expect(
      script.outcomes.map(\.statusAfter)
        == [.inTransaction, .inTransaction, .inTransaction, .inTransaction, .idle])
    #expect(script.outcomes.map(\.changes) == [0, 0, 2, 0, 0])
    #expect(script.outcomes[3].notices.map(\.state) == ["42P07"])
    #expect(script.outcomes[1].range == SourceRange(7, 33))
  }

  @Test func `stops at the first refusal, with all its fields`() throws {
    let script = session.run(
      """
      CREATE TABLE book (id int PRIMARY KEY);
      INSERT INTO book VALUES (1);
      INSERT INTO book VALUES (1);
      DROP TABLE book
      """)
    #expect(script.outcomes.count == 2)
    let error = try #require(script.failure?.error)
    #expect(error.state == .uniqueViolation)
    #expect(error.detail == "Key (id)=(1) already exists.")
    #expect(error.constraint == "book_pkey")
    #expect([error.schema, error.table] == ["public", "book"])
    #expect(error.scope == .statement)
    #expect(script.failure?.range == SourceRange(69, 96))
  }

  @Test func `tells where an error is in bytes from the statement's start`() {
    let failure = session.run("SELECT 1;\nSELECT 'größe', oops").failure
    #expect(failure?.error.position == "SELECT 'größe', ".utf8.count)
    #expect(failure?.range.lowerBound == 10)
    let syntax = session.run("SELECT 1; SELEKT 2; SELECT 3")
    #expect(syntax.outcomes.count == 1)
    #expect(syntax.failure?.error.state == .syntaxError)
    #expect(syntax.failure?.error.position == 0)
  }

  @Test func `tells how far an error reaches`() {
    #expect(session.run("BEGIN; SELECT 1/0").failure?.error.scope == .transactionAborted)
    #expect(session.status == .failed)
    #expect(session.run("ROLLBACK").failure == nil)
    let script = session.run(
      """
      CREATE TABLE a (id int PRIMARY KEY);
      CREATE TABLE b (id int REFERENCES a DEFERRABLE INITIALLY DEFERRED);
      BEGIN; INSERT INTO b VALUES (1); COMMIT
      """)
    #expect(script.failure?.error.state == .foreignKeyViolation)
    #expect(script.failure?.error.scope == .transactionRolledBack)
    #expect(session.status == .idle)
  }

  @Test func `gives values with their types`() throws {
    let row = try session.rows(
      #"""
      SELECT true, 1::int2, -2::int4, 9223372036854775807::int8, 1.5::float8, 0.5::float4,
        'NaN'::float8, '\x00ff'::bytea, 1.50, 'größe'::text, null, '{1,2}'::int[], DATE '2024-02-29'
      """#)
    #expect(
      row == [
        [
          .boolean(true), .integer(1), .integer(-2), .integer(.max), .real(1.5), .real(0.5),
          .real(.nan), .blob([0, 255]), .text("1.50"), .text("größe"), .null, .text("{1,2}"),
          .text("2024-02-29"),
        ]
      ])
  }

  @Test func `takes values as parameters and gives them back`() throws {
    try session.execute(
      "CREATE TABLE v (a bool, b int8, c float8, d text, e bytea, f int2)")
    let values: [SQLValue] = [
      .boolean(false), .integer(.min), .real(-0.0), .text("'; DROP TABLE v --"), .blob([0, 39]),
      .null,
    ]
    let script = session.run("INSERT INTO v VALUES ($1, $2, $3, $4, $5, $6)", with: values)
    #expect(script.outcomes.map(\.changes) == [1])
    #expect(try session.rows("SELECT * FROM v") == [values])
  }

  @Test func `copies the lines behind COPY, and does not wait for lines that are not there`() throws
  {
    let script = session.run(
      "CREATE TABLE c (a int, b text);\nCOPY c FROM stdin;\n1\tx\n2\t\\N\n\\.\nCOPY c TO STDOUT;")
    #expect(script.failure == nil)
    #expect(script.outcomes.map(\.changes) == [0, 2, 0])
    #expect(script.outcomes.last?.rows == [[.text("1\tx")], [.text("2\t\\N")]])
    let failure = session.run("COPY c FROM STDIN").failure
    #expect(failure?.error.state == "57014")
    #expect(try session.rows("SELECT count(*) FROM c") == [[.integer(2)]])
  }

  @Test func `ends with the server's words when the server ends it`() throws {
    let other = try database.connect()
    try other.execute("SELECT pg_terminate_backend(\(session.identifier))")
    let failure = session.run("SELECT pg_sleep(1); SELECT 2").failure
    #expect(failure?.error.state == "57P01")
    #expect(failure?.error.scope == .connectionLost)
    #expect(!session.isAlive)
    #expect(session.run("SELECT 1").failure?.error.scope == .connectionLost)
  }

  @Test func `is cut short by a timeout and by an interruption`() throws {
    try session.setStatementTimeout(milliseconds: 20)
    #expect(session.run("SELECT pg_sleep(10)").failure?.error.state == "57014")
    try session.setStatementTimeout(milliseconds: 0)
    session.start("SELECT pg_sleep(10)")
    #expect(session.poll() == .running)
    session.interrupt()
    #expect(finish(session).failure?.error.state == "57014")
  }

  @Test func `tells whom it waits for`() throws {
    let other = try database.connect()
    try session.execute("CREATE TABLE t (a int); BEGIN; LOCK TABLE t")
    other.start("SELECT * FROM t")
    var progress = other.poll()
    for _ in 0..<1000 where progress == .running { progress = other.poll() }
    #expect(progress == .blocked(on: [session.identifier]))
    try session.execute("COMMIT")
    #expect(finish(other).outcomes.map(\.tag) == ["SELECT 0"])
  }

  @Test func `digests rows whatever their order`() throws {
    try session.execute("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'x'), (2, NULL)")
    let first = try session.readRowDigests()
    try session.execute("DELETE FROM t; INSERT INTO t VALUES (2, NULL), (1, 'x')")
    #expect(try session.readRowDigests() == first)
    #expect(first.keys.map(\.names) == [["public", "t"]])
    try session.execute("UPDATE t SET b = '' WHERE a = 2")
    #expect(try session.readRowDigests() != first)
  }

  @Test func `refuses a zero byte itself`() {
    #expect(session.run("SELECT 1; SELECT 'a\u{0}b'").failure?.error.state == "22021")
  }

  private func finish(_ session: PostgreSQLSession) -> ScriptOutcome {
    while true {
      if case .finished(let outcome) = session.poll() { return outcome }
    }
  }
}
