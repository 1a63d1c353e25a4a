import MigrationEngine
import MigrationTesting
import Testing

@Suite struct `A check on PostgreSQL's model` {
  @Test func `finds nothing in migrations that run`() throws {
    let report = try check(
      [
        "1.sql": "CREATE TABLE a (id bigserial PRIMARY KEY, name text NOT NULL);",
        "2.sql": "CREATE INDEX a_name ON a (lower(name));",
        "3.sql": "ALTER TABLE a ADD COLUMN age int DEFAULT 0;\nCREATE VIEW v AS SELECT age FROM a;",
      ], in: .postgresql, finds: [])
    #expect(report.unmodelled == [])
  }

  @Test func `finds an index on a column that does not exist yet`() throws {
    let report = try check(
      [
        "1.sql": "CREATE TABLE a (id int);\nCREATE INDEX i ON a (①name);",
        "2.sql": "ALTER TABLE a ADD COLUMN name text;",
      ], in: .postgresql, finds: [.init("①", "42703"), .init("①", "dependency-cycle")])
    #expect(report.findings.first?.notes.contains { $0.contains("2.sql:1:") } == true)
  }

  @Test func `finds a reference to a table that comes later`() throws {
    try check(
      [
        "1.sql": "CREATE TABLE book (author_id int REFERENCES ①author (id));",
        "2.sql": "CREATE TABLE author (id int PRIMARY KEY);",
      ], in: .postgresql, finds: [.init("①", "42P01"), .init("①", "out-of-order")])
  }

  @Test func `believes no refusal that rests on a statement it does not know`() throws {
    let report = try check(
      [
        "1.sql": "DO $$ BEGIN EXECUTE 'CREATE TABLE ' || chr(97) || ' (id int)'; END $$;",
        "2.sql": "CREATE INDEX i ON a (id);",
      ], in: .postgresql, finds: [])
    #expect(report.unmodelled.reduce(0) { $0 + $1.count } == 2)
  }

  @Test func `believes no refusal of a function whose creation it does not know`() throws {
    let report = try check(
      [
        "1.sql": """
        CREATE TYPE pair AS (a int, b int);
        CREATE FUNCTION first_of(text) RETURNS pair IMMUTABLE LANGUAGE sql
          AS $$ SELECT ROW($1::int, 2)::pair $$;
        CREATE TABLE t (n text);
        CREATE INDEX i ON t (first_of(n));
        DROP INDEX i;
        """
      ], in: .postgresql, finds: [])
    #expect(report.unmodelled.map(\.count).reduce(0, +) == 3)
  }

  @Test(arguments: [
    "BEGIN; CREATE TABLE t (a int); ROLLBACK; CREATE TABLE t (b int);",
    """
    BEGIN; CREATE TABLE t (a int); SAVEPOINT s; ALTER TABLE t ADD b int; ROLLBACK TO s;
    ALTER TABLE t ADD b text; COMMIT;
    """,
    "CREATE TABLE t (a int); CREATE INDEX ON t (a); CREATE INDEX ON t (a); DROP INDEX t_a_idx1;",
    """
    SET check_function_bodies = false;
    CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM t $$;
    CREATE TABLE t (a int);
    """,
  ])
  func `finds nothing in what the engine takes`(text: String) throws {
    try check(["1.sql": text], in: .postgresql, finds: [])
  }
}
