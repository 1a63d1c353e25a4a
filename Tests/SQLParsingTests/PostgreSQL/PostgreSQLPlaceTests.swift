import SQLParsing
import SQLSyntax
import Testing

@Suite struct `Places in PostgreSQL's tree` {
  @Test(arguments: [
    RoundTripCorpus.postgreSQLTables, RoundTripCorpus.postgreSQLObjects,
    RoundTripCorpus.postgreSQLRoutines, RoundTripCorpus.postgreSQLData,
    RoundTripCorpus.postgreSQLQueries, RoundTripCorpus.postgreSQLExpressions,
  ])
  func `spell every name`(corpus: String) {
    for line in RoundTripCorpus.lines(corpus) { checkNames(line) }
  }

  /// Every name stands where its place says, but for those that the grammar itself supplies.
  private func checkNames(_ sql: String) {
    let source = SourceText(name: "a.sql", text: sql)
    for statement in SQLParser.parse(source, dialect: .postgresql).statements {
      for found in namesInTree(statement) where !isSupplied(found, by: sql) {
        guard let range = found.name.place.range else {
          Issue.record("\(found.field) \(found.name.text) has no place in \(sql)")
          continue
        }
        let spelling = source[range]
        #expect(meaning(spelling) == found.name.text, "\(found.field) in \(sql)")
      }
    }
  }

  private func meaning(_ spelling: String) -> String {
    guard let quote = spelling.first, quote == "\"" || quote == "'" else {
      return Identifier.foldedPostgreSQL(spelling).text
    }
    return String(spelling.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  /// Types and functions with a spelling of their own, and what has no name.
  private func isSupplied(_ found: NameInTree, by sql: String) -> Bool {
    let name = found.name
    if name.text.isEmpty || name.text == "pg_catalog" { return true }
    if found.field == "ObjectName.name", Self.suppliedNames.contains(name.text) { return true }
    // The grammar writes the query of a recursive view itself.
    return name.place.range == nil && sql.hasPrefix("CREATE RECURSIVE VIEW")
  }

  private static let suppliedNames: Set<String> = [
    "int2", "int4", "int8", "float4", "float8", "bool", "bpchar", "varchar", "numeric", "varbit",
    "bit", "timestamptz", "timetz", "timestamp", "time", "interval", "timezone", "extract",
    "btrim", "ltrim", "rtrim", "position", "overlay", "substring", "normalize", "is_normalized",
    "pg_collation_for", "overlaps", "xmlexists", "similar_to_escape", "like_escape",
  ]

  @Test(arguments: [
    "CREATE TABLE ①a (②b int, CONSTRAINT ③c UNIQUE (④b))",
    "CREATE TABLE a (b int REFERENCES ①s.②t (③u) ON DELETE SET NULL, FOREIGN KEY (④b) REFERENCES ⑤v)",
    "ALTER TABLE ①a ADD COLUMN ②b ③\"T\", DROP CONSTRAINT IF EXISTS ④c, ALTER ⑤d TYPE ⑥e",
    "CREATE INDEX ①i ON ②a (③b, lower(④c)) INCLUDE (⑤d) WHERE ⑥e > 0",
    "CREATE INDEX ①index ON ②index (③index)",
    "DROP TABLE ①a, ②s.③b",
    "DROP INDEX CONCURRENTLY IF EXISTS ①i",
    "DROP TRIGGER ①a ON ②b",
    "COMMENT ON COLUMN ①a.②b IS 'b'",
    "COMMENT ON CONSTRAINT ①c ON ②a IS 'a'",
    "ALTER TABLE ①a RENAME COLUMN ②a TO ③b",
    "ALTER TABLE a RENAME CONSTRAINT ①c TO ②d",
    "ALTER TYPE ①t RENAME TO ②u",
    "INSERT INTO ①a (②b) SELECT ③c.④d FROM ⑤e ⑥c ON CONFLICT ON CONSTRAINT ⑦k DO NOTHING",
    "WITH ①w (②x) AS (SELECT 1) UPDATE ③a AS ④b SET ⑤c = ⑥w.⑦x FROM ⑧w",
    "CREATE VIEW ①v (②a) AS SELECT ③b FROM ④t",
    "CREATE FUNCTION ①f (②a ③t) RETURNS ④t LANGUAGE ⑤sql AS 'SELECT 1'",
    "CREATE TRIGGER ①t BEFORE UPDATE OF ②c ON ③a EXECUTE FUNCTION ④s.⑤f()",
    "CREATE POLICY ①p ON ②a TO ③r USING (④b)",
    "GRANT SELECT (①a) ON ②t TO ③r",
    "CREATE TYPE ①s.②t AS (③a ④u)",
    "CREATE SEQUENCE ①s OWNED BY ②a.③b",
    "CREATE SCHEMA ①s CREATE TABLE ②a (③b int) CREATE VIEW ④v AS SELECT ⑤b FROM ⑥a",
    "DO $$ BEGIN IF NOT EXISTS (SELECT FROM ①a) THEN ALTER TABLE ②b DROP COLUMN ③c; END IF; END $$",
    "DO $$ BEGIN EXECUTE 'CREATE TABLE ①a (②b int)'; END $$",
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT ①a FROM ②b); END'",
  ])
  func `stand at each mark`(marked: String) {
    let sql = MarkedSQL(marked)
    let script = sql.script
    #expect(!script.hasErrors)
    let names = script.statements.flatMap(namesInTree).compactMap(\.name.place.range?.lowerBound)
    for (mark, offset) in sql.marks {
      #expect(names.contains(offset), "\(mark) in \(marked)")
    }
  }

  @Test(arguments: [
    "  ①SELECT 1② ;", "①SELECT 1②;③SELECT 2④;", "-- x\n①SELECT 1② -- y\n;",
    "/* ; */ ①SELECT ';'②;;",
    "①CREATE RULE r AS ON INSERT TO a DO (SELECT 1; SELECT 2)②;\n③SELECT 3④",
    "①CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END②; ③SELECT 3④",
    "①DO $a$ ; $$ ; $a$②;", "\u{FEFF}①SELECT 1②;\r\n③SELECT 2④;\r\n",
  ])
  func `of statements go from the first token to the last`(marked: String) {
    let sql = MarkedSQL(marked)
    let offsets = sql.script.statements.compactMap(\.place.range).flatMap {
      [$0.lowerBound, $0.upperBound]
    }
    #expect(offsets == sql.marks.values.sorted())
  }

  @Test(arguments: [
    ("CREATE TABLE a (①b int NOT NULL②, c int)", "column"),
    ("ALTER TABLE a ADD b int, ①DROP COLUMN c②", "action"),
    ("CREATE TABLE a (b int, ①CONSTRAINT c CHECK ((b > 0)) NO INHERIT②)", "constraint"),
    ("CREATE TABLE a (b int ①REFERENCES c ON DELETE SET NULL② NOT NULL)", "constraint"),
    ("CREATE INDEX i ON a (①lower(b) DESC NULLS LAST②, c)", "key"),
    ("CREATE TABLE a (b ①timestamp(3) with time zone[]②)", "type"),
    ("SELECT ①count(*) FILTER (WHERE a) OVER (ORDER BY b)② FROM c", "call"),
    ("SELECT 1 WHERE ①(a OR b) AND c = ANY (d)②", "expression"),
    ("SELECT ①-1 + 2 * (3 - 4)②", "expression"),
    ("SELECT ①a BETWEEN 1 AND (2)②", "expression"),
    ("SELECT ①x IN (SELECT y FROM z)②", "expression"),
    ("SELECT ①CAST(a AS text)②, 1", "expression"),
    ("SELECT ①CASE WHEN a THEN b END②, 1", "expression"),
  ])
  func `of nodes cover all their tokens`(marked: String, kind: String) {
    let sql = MarkedSQL(marked)
    let bounds = sql.marks.values.sorted()
    var ranges: [SourceRange] = []
    for statement in sql.script.statements {
      statement.walk { node in
        if let range = place(of: node, as: kind)?.range { ranges.append(range) }
        return true
      }
    }
    #expect(ranges.contains(SourceRange(bounds[0], bounds[1])), "\(marked) \(ranges)")
  }

  private func place(of node: any SyntaxNode, as kind: String) -> Place? {
    switch (kind, node) {
    case ("column", let node as ColumnDefinition): node.place
    case ("action", let node as AlterTableAction): node.place
    case ("constraint", let node as SQLSyntax.Constraint): node.place
    case ("key", let node as IndexKey): node.place
    case ("type", let node as TypeName): node.place
    case ("call", let node as FunctionCall): node.place
    case ("expression", let node as SQLExpression): node.place
    default: nil
    }
  }
}
