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
    (
      "42883",
      "CREATE SCHEMA e; CREATE EXTENSION pgcrypto SCHEMA e; ①SELECT digest('a', 'md5');"
    ),
    ("42601", "CREATE TABLE t (a int); ①CREATE POLICY p ON t FOR INSERT USING (true);"),
    ("42601", "CREATE TABLE t (a int); ①CREATE POLICY p ON t FOR SELECT WITH CHECK (true);"),
    ("42P10", "CREATE TABLE t (a int, b int); ①SELECT DISTINCT a FROM t ORDER BY b;"),
    ("42P10", "CREATE TABLE t (a int, b int); ①SELECT DISTINCT ON (b) a FROM t ORDER BY a;"),
    (
      "55000",
      """
      CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a) DEFERRABLE);
      ①INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT u DO NOTHING;
      """
    ),
  ])
  func `finds what the engine refuses`(code: String, text: String) throws {
    let report = try check(["1.sql": text], in: .postgresql, finds: nil)
    #expect(report.findings.map(\.code) == [code], "\(report.text())")
  }

  @Test(arguments: [
    """
    CREATE TABLE t (a int, b int); SELECT DISTINCT a AS x FROM t ORDER BY x;
    SELECT DISTINCT * FROM t ORDER BY b; SELECT DISTINCT t.a FROM t ORDER BY 1, a;
    SELECT DISTINCT ON (b) a FROM t ORDER BY b, a; SELECT DISTINCT a + 1 FROM t ORDER BY a + 1;
    """,
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
    """
    CREATE SCHEMA s; CREATE TABLE t (id serial); CREATE SEQUENCE q OWNED BY t.id;
    ALTER TABLE t SET SCHEMA s; SELECT nextval('s.t_id_seq'); DROP SEQUENCE s.q;
    """,
    """
    CREATE TABLE m (id int) PARTITION BY RANGE (id);
    CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (1) TO (2);
    CREATE INDEX m_id ON m (id); ALTER INDEX m1_id_idx RENAME TO x;
    """,
    """
    CREATE TABLE t (a int[], b text[]);
    CREATE VIEW v AS SELECT x, y FROM t, unnest(t.a, t.b) AS u (x, y);
    """,
    """
    CREATE FUNCTION f(point, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
    CREATE OPERATOR === (LEFTARG = point, RIGHTARG = int, FUNCTION = f);
    CREATE TABLE t (p point CHECK (p === 1)); CREATE INDEX i ON t USING gist (p);
    """,
    """
    CREATE TABLE t (a int);
    CREATE FUNCTION twice(t) RETURNS int LANGUAGE sql AS 'SELECT $1.a * 2';
    SELECT t.twice FROM t; CREATE VIEW v AS SELECT 'x'::unknown AS u; SELECT u || 'y' FROM v;
    """,
    """
    CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE a (x int); END $$;
    CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM f(); END $$;
    SELECT g(); INSERT INTO a VALUES (1); DROP TABLE a;
    """,
    """
    CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'CREATE TABLE a (x int)'; END $$;
    CALL p(); INSERT INTO a VALUES (1);
    """,
  ])
  func `finds nothing in what the engine takes`(text: String) throws {
    try check(["1.sql": text], in: .postgresql, finds: [])
  }
}
