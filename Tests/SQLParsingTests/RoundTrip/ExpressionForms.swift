import SQLSyntax

/// The forms of an expression, an operand's place marked by `@`.
enum ExpressionForms {
  static func all(in dialect: Dialect) -> [String] {
    lines(common) + lines(dialect == .sqlite ? sqlite : postgreSQL)
  }

  /// One or two forms of each precedence, for nesting three deep.
  static func chosen(in dialect: Dialect) -> [String] {
    lines(dialect == .sqlite ? chosenSQLite : chosenPostgreSQL)
  }

  static let leaves = ["a", "1", "-1", "'x'", "NULL", "TRUE", "1.5", "t.a", "CURRENT_TIMESTAMP"]

  /// The form with one of its places, counted from 0, filled in parentheses, the others by a name.
  ///
  /// `nil` where it has fewer places.
  static func fill(_ form: String, _ place: Int, with operand: String) -> String? {
    let parts = form.split(separator: "@", omittingEmptySubsequences: false)
    guard place < parts.count - 1 else { return nil }
    var result = String(parts[0])
    for (index, part) in parts.dropFirst().enumerated() {
      result += (index == place ? "(\(operand))" : "a") + part
    }
    return result
  }

  /// The form with a name in every place.
  static func plain(_ form: String) -> String { form.replacing("@", with: "a") }

  /// Each form with each operand in each of its places.
  static func nested(_ forms: [String], _ operands: [String]) -> [String] {
    forms.flatMap { form in
      (0..<4).flatMap { place in operands.compactMap { fill(form, place, with: $0) } }
    }
  }

  private static func lines(_ text: String) -> [String] { RoundTripCorpus.lines(text) }

  private static let common = """
    @ + @
    @ - @
    @ * @
    @ / @
    @ % @
    @ || @
    @ = @
    @ <> @
    @ < @
    @ >= @
    @ AND @
    @ OR @
    NOT @
    - @
    + @
    ~ @
    @ << @
    @ & @
    @ -> @
    @ IS NULL
    @ IS NOT NULL
    @ IS TRUE
    @ IS NOT FALSE
    @ IS DISTINCT FROM @
    @ IS NOT DISTINCT FROM @
    @ BETWEEN @ AND @
    @ NOT BETWEEN @ AND @
    @ IN (@, @)
    @ NOT IN (@)
    @ IN (SELECT @)
    @ LIKE @
    @ NOT LIKE @ ESCAPE @
    CASE WHEN @ THEN @ ELSE @ END
    CASE @ WHEN @ THEN @ END
    CAST(@ AS int)
    max(@, @)
    (@, 1) = (@, 2)
    EXISTS (SELECT @)
    (SELECT @)
    @ COLLATE nocase
    """

  private static let sqlite = """
    @ == @
    @ != @
    @ | @
    @ >> @
    @ ->> @
    @ IS @
    @ IS NOT @
    @ ISNULL
    @ NOT NULL
    @ GLOB @
    @ NOT GLOB @
    @ IN t
    @ IN ()
    count(*) FILTER (WHERE @)
    """

  private static let postgreSQL = """
    @ ^ @
    @ && @
    @ # @
    @ OPERATOR(s.*) @
    OPERATOR(s.-) @
    @ BETWEEN SYMMETRIC @ AND @
    @ ILIKE @
    @ NOT SIMILAR TO @ ESCAPE @
    @ = ANY (@)
    @ <> ALL (SELECT @)
    @ LIKE ANY (@)
    @ IS UNKNOWN
    @ IS DOCUMENT
    @ IS NORMALIZED
    @ AT TIME ZONE @
    @::int[]
    (@)[@]
    (@)[@:@]
    (@).f
    (@).*
    ARRAY[@, @]
    ROW(@)
    ROW(@, @)
    (@, @) OVERLAPS (@, @)
    COALESCE(@, @)
    EXTRACT(year FROM @)
    SUBSTRING(@ FROM @ FOR @)
    POSITION(@ IN @)
    OVERLAY(@ PLACING @ FROM @)
    TRIM(BOTH @ FROM @)
    f(VARIADIC @)
    f(b => @)
    f(DISTINCT @ ORDER BY @ DESC) FILTER (WHERE @)
    f() OVER (PARTITION BY @ ORDER BY @)
    f(@) WITHIN GROUP (ORDER BY @)
    ARRAY(SELECT @)
    """

  private static let chosenSQLite = """
    @ OR @
    NOT @
    @ = @
    @ BETWEEN @ AND @
    @ < @
    @ & @
    @ - @
    @ || @
    @ COLLATE nocase
    - @
    """

  private static let chosenPostgreSQL = """
    @ OR @
    NOT @
    @ IS NULL
    @ = @
    @ BETWEEN @ AND @
    @ || @
    ~ @
    @ - @
    @ AT TIME ZONE @
    - @
    @::int
    """
}

extension ExpressionForms {
  /// Where an expression can stand, marked by `#` in parentheses.
  static func contexts(in dialect: Dialect) -> [String] {
    lines(dialect == .sqlite ? contextsSQLite : contextsPostgreSQL)
  }

  private static let contextsSQLite = """
    CREATE TABLE x (a DEFAULT (#) NOT NULL, b AS (#), c CHECK (#), CHECK (#))
    CREATE INDEX x ON t ((#), (#) DESC, a) WHERE (#)
    ALTER TABLE t ADD x INT DEFAULT (#) COLLATE nocase
    SELECT (#), (#) AS x, a FROM t JOIN u ON (#) WHERE (#) GROUP BY (#), a HAVING (#) ORDER BY (#) DESC, 1
    SELECT a FROM t ORDER BY 1 LIMIT (#) OFFSET (#)
    SELECT sum(a) OVER (PARTITION BY (#) ORDER BY (#) DESC, a ROWS BETWEEN (#) PRECEDING AND (#) FOLLOWING) FROM t
    INSERT INTO t VALUES ((#), (#), 1), (1, 2, (#)) ON CONFLICT (a) WHERE (#) DO UPDATE SET a = (#), b = 1 WHERE (#) RETURNING (#), a
    UPDATE t SET a = (#), (b, c) = ((#), 1) FROM u WHERE (#) RETURNING (#)
    DELETE FROM t WHERE (#)
    CREATE TRIGGER x AFTER UPDATE ON t WHEN (#) BEGIN SELECT (#); END
    WITH k AS (VALUES ((#))) SELECT * FROM json_each((#), 1) AS j
    """

  private static let contextsPostgreSQL = """
    CREATE TABLE x (a int DEFAULT (#) NOT NULL, b int GENERATED ALWAYS AS (#) STORED, c int CHECK (#), CHECK (#))
    CREATE TABLE x (EXCLUDE USING gist ((#) WITH =, a WITH &&) WHERE (#)) PARTITION BY RANGE (a, (#))
    CREATE TABLE x PARTITION OF y FOR VALUES FROM ((#), 1) TO (2, (#))
    CREATE TABLE x PARTITION OF y FOR VALUES IN ((#), 1)
    CREATE INDEX x ON t ((#), (#) DESC, a) INCLUDE (b) WHERE (#)
    CREATE STATISTICS x ON (#), a FROM t
    ALTER TABLE t ALTER a SET DEFAULT (#), ALTER b TYPE int USING (#), ADD CONSTRAINT c CHECK (#) NOT VALID
    CREATE DOMAIN x AS int DEFAULT (#) CHECK (#) NOT NULL
    ALTER DOMAIN x SET DEFAULT (#)
    CREATE FUNCTION x(a int DEFAULT (#), b int = (#)) RETURNS int RETURN (#)
    CREATE POLICY x ON t USING (#) WITH CHECK (#)
    CREATE TRIGGER x AFTER UPDATE ON t FOR EACH ROW WHEN (#) EXECUTE FUNCTION f()
    SELECT (#), (#) AS x, a FROM t JOIN u ON (#) WHERE (#) GROUP BY (#), a HAVING (#) ORDER BY (#) DESC, (#) USING <, 1
    SELECT DISTINCT ON ((#), a) a FROM f((#)), LATERAL g((#)) AS h LIMIT 5 + (#) OFFSET (#)
    SELECT a FROM t ORDER BY 1 OFFSET (#) FETCH FIRST ((#) + 1) ROWS WITH TIES
    SELECT a FROM t TABLESAMPLE s((#), 1) REPEATABLE ((#))
    SELECT sum(a) OVER (PARTITION BY (#) ORDER BY (#) DESC ROWS BETWEEN (#) PRECEDING AND (#) FOLLOWING) FROM t
    SELECT a FROM t GROUP BY ROLLUP ((#), a), GROUPING SETS ((#), ()), CUBE (((#), b))
    INSERT INTO t VALUES ((#), (#)) ON CONFLICT ((#), a) WHERE (#) DO UPDATE SET a = (#) WHERE (#) RETURNING (#), a
    UPDATE t SET a = (#), (b, c) = ((#), 1), d[(#)] = 1 FROM u WHERE (#) RETURNING (#)
    DELETE FROM t USING u WHERE (#)
    CALL f((#), b => (#))
    WITH k AS (VALUES ((#))) SELECT 1
    """
}
