import SQLSyntax

extension RoundTripCorpus {
  /// They name tables of `SQLiteSeeds.schema`, so that SQLite reads what is printed to its end.
  static let sqliteDefinitions = #"""
    CREATE TABLE x (a)
    CREATE TABLE IF NOT EXISTS main.x (a INTEGER PRIMARY KEY, b TEXT NOT NULL, c REAL, d BLOB, e NUMERIC)
    CREATE TABLE "X y" ([a b] INT, `c"d` TEXT, 'e f' BLOB, "order" INT, "key" INT, key TEXT, action TEXT)
    CREATE TABLE größe (länge INT, 表 TEXT)
    CREATE TABLE x (a VARCHAR(10), b DECIMAL(10, 2), c UNSIGNED BIG INT, d DOUBLE PRECISION, e NATIVE CHARACTER(70))
    CREATE TABLE x (a DECIMAL(+10, -2), b "my type", c 'it''s', d [select], e INT "odd" TEXT, f varchar(1e3))
    CREATE TABLE x (a INTEGER PRIMARY KEY AUTOINCREMENT, b INT UNIQUE ON CONFLICT ROLLBACK)
    CREATE TABLE x (a INTEGER PRIMARY KEY ASC, b NOT NULL ON CONFLICT FAIL, c NULL ON CONFLICT IGNORE)
    CREATE TABLE x (a INT CONSTRAINT p PRIMARY KEY DESC ON CONFLICT ABORT, b CONSTRAINT q NOT NULL CONSTRAINT r UNIQUE)
    CREATE TABLE x (a DEFAULT 0, b DEFAULT -1, c DEFAULT +2.5, d DEFAULT 'x', e DEFAULT X'AB', f DEFAULT NULL)
    CREATE TABLE x (a DEFAULT TRUE, b DEFAULT FALSE, c DEFAULT CURRENT_TIME, d DEFAULT CURRENT_DATE, e DEFAULT word)
    CREATE TABLE x (a DEFAULT (strftime('%s', 'now')), b DEFAULT (1), c DEFAULT (-1), d DEFAULT ('x' || 'y'), e DEFAULT "w")
    CREATE TABLE x (a DEFAULT 0x1F, b DEFAULT 1e3, c DEFAULT (NULL), d DEFAULT (1 IN (1, 2)), e DEFAULT - 5)
    CREATE TABLE x (a CHECK (a > 0) CHECK (a < 9), b CONSTRAINT c CHECK (b IN ('x', 'y')), d COLLATE NOCASE)
    CREATE TABLE x (a REFERENCES u, b REFERENCES u (id), c INT REFERENCES u (id) ON DELETE CASCADE NOT NULL)
    CREATE TABLE x (a REFERENCES u MATCH SIMPLE ON DELETE SET NULL ON UPDATE SET DEFAULT DEFERRABLE INITIALLY DEFERRED)
    CREATE TABLE x (a REFERENCES u NOT DEFERRABLE, b REFERENCES u DEFERRABLE INITIALLY IMMEDIATE, c REFERENCES u ON UPDATE RESTRICT)
    CREATE TABLE x (a INT, b AS (a + 1), c INT GENERATED ALWAYS AS (a * 2) STORED, d AS (a) VIRTUAL NOT NULL)
    CREATE TABLE x (a, b, PRIMARY KEY (a, b DESC), UNIQUE (b COLLATE NOCASE ASC) ON CONFLICT REPLACE)
    CREATE TABLE x (a INTEGER, CONSTRAINT p PRIMARY KEY (a AUTOINCREMENT))
    CREATE TABLE x (a, CONSTRAINT k CHECK (a > 0) ON CONFLICT IGNORE, CHECK (a < 5))
    CREATE TABLE x (a, b, FOREIGN KEY (a, b) REFERENCES u (id, name) ON DELETE CASCADE ON UPDATE NO ACTION DEFERRABLE)
    CREATE TABLE x (a, CONSTRAINT f FOREIGN KEY (a) REFERENCES u MATCH FULL NOT DEFERRABLE INITIALLY DEFERRED)
    CREATE TABLE x (a INT PRIMARY KEY) WITHOUT ROWID
    CREATE TABLE x (a INT PRIMARY KEY, b ANY) STRICT
    CREATE TABLE x (a INT PRIMARY KEY) WITHOUT ROWID, STRICT
    CREATE TEMP TABLE x (a)
    CREATE TEMPORARY TABLE x AS SELECT a AS b FROM t
    CREATE TABLE x AS WITH k AS (SELECT 1 AS n) SELECT n FROM k UNION ALL SELECT a FROM t ORDER BY 1 LIMIT 2
    CREATE TABLE x AS VALUES (1, 2), (3, 4)
    CREATE VIRTUAL TABLE x USING fts5(a, b, tokenize = 'porter ascii', content='')
    CREATE VIRTUAL TABLE IF NOT EXISTS main.x USING rtree(id, lo, hi)
    CREATE VIRTUAL TABLE x USING fts4
    CREATE VIRTUAL TABLE x USING fts4()
    CREATE INDEX x ON t (a)
    CREATE UNIQUE INDEX IF NOT EXISTS main.x ON t (a DESC, b COLLATE NOCASE ASC, lower(c)) WHERE a IS NOT NULL
    CREATE INDEX x ON t (a + b, (a), a || b COLLATE RTRIM DESC, json_extract(c, '$.x'), c ->> 'y')
    CREATE INDEX x ON t (b NULLS FIRST)
    CREATE VIEW x AS SELECT 1
    CREATE TEMP VIEW IF NOT EXISTS x (p, q) AS SELECT a, b FROM t
    CREATE VIEW main.x AS WITH RECURSIVE k (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM k WHERE n < 5) SELECT n FROM k
    CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE u SET n = 1; END
    CREATE TRIGGER IF NOT EXISTS main.x BEFORE UPDATE ON t FOR EACH ROW WHEN new.a > 0 BEGIN SELECT RAISE(ABORT, 'no'); END
    CREATE TEMP TRIGGER x INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE a = old.a; SELECT RAISE(IGNORE); END
    CREATE TRIGGER x UPDATE OF a, b ON t BEGIN INSERT INTO u (id) VALUES (new.a), (old.b); SELECT RAISE(ROLLBACK, 'x'), RAISE(FAIL, 'y'); END
    CREATE TRIGGER x DELETE ON t BEGIN REPLACE INTO u VALUES (1, 2, 3, 4); INSERT INTO t SELECT 1, 2, 3 WHERE true ON CONFLICT DO NOTHING; END
    ALTER TABLE t RENAME TO x
    ALTER TABLE main.t RENAME TO "x y"
    ALTER TABLE t RENAME COLUMN a TO x
    ALTER TABLE t RENAME a TO "order"
    ALTER TABLE t ADD COLUMN x
    ALTER TABLE main.t ADD x TEXT NOT NULL DEFAULT '' CHECK (x <> 'y') COLLATE NOCASE REFERENCES u
    ALTER TABLE t DROP COLUMN a
    DROP TABLE t
    DROP TABLE IF EXISTS main.t
    DROP VIEW IF EXISTS main.v
    DROP INDEX ta
    DROP INDEX IF EXISTS main.ta
    DROP TRIGGER IF EXISTS x
    """#

  static let sqliteSession = #"""
    BEGIN
    BEGIN TRANSACTION
    BEGIN IMMEDIATE
    BEGIN EXCLUSIVE TRANSACTION
    BEGIN DEFERRED
    COMMIT
    END TRANSACTION
    ROLLBACK
    SAVEPOINT x
    RELEASE x
    RELEASE SAVEPOINT "x y"
    ROLLBACK TO x
    ROLLBACK TRANSACTION TO SAVEPOINT x
    PRAGMA foreign_keys
    PRAGMA foreign_keys = ON
    PRAGMA foreign_keys = OFF
    PRAGMA main.journal_mode = WAL
    PRAGMA cache_size = -2000
    PRAGMA cache_size = +5
    PRAGMA table_info(t)
    PRAGMA main.table_info("x y")
    PRAGMA user_version = 5
    PRAGMA encoding = 'UTF-8'
    PRAGMA journal_mode = DELETE
    PRAGMA auto_vacuum = full
    PRAGMA foreign_key_check(t)
    PRAGMA integrity_check(10)
    PRAGMA locking_mode = 'exclusive'
    PRAGMA synchronous = no
    PRAGMA temp_store(default)
    ATTACH 'x.db' AS y
    ATTACH DATABASE ':memory:' || 'x' AS 'y' KEY 'z'
    ATTACH ? AS ?
    DETACH y
    DETACH DATABASE 'y'
    VACUUM
    VACUUM main
    VACUUM main INTO 'x.db'
    VACUUM INTO 'x' || '.db'
    ANALYZE
    ANALYZE t
    ANALYZE main.t
    REINDEX
    REINDEX ta
    REINDEX main.t
    EXPLAIN SELECT 1
    EXPLAIN QUERY PLAN SELECT a FROM t
    EXPLAIN QUERY PLAN DELETE FROM t
    """#

  static let sqliteData = #"""
    INSERT INTO t VALUES (1, 'x', NULL)
    INSERT INTO main.t AS k (a, b) VALUES (1, 2), (3, 4)
    INSERT INTO t DEFAULT VALUES
    INSERT INTO t (a) SELECT id FROM u WHERE n > 0 ORDER BY id LIMIT 5
    INSERT OR REPLACE INTO t VALUES (1, 2, 3)
    INSERT OR IGNORE INTO t (a) VALUES (1)
    INSERT OR ROLLBACK INTO t (a) SELECT 1
    INSERT OR ABORT INTO t (a) VALUES (1)
    INSERT OR FAIL INTO t (a) VALUES (1)
    REPLACE INTO t (a, b) VALUES (1, 2)
    INSERT INTO u (id) VALUES (1) ON CONFLICT DO NOTHING
    INSERT INTO u (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = excluded.n, name = u.name || 'x' WHERE n IS NULL
    INSERT INTO u (id) VALUES (1) ON CONFLICT (id) WHERE id > 0 DO NOTHING ON CONFLICT (name COLLATE NOCASE DESC) DO UPDATE SET n = 1
    INSERT INTO u SELECT 1, 2, 3, 4 WHERE true ON CONFLICT DO UPDATE SET (n, name) = (1, 'x')
    INSERT INTO u SELECT id, 2, 3, 4 FROM u JOIN t ON a = id WHERE true ON CONFLICT (id) DO NOTHING
    INSERT INTO t VALUES (1, 2, 3) RETURNING *, a AS x, b + 1
    WITH k AS (SELECT 1 AS n) INSERT INTO t (a) SELECT n FROM k
    INSERT INTO t (a) WITH k AS (SELECT 1 AS n) SELECT n FROM k
    INSERT INTO t (a) SELECT 1 UNION SELECT 2 UNION ALL VALUES (3)
    UPDATE t SET a = 1
    UPDATE OR REPLACE main.t AS k SET a = k.b + 1, b = NULL WHERE k.c = 5 RETURNING a, b
    UPDATE OR IGNORE t INDEXED BY ta SET a = 1 WHERE a = 2
    UPDATE t NOT INDEXED SET a = 1
    UPDATE t SET (a, b) = (1, 2), c = 3
    UPDATE t SET (a, b) = (SELECT id, n FROM u)
    UPDATE t SET a = u.n FROM u JOIN v ON v.a = u.id WHERE t.a = u.id
    UPDATE t SET a = CASE WHEN b THEN 1 ELSE 2 END WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.a)
    WITH k AS (SELECT 1 AS n) UPDATE t SET a = (SELECT n FROM k)
    DELETE FROM t
    DELETE FROM main.t AS k WHERE k.a IN (SELECT id FROM u) RETURNING *
    DELETE FROM t INDEXED BY ta WHERE a = 1
    WITH k AS (SELECT 1 AS n) DELETE FROM t WHERE a IN (SELECT n FROM k)
    """#

  static let sqliteQueries = #"""
    SELECT 1
    SELECT DISTINCT a, b AS x, c y, t.*, 'z' AS "w v", a "q", b 'r', c [s] FROM t
    SELECT ALL * FROM t AS k, u, main.v, t l
    SELECT * FROM t INDEXED BY ta, u NOT INDEXED, v AS w
    SELECT * FROM t JOIN u ON t.a = u.id LEFT JOIN v ON v.a = t.a
    SELECT * FROM t INNER JOIN v USING (a, b) LEFT OUTER JOIN u ON true
    SELECT * FROM t NATURAL JOIN v CROSS JOIN u
    SELECT * FROM t NATURAL LEFT JOIN v, u
    SELECT * FROM t, u JOIN v ON u.id = v.a
    SELECT * FROM t RIGHT JOIN u ON a = id FULL OUTER JOIN v ON v.a = id
    SELECT * FROM t JOIN (u JOIN v ON u.id = v.a) ON t.a = u.id
    SELECT * FROM (t JOIN u ON t.a = u.id) JOIN v ON v.a = t.a
    SELECT * FROM (t, u), v
    SELECT * FROM (t) AS k, (SELECT 1 AS z), (SELECT 2) AS l
    SELECT * FROM t JOIN u
    SELECT * FROM json_each('[1, 2]') AS j, pragma_table_info('t'), main.v
    SELECT a, count(*) FROM t WHERE a > 0 GROUP BY a, b + 1 HAVING count(*) > 1
    SELECT a FROM t ORDER BY a DESC NULLS LAST, b COLLATE NOCASE ASC NULLS FIRST, c + 1, 2
    SELECT a FROM t LIMIT 5
    SELECT a FROM t LIMIT 5 OFFSET 10
    SELECT a FROM t LIMIT 10, 5
    SELECT a FROM t LIMIT (SELECT 1) OFFSET 1 + 2
    SELECT a FROM t UNION SELECT id FROM u EXCEPT SELECT 3 INTERSECT SELECT 1 ORDER BY 1 LIMIT 1
    SELECT 1 INTERSECT SELECT 2 UNION ALL SELECT 3
    SELECT 1 UNION ALL VALUES (1), (2)
    VALUES (1, 2), (3, 4)
    VALUES (1) UNION VALUES (2)
    SELECT * FROM (SELECT 1 UNION SELECT 2 ORDER BY 1) AS k
    WITH k AS (SELECT 1), l (x, y) AS NOT MATERIALIZED (SELECT 1, 2), m AS MATERIALIZED (VALUES (3)) SELECT * FROM k, l, m
    WITH RECURSIVE k (n) AS (VALUES (1) UNION SELECT n + 1 FROM k WHERE n < 5) SELECT n FROM k
    SELECT (WITH k AS (SELECT 1 AS n) SELECT n FROM k), a FROM t
    SELECT sum(a) OVER (), row_number() OVER w, rank() OVER (w ORDER BY b) FROM t WINDOW w AS (PARTITION BY a), x AS (w ORDER BY c)
    SELECT sum(a) FILTER (WHERE b > 1) OVER (PARTITION BY a, c ORDER BY b ROWS BETWEEN 1 PRECEDING AND 2 FOLLOWING EXCLUDE TIES) FROM t
    SELECT sum(a) OVER (ORDER BY b RANGE UNBOUNDED PRECEDING), count(*) OVER (ROWS CURRENT ROW), sum(a) OVER (ROWS a + 1 PRECEDING) FROM t
    SELECT max(a) OVER (GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM t
    SELECT min(a) OVER (ORDER BY a RANGE BETWEEN CURRENT ROW AND 1 FOLLOWING EXCLUDE NO OTHERS), min(a) OVER (ROWS 2 PRECEDING EXCLUDE GROUP) FROM t
    """#

  static let sqliteExpressions = #"""
    SELECT 1, -1, +2, ~3, - - 4, -(-4), - + ~5, 1.5, .5, 1., 1e3, 1.5E-3, 0x1F, 9223372036854775808, X'AB', x''
    SELECT 'x', '', 'it''s', 'é', NULL, TRUE, FALSE, CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP
    SELECT a, t.a, main.t.b, "t"."c", [t].[a], `t`.`b`, "a", [b], `c`, rowid FROM t
    SELECT ?, ?1, :name, @name, $name
    SELECT a + b * c - a / b % c, (a + b) * c, a - (b - c), a - b - c, a / (b * c), (a * b) / c, a * (b / c) FROM t
    SELECT a || b || c, a || (b || c), a + b || c, (a + b) || c, a || b + c, a * b || c, (a * b) || c, a -> 'x' ->> 'y', a -> ('x' || b) FROM t
    SELECT a & b | c, (a & b) | c, a | (b & c), a << 1 >> 2, a << (b >> c), a + b & c, a & b + c, (a & b) + c FROM t
    SELECT a < b, a <= b, a > b, a >= b, a = b, a == b, a <> b, a != b, a = b = c, a = (b = c), a < b < c, a < (b < c), a = b < c, (a = b) < c FROM t
    SELECT a AND b AND c, a OR b OR c, a AND b OR c AND a, (a OR b) AND c, a AND (b AND c), a OR (b OR c), NOT a AND b, NOT (a AND b) FROM t
    SELECT NOT a, NOT NOT a, NOT a = b, (NOT a) = b, NOT (a IS NULL), (NOT a) IS NULL, a = (NOT b), -a + b, -(a + b), -a * b, ~a & b FROM t
    SELECT a IS b, a IS NOT b, a IS NULL, a IS NOT NULL, a ISNULL, a NOTNULL, a NOT NULL, a + b IS NULL, (a = b) IS NULL, a = b IS NULL FROM t
    SELECT a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b, a IS TRUE, a IS NOT FALSE, a IS (b IS c), (a IS b) IS c, a IS b = c, a IS (b = c) FROM t
    SELECT a BETWEEN 1 AND 2 AND b, a NOT BETWEEN b AND c, a BETWEEN (1 OR 2) AND 3, a BETWEEN b AND (c AND a), (a BETWEEN 1 AND 2) = b FROM t
    SELECT a BETWEEN (b = c) AND (c < a), a BETWEEN b + 1 AND c * 2, a = (b BETWEEN 1 AND 2), a BETWEEN (b BETWEEN 1 AND 2) AND c FROM t
    SELECT a IN (1, 2), a NOT IN (SELECT b FROM t), a IN (), a IN t, a NOT IN main.v, a IN json_each('[]'), a IN ((SELECT 1)), (a, b) IN (SELECT 1, 2) FROM t
    SELECT a + b IN (1), (a IN (1)) IN (2), a IN (b IN (1)), NOT a IN (1), a = (b IN (1)), (a = b) IN (1) FROM t
    SELECT a LIKE 'x%', a NOT LIKE 'y' ESCAPE '!', a GLOB '*', a NOT GLOB b, a REGEXP b, a MATCH b, a NOT MATCH c, a NOT REGEXP c FROM t
    SELECT (a LIKE b) LIKE c, a LIKE (b LIKE c), a LIKE b || c, a || b LIKE c, a LIKE (b = c), a LIKE b ESCAPE a || c FROM t
    SELECT CASE a WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE 5 END, CASE WHEN a THEN b END, CASE WHEN a THEN b ELSE c END + 1 FROM t
    SELECT CAST(a AS TEXT), CAST(b AS DECIMAL(5, 2)), CAST(a + b AS UNSIGNED BIG INT), -CAST(a AS INT), CAST(-1 AS "odd type") FROM t
    SELECT a COLLATE NOCASE = b COLLATE RTRIM, (a || b) COLLATE NOCASE, a || b COLLATE NOCASE, -a COLLATE NOCASE, a COLLATE NOCASE COLLATE RTRIM FROM t
    SELECT (a, b) = (1, 2), (SELECT 1), (a), ((b)), ((SELECT 1)) + 1, EXISTS (SELECT 1), NOT EXISTS (SELECT 1), (VALUES (1)) FROM t
    SELECT abs(1), count(*), max(1, 2), replace('a', 'b', 'c'), glob('a', 'b'), like('a', 'b'), like('a', 'b', 'c'), coalesce(a, b), ifnull(a, 1), nullif(a, b) FROM t
    SELECT count(DISTINCT a), group_concat(a, ','), group_concat(DISTINCT b), total(a) FILTER (WHERE b), date('now'), iif(a, b, c), "abs"(a), random() FROM t
    SELECT "order", "key", key, action, "select", "x y", "a""b", [c d], `e``f` FROM (SELECT 1 AS "order", 2 AS key)
    SELECT a AS "from", b AS key, c AS "x y", a AS 'str', b AS [br], c AS "values", a AS row, b AS "end" FROM t
    """#

  static let sqliteCanonical = #"""
    SELECT count(*) FROM t WHERE c = 1 AND (a OR b) GROUP BY a ORDER BY b DESC LIMIT 5
    SELECT a IS b, a IS NOT NULL, "x", 'y', NOT c, -a, b -> '$.x' FROM t
    CREATE UNIQUE INDEX x ON t (lower(a), b COLLATE NOCASE DESC) WHERE c IS NULL
    ALTER TABLE t ADD COLUMN x TEXT DEFAULT 'y' NOT NULL
    INSERT OR IGNORE INTO t (a, b) VALUES (1, 'x') ON CONFLICT (a) DO NOTHING
    PRAGMA foreign_keys = OFF
    DROP TABLE IF EXISTS main.t
    """#

  static let namePlacesOnSQLite = [
    NamePlace("CREATE TABLE @ (@ int, CONSTRAINT @ UNIQUE (@))"),
    NamePlace("CREATE TABLE @ (@, a REFERENCES @ (@), FOREIGN KEY (@) REFERENCES @ (@, @))"),
    NamePlace(
      "SELECT @, @.a, @.@, @.* FROM @ AS @ WHERE @ = 1 AND @ IS NULL GROUP BY @ ORDER BY @ DESC"),
    NamePlace(
      "SELECT @ IN (1), @ NOT NULL, @ LIKE @, @ BETWEEN @ AND @, -@, NOT @, CASE @ WHEN @ THEN @ END"
    ),
    NamePlace("SELECT 1 AS @, a.@ FROM a", as: .label),
    NamePlace("SELECT @(1), @(*)", as: .functionOrType),
    NamePlace("INSERT INTO @ (@, b) VALUES (1, 2) ON CONFLICT (@) DO UPDATE SET @ = 1 RETURNING @"),
    NamePlace("CREATE INDEX @ ON @ (@, @ + 1, @ COLLATE @ DESC) WHERE @ > 0"),
    NamePlace("ALTER TABLE @ ADD COLUMN @ int"),
    NamePlace("ALTER TABLE @ RENAME COLUMN @ TO @"),
    NamePlace("ALTER TABLE @ DROP COLUMN @"),
    NamePlace("WITH @ (@) AS (SELECT 1) SELECT @ FROM @ JOIN @ AS a USING (@)"),
    NamePlace("UPDATE @ AS @ SET @ = @, b = @ FROM @ WHERE @"),
    NamePlace(
      "SELECT sum(a) OVER @, sum(a) OVER (@ ORDER BY @) FROM a WINDOW @ AS (PARTITION BY @)"),
    NamePlace("CREATE TRIGGER @ AFTER UPDATE OF @ ON @ BEGIN DELETE FROM @ WHERE @ = 1; END"),
    NamePlace("DELETE FROM @ INDEXED BY @ WHERE @ IN @"),
    NamePlace("PRAGMA @.@"), NamePlace("SAVEPOINT @"), NamePlace("DROP VIEW @.@"),
  ]
}
