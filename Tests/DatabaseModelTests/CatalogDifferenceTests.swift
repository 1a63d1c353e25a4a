import DatabaseModel
import SQLParsing
import SQLSyntax
import Testing

@Suite struct `The difference of two catalogs` {
  @Test(arguments: [
    Case(
      "CREATE TABLE t(a, b)", "CREATE TABLE t(b, a)",
      ["table main.t: column order is a, b instead of b, a"]),
    Case(
      "CREATE TABLE t(a)", "CREATE TABLE t(a, b)",
      ["table main.t: column order is a instead of a, b", "column main.t.b is missing"]),
    Case(
      "CREATE TABLE t(a, b)", "CREATE TABLE t(a)",
      ["table main.t: column order is a, b instead of a", "column main.t.b is not expected"]),
    Case(
      "", "CREATE TABLE t(a UNIQUE)",
      ["index main.sqlite_autoindex_t_1 is missing", "table main.t is missing"]),
    Case(
      "CREATE TABLE t(a INT)", "CREATE TABLE t(a TEXT)",
      ["column main.t.a: type is int instead of text"]),
    Case(
      "CREATE TABLE t(a)", "CREATE TABLE t(a NOT NULL DEFAULT 1)",
      [
        "column main.t.a: default is absent instead of 1",
        "column main.t.a: not null is false instead of true",
      ]),
    Case(
      "CREATE TABLE t(a, CHECK (a > 0))", "CREATE TABLE t(a, CHECK (a > 1))",
      [
        "constraint main.t.CHECK (a > 0) is not expected",
        "constraint main.t.CHECK (a > 1) is missing",
      ]),
    Case(
      "CREATE TABLE t(a, CONSTRAINT k CHECK (a > 0))",
      "CREATE TABLE t(a, CONSTRAINT k CHECK (a > 1))",
      ["constraint main.t.k: rule is CHECK (a > 0) instead of CHECK (a > 1)"]),
    Case(
      "CREATE TABLE t(a); CREATE INDEX i ON t(a)",
      "CREATE TABLE t(a); CREATE UNIQUE INDEX i ON t(a DESC)",
      [
        "index main.i: keys is a instead of a DESC",
        "index main.i: unique is false instead of true",
      ]),
    Case(
      "CREATE TABLE t(a); CREATE INDEX i ON t(a)", "CREATE TABLE t(a)",
      ["index main.i is not expected"]),
    Case(
      "CREATE VIEW v AS SELECT 1 AS x", "CREATE VIEW v AS SELECT 2 AS x",
      ["view main.v: query is SELECT 1 AS x instead of SELECT 2 AS x"]),
    Case(
      "CREATE TABLE t(a REFERENCES u(x))", "CREATE TABLE t(a REFERENCES u(x) ON DELETE CASCADE)",
      [
        "constraint main.t.FOREIGN KEY (a) REFERENCES u (x) MATCH SIMPLE "
          + "ON UPDATE NO ACTION ON DELETE CASCADE is missing",
        "constraint main.t.FOREIGN KEY (a) REFERENCES u (x) MATCH SIMPLE "
          + "ON UPDATE NO ACTION ON DELETE NO ACTION is not expected",
      ]),
    Case(
      "CREATE TABLE t(a); CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END",
      "CREATE TABLE t(a)", ["trigger main.r is not expected"]),
  ])
  func `names exactly what differs`(_ expected: Case) throws {
    let difference = CatalogDifference(
      from: try catalog(expected.first), to: try catalog(expected.second))
    #expect(difference.items.map(\.description) == expected.lines)
  }

  @Test(arguments: [
    ("CREATE TABLE t(a); CREATE TABLE u(b)", "CREATE TABLE u(b); CREATE TABLE t(a)"),
    ("CREATE TABLE t(a)", "CREATE TABLE x(z); DROP TABLE x; CREATE TABLE T(\"A\")"),
    ("CREATE TABLE t(b, c)", "CREATE TABLE t(a, b, c); ALTER TABLE t DROP COLUMN a"),
    (
      "CREATE TABLE t(a); CREATE VIEW v AS SELECT a FROM t",
      """
      CREATE TABLE s(z); CREATE VIEW v AS SELECT z AS a FROM s; DROP VIEW v;
      ALTER TABLE s RENAME TO t; ALTER TABLE t RENAME COLUMN z TO a;
      CREATE VIEW v AS SELECT a FROM t
      """
    ),
  ])
  func `is empty where only the way was another`(_ first: String, _ second: String) throws {
    let difference = CatalogDifference(from: try catalog(first), to: try catalog(second))
    #expect(difference.isEmpty, "\(difference)")
  }

  private func catalog(_ sql: String) throws -> Catalog {
    var session = ModelSession(catalog: .empty(dialect: .sqlite))
    let script = SQLParser.parse(SourceText(name: "test.sql", text: sql), dialect: .sqlite)
    for statement in script.statements { session.execute(statement) }
    return session.catalog
  }
}

extension `The difference of two catalogs` {
  struct Case: Sendable {
    var first: String
    var second: String
    var lines: [String]

    init(_ first: String, _ second: String, _ lines: [String]) {
      self.first = first
      self.second = second
      self.lines = lines
    }
  }
}
