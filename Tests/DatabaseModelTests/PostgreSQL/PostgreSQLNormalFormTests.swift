import DatabaseModel
import SQLParsing
import SQLSyntax
import Testing

/// What PostgreSQL prints of an expression is not what the user wrote, and means the same.
@Suite struct `Expressions of PostgreSQL` {
  @Test(arguments: [
    ("a IN (1, 2)", "(a = ANY (ARRAY[1, 2]))"), ("a NOT IN (1, 2)", "(a <> ALL (ARRAY[1, 2]))"),
    ("b IN ('x')", "(b = 'x'::text)"), ("a BETWEEN 1 AND 2", "((a >= 1) AND (a <= 2))"),
    ("b LIKE 'x%'", "(b ~~ 'x%'::text)"), ("b NOT ILIKE 'x'", "(b !~~* 'x'::text)"),
    ("a > -1", "(a > '-1'::integer)"),
    ("t.a > 0 AND (a < 5 AND b <> '')", "a > 0 AND a < 5 AND b <> ''"),
    ("pg_catalog.length(b) > 1", "(length(b) > 1)"),
    (
      "CASE WHEN a > 0 THEN b = 'x' END",
      "CASE WHEN (a > 0) THEN (b = 'x'::text) ELSE NULL::boolean END"
    ),
  ])
  func `are equal where they mean the same`(written: String, printed: String) throws {
    #expect(try differences(written, printed) == [])
  }

  @Test(arguments: [
    ("a IN (1, 2)", "a IN (1, 3)"), ("a IN (1, 2)", "a NOT IN (1, 2)"), ("a > 1", "a >= 1"),
    ("a BETWEEN 1 AND 2", "a BETWEEN SYMMETRIC 1 AND 2"),
    ("a BETWEEN 1 AND 2", "a BETWEEN 1 AND 3"),
    ("b LIKE 'x'", "b NOT LIKE 'x'"), ("b LIKE 'x'", "b ILIKE 'x'"),
    ("length(b) > 1", "octet_length(b) > 1"), ("a > 1", "a > -1"),
    ("a > 0 AND b = 'x'", "a > 0 OR b = 'x'"), ("b = 'x'", "b = 'X'"),
    ("lower(b)::varchar(2) = 'x'", "lower(b)::varchar(3) = 'x'"),
  ])
  func `differ where they do not`(first: String, second: String) throws {
    #expect(try differences(first, second).count == 1)
  }

  @Test(arguments: [
    ("boolean DEFAULT 'f'", "boolean DEFAULT false", true),
    ("boolean DEFAULT 'f'", "boolean DEFAULT true", false),
    ("timestamp DEFAULT '1970-01-01'", "timestamp DEFAULT '1970-01-01 00:00:00'", true),
    ("timestamp DEFAULT '1970-01-01'", "timestamp DEFAULT '1970-01-02'", false),
    ("timestamptz DEFAULT 'epoch'", "timestamptz DEFAULT '1970-01-01 00:00:00+00'", true),
    ("varchar(5) DEFAULT NULL", "varchar(5)", true), ("int DEFAULT 0", "int", false),
    ("text DEFAULT 'a'", "text DEFAULT 'A'", false),
  ])
  func `are compared as values where they are constants`(
    first: String, second: String, areEqual: Bool
  ) throws {
    let catalogs = try [first, second].map { try catalog("CREATE TABLE t (c \($0))") }
    #expect(CatalogDifference(from: catalogs[0], to: catalogs[1]).isEmpty == areEqual)
  }

  private func differences(_ first: String, _ second: String) throws -> [String] {
    let catalogs = try [first, second].map {
      try catalog("CREATE TABLE t (a int, b text, CONSTRAINT k CHECK (\($0)))")
    }
    return CatalogDifference(from: catalogs[0], to: catalogs[1]).items.map(\.description)
  }

  private func catalog(_ text: String) throws -> Catalog {
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    let source = SourceText(name: "statement", text: text)
    for statement in SQLParser.parse(source, dialect: .postgresql).statements {
      let transition = session.execute(statement)
      guard case .applied = transition else { throw NotApplied(transition: transition) }
    }
    return session.catalog
  }

  private struct NotApplied: Error { var transition: Transition }
}
