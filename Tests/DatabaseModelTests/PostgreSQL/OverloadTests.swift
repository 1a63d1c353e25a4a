import DatabaseModel
import Oracles
import SQLSyntax
import Testing

@Suite struct `A call with several candidates` {
  /// Expressions with the type that `pg_typeof` gives on a PostgreSQL 15 server, or its refusal.
  static let expressions: [(expression: String, answer: String)] = [
    ("1 + 1", "integer"), ("1 + 1.5", "numeric"), ("1::smallint + 1", "integer"),
    ("1 + 3000000000", "bigint"), ("1.5::real + 1", "double precision"),
    ("'a' || 'b'", "text"), ("'a' || 1", "text"),
    ("now() - interval '1 day'", "timestamp with time zone"),
    ("now() - now()", "interval"), ("date '2020-01-01' + 1", "date"),
    ("date '2020-01-01' - date '2019-01-01'", "integer"), ("ARRAY[1] || 2", "integer[]"),
    ("abs(-1)", "integer"), ("abs(-1.5)", "numeric"), ("round(1.5)", "numeric"),
    ("round(1.5::float8)", "double precision"), ("length('a')", "integer"),
    ("coalesce(1, 2.5)", "numeric"), ("greatest(1, 2)", "integer"), ("concat('a', 1)", "text"),
    ("power(2, 3)", "double precision"), ("mod(5, 2)", "integer"), ("f(1)", "integer"),
    ("f('x'::text)", "text"), ("f('x')", "text"), ("g(1)", "42725"), ("f(true)", "42883"),
    ("1 + 'a'::text", "42883"), ("lower(1)", "42883"),
  ]

  @Test(arguments: expressions.indices)
  func `is settled as the engine settles it`(position: Int) throws {
    let (expression, answer) = Self.expressions[position]
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    try session.apply(
      """
      CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION f(text) RETURNS text LANGUAGE sql AS 'SELECT 1::text';
      CREATE FUNCTION g(bigint, int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION g(bigint, text DEFAULT '') RETURNS int LANGUAGE sql AS 'SELECT 1';
      """)
    let view = "CREATE VIEW v AS SELECT \(expression) AS x"
    guard let statement = PostgreSQLText.parse(view).statements.first else {
      Issue.record("it does not parse")
      return
    }
    switch session.execute(statement) {
    case .applied:
      let type = session.catalog.views(inSchema: "public").first?.columns.first?.type
      let expected = try columnType(answer)
      #expect(type == expected, "\(expression)")
    case .refused(let error): #expect(error.state?.rawValue == answer, "\(error.message)")
    case .unmodelled(let reason): Issue.record("\(expression): not modelled: \(reason)")
    }
  }

  private func columnType(_ name: String) throws -> DataType? {
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    try session.apply("CREATE TABLE t (x \(name))")
    return session.catalog.tables(inSchema: "public").first?.columns.first?.type
  }
}
