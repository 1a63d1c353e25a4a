extension SQLiteSeeds {
  package static let changes = [
    "INSERT INTO t VALUES (1, 'it''s', NULL)",
    "INSERT INTO t (a, b) VALUES (1, 2), (3, x'0aFF') RETURNING *, a AS z",
    "INSERT OR ROLLBACK INTO main.t AS k (a) SELECT b FROM t",
    "INSERT INTO t DEFAULT VALUES RETURNING a",
    "INSERT INTO u (id, n) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET n = excluded.n, name = 'x' WHERE n > 1 ON CONFLICT DO NOTHING",
    "INSERT INTO u (id, n) VALUES (1, 2) ON CONFLICT (id) WHERE n > 0 DO NOTHING ON CONFLICT (name) DO UPDATE SET (n, name) = (1, 2) RETURNING id",
    "INSERT INTO u SELECT * FROM u WHERE true ON CONFLICT DO UPDATE SET n = 1 RETURNING n",
    "REPLACE INTO t VALUES (1, 2, 3)",
    "WITH k AS (SELECT 1 AS x) INSERT INTO t SELECT x, x, x FROM k",
    "UPDATE t SET a = 1",
    "UPDATE OR FAIL main.t AS k INDEXED BY ta SET a = b + 1, (b, c) = (SELECT 1, 2) WHERE a = 2 RETURNING a, b",
    "UPDATE t SET a = u.n FROM u JOIN v ON v.a = u.id WHERE u.t_id = t.a",
    "UPDATE t NOT INDEXED SET a = 1 WHERE b ORDER BY c LIMIT 2 OFFSET 1",
    "WITH RECURSIVE k (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k) UPDATE t SET a = 1 WHERE b IN k",
    "DELETE FROM t",
    "DELETE FROM main.t AS k WHERE a = 1 AND b IN (1, 2) RETURNING *",
    "DELETE FROM t INDEXED BY ta WHERE a = 1 ORDER BY a DESC LIMIT 1, 2",
    "WITH k AS MATERIALIZED (VALUES (1)) DELETE FROM t WHERE a IN (SELECT * FROM k)",
  ]

  package static let session = [
    "BEGIN", "BEGIN IMMEDIATE TRANSACTION", "BEGIN EXCLUSIVE", "BEGIN DEFERRED TRANSACTION x",
    "COMMIT TRANSACTION", "END", "ROLLBACK", "ROLLBACK TRANSACTION TO SAVEPOINT x", "ROLLBACK TO x",
    "SAVEPOINT x", "RELEASE SAVEPOINT x", "RELEASE x",
    "PRAGMA foreign_keys", "PRAGMA main.user_version = 3", "PRAGMA table_info (t)",
    "PRAGMA journal_mode = WAL", "PRAGMA cache_size = -2000", "PRAGMA synchronous (off)",
    "PRAGMA foreign_keys = ON", "PRAGMA x = DELETE", "PRAGMA x (DEFAULT)", "PRAGMA x = +1.5",
    "ATTACH DATABASE ':memory:' AS x", "ATTACH 'a' || 'b' AS x KEY 'k'", "DETACH DATABASE x",
    "DETACH x", "VACUUM", "VACUUM main INTO 'file'", "VACUUM INTO 'a' || 'b'",
    "EXPLAIN SELECT 1", "EXPLAIN QUERY PLAN DELETE FROM t WHERE a",
  ]
}
