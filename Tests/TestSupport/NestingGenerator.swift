/// Makes statements that nest about as deeply as SQLite's parser can bear.
///
/// In a frame, `%` is where the next one goes: an expression into an expression, a query into a
/// query.
package struct NestingGenerator {
  package var random: SplitMix64

  package init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// A statement in which frames stand in each other, few kinds of them, so that all depths occur.
  package mutating func next() -> String {
    let frames = (0...random.below(3)).map { _ in random.pick(Self.frames) }
    var text = random.pick(["1", "a", "t.a", "'s'", "abs(a)", "count(*)", "main.t.a", "?"])
    for _ in 0..<(3 + random.below(24)) {
      text = Self.fill(random.pick(frames), with: text)
    }
    return Self.fill(random.pick(Self.statements), with: text)
  }

  package static func fill(_ frame: String, with text: String) -> String {
    guard let hole = frame.firstIndex(of: "%") else { return frame }
    return frame[..<hole] + text + frame[frame.index(after: hole)...]
  }

  /// Each an expression around an expression.
  package static let frames = [
    "(%)", "- %", "NOT %", "1 + (%)", "a = (%)", "(%) = a", "a AND (%)", "a BETWEEN (%) AND 2",
    "a BETWEEN 1 AND (%)", "a LIKE (%)", "a NOT LIKE b ESCAPE (%)", "a IS (%)", "a IS NOT (%)",
    "a IS DISTINCT FROM (%)", "a IS NOT DISTINCT FROM (%)", "a IN (%)", "a NOT IN (1, %)",
    "a IN json_each(%)", "a IN json_each(1, %)", "(1, %)", "(1, 2, %)", "abs(%)", "max(1, %)",
    "max(1, 2, %)", "count(DISTINCT %)", "count(*) FILTER (WHERE %)", "sum(a) FILTER (WHERE %)",
    "sum(a) OVER (PARTITION BY %)", "sum(a) OVER (PARTITION BY a, %)",
    "sum(a) OVER (ORDER BY %)", "sum(a) OVER (w ORDER BY a, %)",
    "sum(a) FILTER (WHERE a) OVER (PARTITION BY a ORDER BY %)",
    "sum(a) OVER (ROWS % PRECEDING)", "sum(a) OVER (ORDER BY a ROWS % PRECEDING)",
    "sum(a) OVER (PARTITION BY a ROWS % PRECEDING)", "sum(a) OVER (w ROWS % PRECEDING)",
    "count(*) OVER (ROWS BETWEEN (%) PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE NO OTHERS)",
    "sum(a) OVER (PARTITION BY a ORDER BY b ROWS % PRECEDING)",
    "sum(a) OVER (w RANGE BETWEEN (%) PRECEDING AND 1 FOLLOWING)",
    "count(*) OVER (GROUPS BETWEEN 1 PRECEDING AND (%) FOLLOWING)",
    "CAST(% AS INT)", "CAST(% AS A B (1))", "CAST(% AS A B (1, -2))", "(%) COLLATE nocase",
    "CASE % WHEN 1 THEN 2 END",
    "CASE WHEN % THEN 2 END", "CASE WHEN 1 THEN % END", "CASE a WHEN 1 THEN 2 WHEN % THEN 3 END",
    "CASE a WHEN 1 THEN 2 WHEN 3 THEN % END", "CASE a WHEN 1 THEN 2 ELSE % END",
    "(SELECT %)", "(SELECT 1, %)", "(SELECT DISTINCT a FROM t WHERE %)", "EXISTS (SELECT %)",
    "a IN (SELECT %)", "(SELECT a FROM t JOIN u ON %)", "(SELECT a FROM t AS k, u ON %)",
    "(SELECT a FROM t JOIN v INDEXED BY ta ON %)", "(SELECT a FROM t GROUP BY %)",
    "(SELECT a FROM t GROUP BY 1, %)", "(SELECT a FROM t GROUP BY 1 HAVING %)",
    "(SELECT a FROM t ORDER BY %)", "(SELECT a FROM t ORDER BY 1, %)", "(SELECT a FROM t LIMIT %)",
    "(SELECT a FROM t LIMIT 1 OFFSET %)", "(SELECT a FROM t LIMIT 1, %)",
    "(SELECT 1 UNION SELECT %)", "(SELECT 1 UNION SELECT 2 EXCEPT SELECT %)", "(VALUES (%))",
    "(VALUES (1, %))", "(VALUES (1), (%))", "(VALUES (1), (2), (%))", "(SELECT 1 UNION VALUES (%))",
    "(WITH k AS (SELECT %) SELECT 1)", "(WITH k AS (SELECT 1) SELECT %)",
    "(WITH RECURSIVE k (z) AS (SELECT %) SELECT 1)", "(WITH RECURSIVE k AS (SELECT 1) SELECT %)",
    "(WITH k AS (SELECT 1), l AS MATERIALIZED (SELECT %) SELECT 1)",
    "(SELECT 1 FROM (SELECT %))", "(SELECT 1 FROM t, (SELECT %))",
    "(SELECT 1 FROM (t JOIN (SELECT %)))",
    "(SELECT 1 FROM json_each(%))", "(SELECT 1 FROM t JOIN json_each(1, %) ON 1)",
    "(SELECT 1 FROM t JOIN json_each(1) ON %)", "(SELECT 1 FROM t JOIN (SELECT 1) ON %)",
    "(SELECT 1 FROM t JOIN (u JOIN v) ON %)",
    "(SELECT 1 FROM t JOIN main.u AS k USING (b), v ON %)",
    "(SELECT 1 FROM t WINDOW w AS (ORDER BY %))",
    "(SELECT 1 FROM t WINDOW w AS (ORDER BY a), w2 AS (PARTITION BY %))",
    "(SELECT 1 FROM t WINDOW w AS (ORDER BY a) ORDER BY %)",
    "(SELECT 1 FROM t WINDOW w AS (ORDER BY a) LIMIT %)",
  ]

  /// Each a statement around an expression.
  package static let statements = [
    "SELECT %", ";; SELECT %", "EXPLAIN SELECT %", "EXPLAIN QUERY PLAN SELECT 1, %",
    "VALUES (%)", "WITH k AS (SELECT 1) SELECT %", "WITH k AS (SELECT %) SELECT 1",
    "SELECT 1 WHERE %", "SELECT 1 ORDER BY %", "SELECT 1 UNION ALL SELECT %",
    "CREATE TABLE x (a DEFAULT (%))", "CREATE TABLE x (a CHECK (%), b)",
    "CREATE TABLE x (a, b, c CHECK (%))", "CREATE TABLE x (a, CHECK (%))",
    "CREATE TABLE x (a, b, CONSTRAINT k CHECK (%))", "CREATE TABLE x (a, CHECK (1), CHECK (%))",
    "CREATE TABLE x (a, CHECK (1) CHECK (%))", "CREATE TABLE x (a, b AS (%))",
    "CREATE TABLE x (a, b GENERATED ALWAYS AS (%) STORED)",
    "CREATE TABLE x (a, b INT(1) GENERATED ALWAYS AS (%) STORED)",
    "CREATE TABLE x (a, UNIQUE (%))", "CREATE TABLE x (a, b, PRIMARY KEY (a, %))",
    "CREATE TABLE x AS SELECT %", "CREATE TEMP TABLE IF NOT EXISTS x AS SELECT %",
    "CREATE VIEW x AS SELECT %", "CREATE TEMP VIEW IF NOT EXISTS main.x (y) AS SELECT %",
    "CREATE INDEX x ON t (%)", "CREATE INDEX x ON t (a, %)",
    "CREATE UNIQUE INDEX x ON t (a) WHERE %",
    "CREATE TRIGGER x AFTER INSERT ON t WHEN % BEGIN SELECT 1; END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT %; END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; SELECT %; END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = %; END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE %; END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = 1 FROM u JOIN v ON %; END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; DELETE FROM t WHERE %; END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN INSERT INTO t VALUES (%); END",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN INSERT INTO u (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = %; END",
    "INSERT INTO t VALUES (%)", "INSERT INTO t DEFAULT VALUES RETURNING %",
    "INSERT INTO t VALUES (1, 2, 3) RETURNING %", "INSERT INTO t (a) SELECT % FROM t",
    "INSERT INTO u VALUES (1) ON CONFLICT (%) DO NOTHING",
    "INSERT INTO u VALUES (1) ON CONFLICT (id, %) DO NOTHING",
    "INSERT INTO u VALUES (1) ON CONFLICT (id) WHERE % DO NOTHING",
    "INSERT INTO u VALUES (1) ON CONFLICT (id) DO UPDATE SET n = %",
    "INSERT INTO u VALUES (1) ON CONFLICT (id) DO UPDATE SET n = 1, (name, n) = %",
    "INSERT INTO u VALUES (1) ON CONFLICT (id) DO UPDATE SET n = 1 WHERE %",
    "INSERT INTO u VALUES (1) ON CONFLICT (id) DO NOTHING ON CONFLICT (n) DO UPDATE SET n = %",
    "INSERT INTO u VALUES (1) ON CONFLICT (id) DO UPDATE SET n = 1 ON CONFLICT (n) WHERE % DO NOTHING",
    "INSERT INTO u VALUES (1) ON CONFLICT (id) DO NOTHING RETURNING %",
    "INSERT INTO u VALUES (1) ON CONFLICT DO UPDATE SET n = %",
    "INSERT INTO u VALUES (1) ON CONFLICT DO UPDATE SET n = 1 WHERE % RETURNING n",
    "INSERT INTO u VALUES (1) ON CONFLICT DO UPDATE SET n = 1 RETURNING %",
    "INSERT INTO u VALUES (1) ON CONFLICT DO NOTHING RETURNING %",
    "UPDATE t SET a = %", "UPDATE t SET a = 1, b = %", "UPDATE t SET (a, b) = %",
    "UPDATE t SET a = 1, (a, b) = %", "UPDATE t SET a = 1 WHERE %",
    "UPDATE t SET a = 1 RETURNING %",
    "UPDATE t SET a = 1 FROM u JOIN v ON %", "UPDATE t SET a = 1 WHERE b RETURNING %",
    "UPDATE t SET a = 1 ORDER BY % LIMIT 1", "UPDATE t SET a = 1 LIMIT %",
    "WITH k AS (SELECT 1) UPDATE t SET a = %",
    "WITH RECURSIVE k AS (SELECT 1) DELETE FROM t WHERE %",
    "DELETE FROM t WHERE %", "DELETE FROM t RETURNING %", "DELETE FROM t ORDER BY % LIMIT 1",
    "DELETE FROM t LIMIT 1 OFFSET %", "DELETE FROM t WHERE a RETURNING %",
    "CREATE VIRTUAL TABLE x USING fts4 (%)", "CREATE VIRTUAL TABLE x USING fts4 (a, b %)",
    "ALTER TABLE t ADD x DEFAULT (%)", "ALTER TABLE t ADD COLUMN x CHECK (%)",
    "ATTACH % AS x", "ATTACH DATABASE 'x' AS (%)", "ATTACH 'x' AS x KEY %", "DETACH %",
    "DETACH DATABASE %", "VACUUM INTO %", "VACUUM main INTO %",
  ]
}
