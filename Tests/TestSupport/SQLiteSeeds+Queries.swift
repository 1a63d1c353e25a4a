extension SQLiteSeeds {
  package static let queries = [
    "SELECT 1",
    "SELECT DISTINCT a, b AS x, c y, t.*, 'z' FROM t",
    "SELECT ALL * FROM t AS k, u WHERE k.a = u.id",
    "SELECT * FROM t INDEXED BY ta WHERE a = 1",
    "SELECT * FROM main.t NOT INDEXED",
    "SELECT * FROM t JOIN u ON t.a = u.id LEFT OUTER JOIN v USING (a, b)",
    "SELECT * FROM t NATURAL JOIN v CROSS JOIN u",
    "SELECT * FROM t RIGHT JOIN u ON a = id FULL OUTER JOIN v ON v.a = id",
    "SELECT * FROM t INNER JOIN (u AS k JOIN v) ON k.id = t.a",
    "SELECT * FROM (SELECT a FROM t) AS k, (v) LEFT JOIN (SELECT 1 AS z) ON z",
    "SELECT * FROM json_each ('[1]') AS j, pragma_table_info ('t') NATURAL LEFT JOIN u",
    "SELECT a, count (*), sum (DISTINCT b) FROM t WHERE a GROUP BY a, b HAVING count (*) > 1 ORDER BY a DESC NULLS LAST, 2 ASC NULLS FIRST LIMIT 10 OFFSET 5",
    "SELECT a FROM t ORDER BY b COLLATE NOCASE LIMIT 3, 4",
    "SELECT a FROM t UNION SELECT id FROM u EXCEPT SELECT 3 INTERSECT SELECT 1 ORDER BY 1 LIMIT 1",
    "SELECT 1 UNION ALL VALUES (1), (2)",
    "VALUES (1, 2), (3, 4)",
    "WITH k AS (SELECT 1), l (x, y) AS NOT MATERIALIZED (SELECT 1, 2) SELECT * FROM k, l",
    "WITH RECURSIVE k (n) AS (VALUES (1) UNION SELECT n + 1 FROM k WHERE n < 5) SELECT n FROM k",
    "SELECT sum (a) OVER (), row_number () OVER w, rank () OVER (w ORDER BY b) FROM t WINDOW w AS (PARTITION BY a), x AS (w ORDER BY c)",
    "SELECT sum (a) FILTER (WHERE b > 1) OVER (PARTITION BY a, c ORDER BY b ROWS BETWEEN 1 PRECEDING AND 2 FOLLOWING EXCLUDE TIES) FROM t",
    "SELECT sum (a) OVER (ORDER BY b RANGE UNBOUNDED PRECEDING), count (*) OVER (ROWS CURRENT ROW) FROM t",
    "SELECT max (a) OVER (GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW), min (a) OVER (ORDER BY a RANGE BETWEEN CURRENT ROW AND 1 FOLLOWING EXCLUDE NO OTHERS) FROM t",
    "SELECT count (*) FILTER (WHERE a), total (b) OVER (ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING EXCLUDE GROUP) FROM t",
    "SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u) AND NOT EXISTS (VALUES (1))",
    "SELECT window, over, filter FROM (SELECT 1 AS window, 2 AS over, 3 AS filter) window",
  ]

  package static let expressions = [
    "SELECT 1 + 2 - 3 * 4 / 5 % 6 || 'x' << 1 >> 2 & 3 | 4",
    "SELECT -1, +2, ~3, - - 4, NOT 1, NOT NOT 0, -~+5",
    "SELECT a < b, a <= b, a > b, a >= b, a = b, a == b, a <> b, a != b FROM t",
    "SELECT a AND b OR c AND NOT a OR b FROM t",
    "SELECT a IS b, a IS NOT b, a IS NULL, a IS NOT NULL, a ISNULL, a NOTNULL, a NOT NULL FROM t",
    "SELECT a IS DISTINCT FROM b, a IS NOT DISTINCT FROM NULL, a IS TRUE, a IS NOT FALSE FROM t",
    "SELECT a BETWEEN 1 AND 2 AND b, a NOT BETWEEN b AND c, a BETWEEN (1 OR 2) AND 3 AND 4 FROM t",
    "SELECT a IN (1, 2), a NOT IN (SELECT b FROM t), a IN (), a IN t, a IN main.v, a IN json_each ('[]') FROM t",
    "SELECT a LIKE 'x%', a NOT LIKE 'y' ESCAPE '!', a GLOB '*', a NOT GLOB b FROM t",
    "SELECT a REGEXP b, a MATCH b, a NOT MATCH c FROM t",
    "SELECT CASE a WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE 5 END, CASE WHEN a THEN b END FROM t",
    "SELECT CAST (a AS TEXT), CAST (b AS DECIMAL (5, 2)), CAST (c AS) FROM t",
    "SELECT a -> '$.x', a ->> 'y', a COLLATE NOCASE = b COLLATE RTRIM FROM t",
    "SELECT (a, b) = (1, 2), (SELECT 1), (a), ((b)), (a, b) IN (SELECT 1, 2) FROM t",
    "SELECT ?, ?1, :name, @name, $name, $a::b, $c(d), #x",
    "SELECT 1, 1.5, .5, 1., 1e3, 1.5E-3, 0x1F, 9223372036854775808, X'AB', x''",
    "SELECT CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP, TRUE, FALSE, NULL",
    "SELECT t.a, main.t.b, \"t\".\"c\", [t].[a], `t`.`b`, 't'.a FROM t",
    "SELECT abs (1), count (*), max (1, 2), replace ('a', 'b', 'c'), glob ('a', 'b'), like ('a', 'b')",
    "SELECT a = b NOT NULL, a + b ISNULL, NOT a = b, NOT a IN (1), -a COLLATE NOCASE FROM t",
  ]

  /// Words and symbols to put where they may not belong.
  package static let vocabulary =
    keywords + [
      "a", "t", "u", "x", "\"q\"", "'s'", "[b]", "`c`", "1", "2.5", "0x1", "x'00'", "?", ":p", "(",
      ")", ",", ";", ".", "*", "+", "-", "/", "%", "=", "==", "<", "<=", ">", ">=", "<>", "!=",
      "||",
      "|", "&", "~", "<<", ">>", "->", "->>", "!", "@", "12a", "x'1'", "'open", "true", "rowid",
      "strict", "stored", "virtual", "\u{FEFF}", "é",
    ]

  static let keywords = """
    ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN
    BETWEEN BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT
    CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC
    DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL FILTER
    FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN
    INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE
    LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS
    OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP
    REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET
    TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM
    VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHOUT
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
