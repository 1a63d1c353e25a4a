import SQLParsing
import SQLSyntax
import Testing

/// A statement on its way through parser and printer.
struct RoundTrip {
  let sql: String
  let dialect: Dialect

  init(_ sql: String, _ dialect: Dialect) {
    self.sql = sql
    self.dialect = dialect
  }

  /// Fails where the printed text is read as anything else, or is not printed the same again.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    do {
      let tree = try Self.parse(sql, dialect)
      let printed = SQLPrinter(dialect: dialect).print(tree)
      let again = try Self.parse(printed, dialect)
      #expect(again == tree, "\(sql)\n\(printed)", sourceLocation: sourceLocation)
      let twice = SQLPrinter(dialect: dialect).print(again)
      #expect(twice == printed, sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(error)\n\(sql)", sourceLocation: sourceLocation)
    }
  }

  /// The statement as the printer writes it; the error's text where it is no SQL.
  var printed: String {
    do {
      return SQLPrinter(dialect: dialect).print(try Self.parse(sql, dialect))
    } catch {
      return "\(error)"
    }
  }

  static func parse(_ sql: String, _ dialect: Dialect) throws -> Statement {
    let script = SQLParser.parse(SourceText(name: "a.sql", text: sql), dialect: dialect)
    if let error = script.diagnostics.first(where: { $0.severity == .error }) {
      throw NotOneStatement(text: DiagnosticRenderer().render(error))
    }
    guard script.statements.count == 1 else {
      throw NotOneStatement(text: "\(script.statements.count) statements")
    }
    return script.statements[0]
  }

  struct NotOneStatement: Error {
    var text: String
  }
}

/// A statement with `@` where a name stands, and the rules that hold for names there.
struct NamePlace: Sendable {
  var sql: String
  var role: IdentifierRole

  init(_ sql: String, as role: IdentifierRole = .column) {
    self.sql = sql
    self.role = role
  }
}

extension RoundTripCorpus {
  static let namePlacesOnPostgreSQL = [
    NamePlace("CREATE TABLE @ (@ int, CONSTRAINT @ UNIQUE (@))"),
    NamePlace("CREATE TABLE s.@ (a int REFERENCES @ (@))", as: .column),
    NamePlace(
      "SELECT @, @.a, a.@ FROM @ AS @ WHERE @ = 1 AND @ IS NULL GROUP BY @ ORDER BY @ DESC"),
    NamePlace("SELECT 1 AS @, a.@", as: .label),
    NamePlace("SELECT @(1), @(a => 2)", as: .functionOrType),
    NamePlace("CREATE TABLE a (b @, c @[], d s.@)", as: .functionOrType),
    NamePlace("INSERT INTO @ (@) VALUES (1) ON CONFLICT (@) DO UPDATE SET @ = 1 RETURNING @"),
    NamePlace("CREATE INDEX @ ON @ (@, (@ + 1)) WHERE @ > 0"),
    NamePlace("ALTER TABLE @ ADD COLUMN @ int, DROP COLUMN @, ALTER COLUMN @ SET NOT NULL"),
    NamePlace("ALTER TABLE @ RENAME COLUMN @ TO @"),
    NamePlace("WITH @ (@) AS (SELECT 1) SELECT @ FROM @ JOIN @ AS a USING (@)"),
    NamePlace("UPDATE @ SET @ = @ WHERE @ BETWEEN @ AND @"),
  ]

  static let postgreSQLCanonical = #"""
    SELECT a AS b FROM c WHERE d = 1 AND (e OR f) ORDER BY g DESC NULLS LAST LIMIT 5
    SELECT count(*) FILTER (WHERE a > 0) OVER (PARTITION BY b) FROM c
    SELECT a::integer, -1, 'it''s', ARRAY[1, 2], (b).c, d[1], NOT e, f IS NOT NULL FROM t
    SELECT EXTRACT(year FROM a), a AT TIME ZONE 'UTC', TRIM(BOTH 'x' FROM b) FROM c
    CREATE UNIQUE INDEX i ON a (lower(b), c DESC) WHERE d IS NULL
    ALTER TABLE a ADD COLUMN b timestamp with time zone DEFAULT now() NOT NULL
    INSERT INTO a (b, c) VALUES (1, 'x') ON CONFLICT (b) DO UPDATE SET c = excluded.c
    DROP TABLE IF EXISTS a, s.b CASCADE
    GRANT SELECT ON TABLE a TO b
    COMMENT ON COLUMN a.b IS 'x'
    """#
}
