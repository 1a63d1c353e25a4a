import DatabaseModel
import Engines
import SQLiteDriver
import Testing

@Suite struct `Parameters` {
  @Test(arguments: [
    SQLValue.null, .integer(.min), .real(-0.5), .text("a\0é"), .text(""), .blob([0, 255]),
    .blob([]),
  ])
  func `come back as they were given`(_ value: SQLValue) throws {
    let outcome = try SQLiteSession().run("SELECT ?1", with: [value])
    #expect(outcome.outcomes.map(\.rows) == [[[value]]])
  }

  @Test func `that are too many are refused`() throws {
    let failure = try #require(try SQLiteSession().run("SELECT ?1", with: [.null, .null]).failure)
    #expect(failure.error.resultCode == 25)
  }
}

@Suite struct `A digest of rows` {
  @Test func `does not depend on their order`() throws {
    let first = try digests("INSERT INTO t VALUES (1, 'a'), (2, 'b')")
    #expect(try digests("INSERT INTO t VALUES (2, 'b'), (1, 'a')") == first)
    #expect(first.count == 1)
  }

  @Test(arguments: [
    "INSERT INTO t VALUES (1, 'b'), (2, 'a')", "INSERT INTO t VALUES (1, 'a')",
    "INSERT INTO t VALUES (1, 'a'), ('2', 'b')",
    "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (NULL, NULL)",
  ])
  func `tells other rows`(_ insert: String) throws {
    #expect(try digests(insert) != digests("INSERT INTO t VALUES (1, 'a'), (2, 'b')"))
  }

  private func digests(_ insert: String) throws -> [String: RowDigest] {
    let session = try SQLiteSession()
    try session.execute("CREATE TABLE t (a, b); \(insert)")
    let digests = try session.readRowDigests()
    return Dictionary(uniqueKeysWithValues: digests.map { ($0.key.description, $0.value) })
  }
}
