extension RoundTripCorpus {
  static let postgreSQLQueries = #"""
    SELECT
    SELECT 1
    SELECT 1 AS a, 2 b, 'x' AS "C", *, t.*, s.t.*, (t).*, (f(x)).* FROM t
    SELECT ALL a FROM b
    SELECT DISTINCT a, b FROM c
    SELECT DISTINCT ON (a, lower(b)) a FROM c ORDER BY a, lower(b), d DESC
    SELECT a INTO b FROM c
    SELECT a INTO TEMP TABLE b FROM c
    SELECT a INTO UNLOGGED s.b FROM c
    SELECT FROM a
    TABLE a
    VALUES (1, 2), (3, 4) ORDER BY 1 LIMIT 1
    SELECT a FROM b, c AS d, s.e f, ONLY g, h (x, y), i AS j (x, y)
    SELECT a FROM b JOIN c ON b.x = c.x
    SELECT a FROM b INNER JOIN c USING (x, y) LEFT OUTER JOIN d ON TRUE RIGHT JOIN e ON FALSE FULL JOIN f USING (z)
    SELECT a FROM b CROSS JOIN c NATURAL JOIN d NATURAL LEFT JOIN e
    SELECT a FROM b JOIN (c JOIN d ON c.x = d.x) ON b.y = c.y
    SELECT a FROM (b JOIN c ON b.x = c.x) JOIN d ON d.y = c.y
    SELECT a FROM (b JOIN c ON b.x = c.x) AS j (k, l) WHERE j.k
    SELECT a FROM b JOIN c USING (x) AS j
    SELECT a FROM (b CROSS JOIN (c LEFT JOIN (d JOIN e ON true) ON true))
    SELECT a FROM (SELECT 1 AS a) AS b, LATERAL (SELECT b.a) AS c (d)
    SELECT a FROM (VALUES (1), (2)) AS v (a)
    SELECT a FROM ((SELECT 1 AS a UNION SELECT 2) ORDER BY 1) AS b
    SELECT a FROM f(1) AS g, LATERAL s.h(g.x) WITH ORDINALITY AS i (j, k), generate_series(1, 3) n
    SELECT a FROM f() AS (x int, y text), g() AS h (z numeric(3, 1)[] COLLATE "C")
    SELECT a FROM ROWS FROM (f(1), g(2)) WITH ORDINALITY AS r
    SELECT a FROM ROWS FROM (f(1) AS (x int), g(2)) AS r
    SELECT a FROM current_date AS d, coalesce(1, 2) AS c, CAST(1 AS int) AS i
    SELECT a FROM b TABLESAMPLE bernoulli (10) REPEATABLE (5), c AS d TABLESAMPLE s.system (1.5)
    SELECT a FROM xmltable('/x' PASSING y COLUMNS z int PATH '@z') AS t
    SELECT a FROM b WHERE c GROUP BY d, e + 1, (f, g), () HAVING count(*) > 1
    SELECT a FROM b GROUP BY ROLLUP (a, (b, c)), CUBE (d, e), GROUPING SETS ((f), (g, h), (), ROLLUP (i))
    SELECT a FROM b GROUP BY DISTINCT ROLLUP (a), CUBE (b)
    SELECT grouping(a, b) FROM c GROUP BY a, b
    SELECT a FROM b WINDOW w AS (PARTITION BY c ORDER BY d), x AS (w ROWS UNBOUNDED PRECEDING)
    SELECT sum(a) OVER w, row_number() OVER (), rank() OVER (w ORDER BY b DESC NULLS LAST) FROM c WINDOW w AS (PARTITION BY d)
    SELECT sum(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW) FROM c
    SELECT sum(a) OVER (RANGE BETWEEN '1 day'::interval PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM c
    SELECT sum(a) OVER (GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE GROUP) FROM c
    SELECT sum(a) OVER (ROWS BETWEEN CURRENT ROW AND b + 1 FOLLOWING EXCLUDE NO OTHERS) FROM c
    SELECT sum(a) OVER (ROWS CURRENT ROW), sum(a) OVER (ROWS 3 PRECEDING) FROM c
    SELECT sum(a) OVER (PARTITION BY b RANGE UNBOUNDED PRECEDING) FROM c
    SELECT a FROM b ORDER BY c, d ASC, e DESC NULLS FIRST, f NULLS LAST, g USING <, h USING OPERATOR(pg_catalog.>), 1
    SELECT a FROM b LIMIT 5 OFFSET 10
    SELECT a FROM b LIMIT ALL
    SELECT a FROM b OFFSET 3 ROWS FETCH FIRST ROW ONLY
    SELECT a FROM b ORDER BY a FETCH FIRST 5 ROWS WITH TIES
    SELECT a FROM b ORDER BY c OFFSET 2 FETCH NEXT (1 + 2) ROWS WITH TIES
    SELECT a FROM b FOR UPDATE
    SELECT a FROM b FOR NO KEY UPDATE OF b, c NOWAIT FOR SHARE SKIP LOCKED FOR KEY SHARE
    SELECT 1 UNION SELECT 2 UNION ALL SELECT 3
    SELECT 1 UNION (SELECT 2 UNION ALL SELECT 3)
    SELECT 1 EXCEPT SELECT 2 INTERSECT SELECT 3
    (SELECT 1 EXCEPT SELECT 2) INTERSECT ALL SELECT 3
    SELECT 1 INTERSECT (SELECT 2 EXCEPT ALL SELECT 3)
    SELECT 1 INTERSECT SELECT 2 INTERSECT (SELECT 3 INTERSECT SELECT 4)
    (SELECT 1 ORDER BY 1 LIMIT 1) UNION (SELECT 2 OFFSET 1) ORDER BY 1 LIMIT 3
    (WITH a AS (SELECT 1) SELECT * FROM a) UNION SELECT 2
    SELECT a FROM b UNION VALUES (1), (2) UNION TABLE c
    ((SELECT 1))
    (SELECT 1) LIMIT 2
    (SELECT 1 LIMIT 5) ORDER BY 1
    WITH a AS (SELECT 1), b (c, d) AS MATERIALIZED (SELECT 2, 3), e AS NOT MATERIALIZED (SELECT 4) SELECT * FROM a, b, e
    WITH RECURSIVE a (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a WHERE n < 5) SELECT sum(n) FROM a
    WITH a AS (INSERT INTO b VALUES (1) RETURNING *), c AS (UPDATE b SET d = 1 RETURNING d) SELECT * FROM a, c
    WITH a AS (WITH b AS (SELECT 1) SELECT * FROM b) SELECT (WITH c AS (SELECT 2) SELECT * FROM c) FROM a
    WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x FROM a) SEARCH DEPTH FIRST BY x SET y SELECT * FROM a
    WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x FROM a) CYCLE x SET c USING p SELECT * FROM a
    WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x FROM a) CYCLE x SET c TO 'y' DEFAULT 'n' USING p SELECT 1
    """#

  static let postgreSQLExpressions = #"""
    SELECT 1, -1, +1, - -1, -(-1), 1.5, .5, 1., 1e10, 1.5E-3, 12345678901234567890, -2147483648, -1.5
    SELECT 'x', '', 'it''s', 'a\b', E'a\\b\n', 'é', U&'d\0061t\+000061', $$x$$, $a$it's$a$
    SELECT TRUE, false, NULL, B'0101', X'1F', b'', N'x'
    SELECT a, a.b, a.b.c, a.b.c.d, "A"."B c", a."order", "user", a.user
    SELECT $1, $2::int, $1.a, $1[2]
    SELECT a + b * c - d / e % f ^ g, (a + b) * c, a - (b - c), a - b - c, (a * b) / c, a / (b * c), (a ^ b) ^ c, a ^ (b ^ c)
    SELECT -a, - a + b, -(a + b), -a ^ 2, (-a) ^ 2, -(a ^ 2), - - a, + a, -a::int, (-a)::int, (-1)::int, -1::int, (- 1) ^ 2
    SELECT a || b || c, a || (b || c), a + b || c, (a || b) + c, a || b + c, a -> 'b' ->> 'c', a #>> '{b,c}', a @> b AND c <@ d
    SELECT @ a, @ -5, !! a, ~ a, @ a + b, (@ a) + b, @ (a || b), (@ a) || b, a || @ b, a + (@ b), ~ ~ a, |/ 25.0, ||/ 27
    SELECT a = b, a <> b, a != b, a < b, a >= b, (a = b) = c, a = (b = c), (a < b) IS TRUE, a < (b IS NULL), NOT a = b, (NOT a) = b
    SELECT a AND b AND c, a OR b OR c, a AND b OR c AND d, (a OR b) AND (c OR d), a AND (b AND c), (a AND b) AND c, NOT (a AND b), NOT a AND b
    SELECT NOT NOT a, NOT (a OR b), NOT a IS NULL, (NOT a) IS NULL, NOT (a IN (1))
    SELECT a IS NULL, a IS NOT NULL, a ISNULL, a NOTNULL, (a IS NULL) IS NOT NULL, a + b IS NULL, (a = b) IS NULL, (a, b) IS NULL
    SELECT a IS TRUE, a IS NOT TRUE, a IS FALSE, a IS NOT FALSE, a IS UNKNOWN, a IS NOT UNKNOWN
    SELECT a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b + 1, (a IS DISTINCT FROM b) IS DISTINCT FROM c, a IS DISTINCT FROM (b IS NULL)
    SELECT a IS DOCUMENT, a IS NOT DOCUMENT, a IS NORMALIZED, a IS NFC NORMALIZED, a IS NOT NFKD NORMALIZED
    SELECT a BETWEEN 1 AND 2, a NOT BETWEEN 1 AND 2, a BETWEEN SYMMETRIC 1 AND 2, a NOT BETWEEN SYMMETRIC b AND c
    SELECT a BETWEEN b + 1 AND c * 2 AND d, a BETWEEN (b AND c) AND (d OR e), (a BETWEEN 1 AND 2) = b, a BETWEEN (b COLLATE "C") AND c COLLATE "C"
    SELECT a BETWEEN (b AT TIME ZONE 'x') + c AND d AT TIME ZONE 'y', a BETWEEN (b IS NULL) AND (c IN (1)), a BETWEEN -1 AND -2
    SELECT a IN (1), a IN (1, 2, 3), a NOT IN ('x', 'y'), a + b IN (c, d + e), (a, b) IN ((1, 2), (3, 4)), (a IN (1)) IN (b)
    SELECT a IN (SELECT b FROM c), a NOT IN (SELECT b FROM c), NOT a IN (SELECT 1), (a, b) IN (SELECT 1, 2), a IN (VALUES (1), (2))
    SELECT a LIKE 'x%', a NOT LIKE b || '%', a ILIKE 'x' ESCAPE '!', a NOT ILIKE 'x', a SIMILAR TO 'x', a NOT SIMILAR TO 'x' ESCAPE '#'
    SELECT a LIKE b ESCAPE c || d, (a LIKE b) LIKE c, a LIKE (b LIKE c), a LIKE (b = c), (a = b) LIKE c, a ~~ b, a !~~* b, a ~ 'x', a !~* 'y'
    SELECT a LIKE like_escape(b, 'c'), a SIMILAR TO similar_to_escape(b)
    SELECT a = ANY (b), a <> ALL (ARRAY[1, 2]), a = SOME ('{1,2}'::int[]), a + 1 < ANY (b), a LIKE ANY (b), a NOT ILIKE ALL (b), a OPERATOR(s.=) ANY (b)
    SELECT a = ANY (SELECT b FROM c), a > ALL (SELECT 1), (a, b) = ANY (SELECT 1, 2), a LIKE ANY (SELECT 'x'), (a = ANY (b)) = c, a = (b = ANY (c))
    SELECT EXISTS (SELECT 1), NOT EXISTS (SELECT FROM a), (SELECT 1), (SELECT 1) + 1, ARRAY(SELECT 1), ((SELECT 1)), (VALUES (1)), (TABLE a)
    SELECT CASE WHEN a THEN b END, CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' ELSE 'z' END, CASE WHEN a IN (1) THEN b ELSE c END + 1
    SELECT COALESCE(a, b, 1), NULLIF(a, ''), GREATEST(a, b), LEAST(1, 2, 3), coalesce(a) || 'x', "coalesce"(a)
    SELECT CURRENT_DATE, CURRENT_TIME, CURRENT_TIME(3), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP(0), LOCALTIME, LOCALTIME(1), LOCALTIMESTAMP, LOCALTIMESTAMP(2)
    SELECT CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER, CURRENT_CATALOG, CURRENT_SCHEMA, current_schema(), "user", "current_date"
    SELECT CAST(a AS int), a::int, a::int::text, (a + b)::numeric(10, 2), a::int[], 'x'::s.t, a::"char", CAST(-1 AS int), (a IS NULL)::int, NOT a::bool
    SELECT int '1', interval '1 day', interval '1' year, interval '1:2' hour to minute, interval(3) '1', date '2020-01-01', timestamp with time zone 'x', time(3) 'y'
    SELECT double precision '1', bit '1', bit(3) '101', varchar 'x', char(3) 'x', s.t 'x', t('x') 'y', numeric '1', bool 't', "Point" 'x', json '{}', bit varying(3) '1'
    SELECT a::double precision, a::time with time zone, a::timestamp(3) without time zone, a::interval day to second(2), a::bit varying(3), a::character(3)[], a::float(3)
    SELECT 't'::bool, 'f'::boolean, 't'::pg_catalog.bool, TRUE::bool, 1::bool
    SELECT a COLLATE "C", a COLLATE s."x" || b, (a || b) COLLATE "C", a COLLATE "C" COLLATE "D", -a COLLATE "C", a::text COLLATE "C"
    SELECT a AT TIME ZONE 'UTC', a AT TIME ZONE b AT TIME ZONE c, a + b AT TIME ZONE 'x', (a + b) AT TIME ZONE 'x', a::date AT TIME ZONE 'x', (a AT TIME ZONE 'x')::date
    SELECT timezone('UTC', a), pg_catalog.timezone('UTC', a), -(a AT TIME ZONE 'x'), a AT TIME ZONE (b || c), a AT TIME ZONE INTERVAL '1 hour'
    SELECT ARRAY[1, 2], ARRAY[]::int[], ARRAY[[1, 2], [3, 4]], ARRAY[ARRAY[1], ARRAY[2]], '{}'::int[], (ARRAY[1, 2])[1], ARRAY[(1, 2)]
    SELECT ROW(), ROW(1), ROW(1, 2), (1, 2), ROW(a.*), ROW(a.*, 1), (a, (b, c)), (1, 2) = (3, 4), (a, b) < (c, d), ROW(1) = ROW(2), (a, b) OVERLAPS (c, d)
    SELECT a[1], a[1][2], a[1:2], a[:2], a[1:], a[:], a.b[1], (a.b).c, (a).b, (a).b.c, (f(x)).y, (f(x))[1], a[1].b, (a[1]).b, (a).b[1], (a[1].b)[2], (a).*, (a.b).*
    SELECT (CASE WHEN a THEN b END).c, (SELECT a).b, (SELECT array_agg(x))[1], ($1).a, (a::t).b, (ROW(1, 2)).f1, ((a).b).c
    SELECT f(), f(1), s.f(a, b), c.s.f(a), "F"(a), f(a => 1, b := 2), f(1, b => 2), f(VARIADIC a), f(a, VARIADIC b), f(DISTINCT a), f(ALL a), f(*), f(a ORDER BY b DESC, c)
    SELECT count(*), count(DISTINCT a), count(*) FILTER (WHERE a > 0), string_agg(a, ',' ORDER BY b), array_agg(DISTINCT a ORDER BY a), f(VARIADIC a ORDER BY b)
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a DESC), mode() WITHIN GROUP (ORDER BY a) FILTER (WHERE b), f(a) FILTER (WHERE b) OVER (PARTITION BY c)
    SELECT left(a, 1), right(a, 2), "time"(a), "values"(1), char_length(a), date(a), text(a), name(a), "substring"(a, 1), substring(a, 1, 2), substring(a), overlay(a, b, 1)
    SELECT EXTRACT(YEAR FROM a), EXTRACT('epoch' FROM a), extract(isodow from a), EXTRACT("Week x" FROM a), date_part('year', a), pg_catalog.extract('day', a), pg_catalog.extract(a, b)
    SELECT SUBSTRING(a FROM 1 FOR 2), SUBSTRING(a FROM 'x'), SUBSTRING(a FOR 3), SUBSTRING(a FROM 1), SUBSTRING(a SIMILAR b ESCAPE c), pg_catalog.substring(a, 1, 2)
    SELECT POSITION('x' IN a), POSITION(a || b IN c), OVERLAY(a PLACING b FROM 1), OVERLAY(a PLACING b FROM 1 FOR 2), position((a IN (b)) IN c)
    SELECT TRIM(a), TRIM(FROM a), TRIM(BOTH 'x' FROM a), TRIM(LEADING FROM a), TRIM(TRAILING 'x' FROM a), TRIM('x' FROM a), btrim(a), ltrim(a, 'x'), TRIM(a, b), TRIM(LEADING FROM a, b)
    SELECT NORMALIZE(a), NORMALIZE(a, NFC), TREAT(a AS int), COLLATION FOR (a), XMLEXISTS('x' PASSING a)
    SELECT XMLELEMENT(NAME x, XMLATTRIBUTES(a AS b), 'y'), XMLCONCAT(a, b), XMLFOREST(a AS b), XMLPARSE(DOCUMENT a), XMLPI(NAME x), XMLROOT(a, VERSION '1'), XMLSERIALIZE(CONTENT a AS text)
    SELECT a OPERATOR(pg_catalog.+) b, a OPERATOR(s.@@) (b OPERATOR(s.@@) c), OPERATOR(pg_catalog.-) a, a OPERATOR(pg_catalog.=) b = c, a * b OPERATOR(s.+) c
    SELECT a ? 'b', a ?| ARRAY['b'], a ?& b, a <-> b, a && b, a << b, a >> 1, a & b | c # d, a -|- b, a <=> b, a ~* b, a ^@ b, a @@ b, a &< b, a -> -1, a - -b, a * -b
    SELECT a = b AND c = d OR NOT e AND f IS NOT NULL AND g BETWEEN 1 AND 2 OR h IN (1) AND i LIKE 'x' AND (j OR k) AND NOT (l AND m)
    SELECT (((a))), ((a) + (b)), ((1, 2)), (((SELECT 1)) + 1), (((a = b)))
    SELECT 1 AS "select", 2 AS from_, 3 AS "from", 4 AS "Order", 5 AS value, 6 AS "values", 7 AS "left", 8 AS year, 9 AS "time", 10 AS "user"
    """#
}
