import DatabaseModel
import Engines
import Simulation
import Testing

/// Locks of a file, as the recorded cases of several connections have them.
@Suite struct `Connections to a simulated SQLite` {
  private let engine = SimulatedSQLite()

  private func pair(
    wal: Bool
  ) throws -> (SimulatedSQLiteSession, SimulatedSQLiteSession) {
    let first = engine.open()
    if wal { try first.execute("PRAGMA journal_mode=WAL") }
    try first.execute("CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1),(2),(3)")
    return (first, engine.open())
  }

  private func code(_ session: SimulatedSQLiteSession, _ sql: String) -> Int32 {
    session.run(sql).failure?.error.resultCode ?? 0
  }

  @Test(arguments: [false, true])
  func `let one write at a time`(wal: Bool) throws {
    let (first, second) = try pair(wal: wal)
    try first.execute("BEGIN IMMEDIATE")
    #expect(code(second, "BEGIN IMMEDIATE") == 5)
    #expect(code(second, "CREATE TABLE z(a)") == 5)
    #expect(try second.rows("SELECT count(*) FROM p") == [[.integer(3)]])
  }

  @Test(arguments: [(false, Int32(5)), (true, 0)])
  func `read beside an exclusive transaction only in WAL`(wal: Bool, expected: Int32) throws {
    let (first, second) = try pair(wal: wal)
    try first.execute("BEGIN EXCLUSIVE")
    #expect(code(second, "SELECT count(*) FROM p") == expected)
  }

  @Test func `commit a rollback journal only once nobody reads`() throws {
    let (first, second) = try pair(wal: false)
    try second.execute("BEGIN; SELECT * FROM p")
    try first.execute("BEGIN; INSERT INTO p VALUES (4)")
    #expect(code(first, "COMMIT") == 5)
    #expect(first.status == .inTransaction)
    try second.execute("COMMIT")
    #expect(code(first, "COMMIT") == 0)
    #expect(try second.rows("SELECT count(*) FROM p") == [[.integer(4)]])
  }

  @Test func `do not upgrade an old snapshot in WAL`() throws {
    let (first, second) = try pair(wal: true)
    try second.execute("BEGIN; SELECT * FROM p")
    try first.execute("INSERT INTO p VALUES (4)")
    #expect(code(second, "INSERT INTO p VALUES (5)") == 517)
    #expect(second.status == .inTransaction)
    #expect(try second.rows("SELECT count(*) FROM p") == [[.integer(3)]])
  }

  @Test func `do not both upgrade`() throws {
    let (first, second) = try pair(wal: false)
    try first.execute("BEGIN; SELECT * FROM p")
    try second.execute("BEGIN; SELECT * FROM p")
    #expect(code(first, "INSERT INTO p VALUES (4)") == 0)
    #expect(code(second, "INSERT INTO p VALUES (5)") == 5)
    #expect(code(first, "COMMIT") == 5)
  }

  @Test func `see a changed schema at once`() throws {
    let (first, second) = try pair(wal: false)
    try first.execute("ALTER TABLE p ADD COLUMN z DEFAULT 7")
    #expect(try second.rows("SELECT z FROM p WHERE id = 1") == [[.integer(7)]])
    try second.execute("DROP TABLE p")
    #expect(first.run("SELECT * FROM p").failure?.error.message == "no such table: p")
  }

  @Test func `find a snapshot again`() throws {
    let (first, _) = try pair(wal: false)
    let snapshot = try engine.takeSnapshot()
    try first.execute("DELETE FROM p; DROP TABLE p")
    try engine.restore(snapshot)
    #expect(try first.rows("SELECT count(*) FROM p") == [[.integer(3)]])
  }
}
