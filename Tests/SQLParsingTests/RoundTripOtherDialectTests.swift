import SQLParsing
import SQLSyntax
import TestSupport
import Testing

/// What one dialect cannot say of the other is written in its nearest form.
@Suite struct `SQL printed in the other dialect` {
  private func check(
    _ sql: String, _ dialect: Dialect, gives expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let other: Dialect = dialect == .sqlite ? .postgresql : .sqlite
    let printed = SQLPrinter(dialect: other).print(try RoundTrip.parse(sql, dialect))
    #expect(printed == expected, sourceLocation: sourceLocation)
  }

  @Test func `keeps what both can say`() throws {
    try check(
      "CREATE TABLE a (b text PRIMARY KEY, c int REFERENCES d (e) ON DELETE CASCADE)", .postgresql,
      gives: """
        CREATE TABLE a (
          b text PRIMARY KEY,
          c int4 REFERENCES d (e) ON DELETE CASCADE
        )
        """)
    try check(
      "INSERT INTO a (b) SELECT c FROM d WHERE e IS NOT NULL ON CONFLICT (b) DO NOTHING", .sqlite,
      gives: "INSERT INTO a (b) SELECT c FROM d WHERE e IS NOT NULL ON CONFLICT (b) DO NOTHING")
  }

  @Test func `takes the other's words for the same thing`() throws {
    try check(
      "SELECT a IS b, c == d, X'AB'", .sqlite,
      gives: "SELECT a IS NOT DISTINCT FROM b, c = d, '\\xAB'::bytea")
    try check(
      "SELECT a IS NOT DISTINCT FROM b, c::text, GREATEST(d, e)", .postgresql,
      gives: "SELECT a IS b, CAST(c AS text), max(d, e)")
    try check(
      "SELECT a FROM b OFFSET 3", .postgresql,
      gives: "SELECT a FROM b LIMIT -1 OFFSET 3")
    try check("SELECT a IN b", .sqlite, gives: "SELECT a IN (SELECT * FROM b)")
    try check(
      "SELECT 1 UNION (SELECT 2 INTERSECT SELECT 3)", .postgresql,
      gives: "SELECT 1 UNION SELECT * FROM (SELECT 2 INTERSECT SELECT 3)")
  }

  @Test func `leaves out what the other has no place for`() throws {
    try check(
      "SELECT DISTINCT ON (a) b FROM ONLY c FOR UPDATE", .postgresql,
      gives: "SELECT DISTINCT b FROM c")
    try check(
      "CREATE INDEX CONCURRENTLY i ON ONLY a USING gin (b ops)", .postgresql,
      gives: "CREATE INDEX i ON a (b)")
    try check("UPDATE OR IGNORE a INDEXED BY i SET b = 1", .sqlite, gives: "UPDATE a SET b = 1")
    try check(
      "CREATE TABLE a (b INT UNIQUE ON CONFLICT FAIL) STRICT", .sqlite,
      gives: """
        CREATE TABLE a (
          b "INT" UNIQUE
        )
        """)
  }

  @Test func `is text for every statement, whatever it says`() throws {
    let postgreSQL = [
      RoundTripCorpus.postgreSQLTables, RoundTripCorpus.postgreSQLObjects,
      RoundTripCorpus.postgreSQLRoutines, RoundTripCorpus.postgreSQLData,
      RoundTripCorpus.postgreSQLQueries, RoundTripCorpus.postgreSQLExpressions,
    ]
    for line in postgreSQL.flatMap(RoundTripCorpus.lines) {
      let tree = try RoundTrip.parse(line, .postgresql)
      #expect(!SQLPrinter(dialect: .sqlite).print(tree).isEmpty)
    }
    for line in SQLiteSeeds.all {
      let tree = try RoundTrip.parse(line, .sqlite)
      #expect(!SQLPrinter(dialect: .postgresql).print(tree).isEmpty)
    }
  }

  @Test(arguments: Dialect.allCases)
  func `is text however deep the tree is`(dialect: Dialect) {
    func tree(_ depth: Int, _ step: (SQLExpression, SQLExpression) -> ExpressionKind) -> String {
      let name = SQLExpression(kind: .column(ColumnReference("a")))
      let deep = (0..<depth).reduce(name) { tree, _ in SQLExpression(kind: step(tree, name)) }
      return SQLPrinter(dialect: dialect).print(deep)
    }
    let minus = OperatorName(symbol: "-")
    let right = tree(300) { .binary($1, minus, $0) }
    #expect(right.hasPrefix("a - (a - (a - (a"))
    #expect(right.utf8.count == 300 * 4 + 299 * 2 + 1)
    let left = tree(1000) { .binary($0, minus, $1) }
    #expect(left == "a" + String(repeating: " - a", count: 1000))
  }
}
