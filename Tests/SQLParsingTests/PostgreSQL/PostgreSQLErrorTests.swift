import SQLParsing
import SQLSyntax
import Testing

@Suite struct `Wrong SQL for PostgreSQL` {
  /// What is said of each mark, and how many statements are read all the same.
  private func check(
    _ marked: String, finds expected: [String], statements: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let sql = MarkedSQL(marked)
    let script = sql.script
    let marks = Dictionary(uniqueKeysWithValues: sql.marks.map { ($0.value, $0.key) })
    let found = script.diagnostics.map { diagnostic in
      let mark = diagnostic.range.flatMap { marks[$0.lowerBound] }.map(String.init) ?? "?"
      return "\(mark) \(diagnostic.code)"
    }
    #expect(found == expected, sourceLocation: sourceLocation)
    #expect(script.statements.count == statements, sourceLocation: sourceLocation)
  }

  @Test func `is found where it stands, and the rest is read`() {
    check("SELECT 1; SELECT 2 ①3; SELECT 4;", finds: ["① syntax-error"], statements: 2)
    check("SELEC 1;", finds: ["? syntax-error"], statements: 0)
    check(
      "①SELEC 1; SELECT FROM ②WHERE; SELECT 2", finds: ["① syntax-error", "② syntax-error"],
      statements: 1)
    check("CREATE TABLE a (b int①); SELECT 1", finds: [], statements: 2)
    check("SELECT 'ö' ①'b';", finds: ["① syntax-error"], statements: 0)
    check(
      "CREATE TABLE a (b int)\n①CREATE TABLE c (d int);", finds: ["① syntax-error"], statements: 0)
    check(
      "CREATE TABLE a (b ①int; CREATE TABLE c (d int);", finds: ["① syntax-error"], statements: 1)
    check("SELECT (1①; SELECT 2; SELECT 3", finds: ["? syntax-error"], statements: 2)
    check("①); SELECT 1", finds: ["① syntax-error"], statements: 1)
  }

  @Test func `that never ends is shown where it begins`() {
    check("SELECT 1; SELECT ①'abc; SELECT 2;", finds: ["① unterminated-quote"], statements: 1)
    check("SELECT 1; SELECT ①\"abc", finds: ["① unterminated-quote"], statements: 1)
    check("SELECT 1; ①/* abc /* */", finds: ["① unterminated-comment"], statements: 1)
    check("SELECT 1; DO ①$x$ BEGIN END $$;", finds: ["① unterminated-quote"], statements: 1)
    check("SELECT 1; SELECT ①E'abc\\'", finds: ["① unterminated-quote"], statements: 1)
  }

  @Test func `of psql is named as such`() {
    check("①\\connect x\nSELECT 1;", finds: ["① psql-meta-command"], statements: 1)
    check("SELECT 1 ①\\gset\nSELECT 2;", finds: ["① psql-meta-command"], statements: 2)
    check(
      "COPY a FROM stdin;\n①1\tit's\n\\.\nSELECT 1;", finds: ["① psql-copy-data"], statements: 2)
    check(
      "SELECT ①:x; SELECT ②:'x'; SELECT ③:\"x\"; SELECT a[1:2], b::c;",
      finds: ["① psql-variable", "② psql-variable", "③ psql-variable"], statements: 1)
  }

  @Test func `with a byte that cannot stand in SQL is refused at that byte`() {
    check("SELECT 1; SELECT ①\u{0}2; SELECT 3", finds: ["① syntax-error"], statements: 2)
  }

  @Test(arguments: [
    "", " \n\t", "-- only a comment", "/* one */ /* /* two */ */", ";;;", "\u{FEFF}",
  ])
  func `is not what an empty file is`(text: String) {
    let script = SQLParser.parse(SourceText(name: "a.sql", text: text), dialect: .postgresql)
    #expect(script.statements.isEmpty)
    #expect(script.diagnostics.isEmpty)
  }

  @Test func `says where it is in characters`() throws {
    let script = SQLParser.parse(
      SourceText(name: "a.sql", text: "SELECT 'größe';\n\nSELECT 'ö' ö 1;"), dialect: .postgresql)
    let diagnostic = try #require(script.diagnostics.first)
    #expect(diagnostic.position == SourcePosition(line: 3, column: 14))
    #expect(diagnostic.message == "syntax error at or near \"1\"")
  }

  @Test(arguments: [
    String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000),
    Array(repeating: "1", count: 20_000).joined(separator: " + "),
    String(repeating: "NOT ", count: 20_000) + "true",
    String(repeating: "(SELECT ", count: 5000) + "1" + String(repeating: ")", count: 5000),
    String(repeating: "CASE WHEN true THEN ", count: 5000) + "1"
      + String(repeating: " END", count: 5000),
    Array(repeating: "1", count: 20_000).joined(separator: " UNION ALL SELECT "),
    "(a)" + String(repeating: ".b", count: 20_000),
    Array(repeating: "1", count: 3000).joined(separator: " OPERATOR(pg_catalog.+) "),
  ])
  func `does not include what is only nested too deeply`(expression: String) {
    let text = "SELECT 1; SELECT \(expression); SELECT 2;"
    let script = SQLParser.parse(SourceText(name: "a.sql", text: text), dialect: .postgresql)
    #expect(script.diagnostics.map(\.code) == ["nested-too-deeply"])
    #expect(script.diagnostics.first?.severity == .warning)
    guard script.statements.count == 3, case .opaque(let statement) = script.statements[1].kind
    else {
      Issue.record("The deep statement is kept between its neighbours")
      return
    }
    #expect(statement.kind == "SELECT")
    #expect(statement.text == "SELECT \(expression)")
  }

  @Test func `with brackets that are open five thousand deep is an error`() {
    let text = "SELECT " + String(repeating: "(", count: 5000)
    let script = SQLParser.parse(SourceText(name: "a.sql", text: text), dialect: .postgresql)
    #expect(script.diagnostics.map(\.code) == ["nested-too-deeply"])
    #expect(script.hasErrors)
    #expect(script.statements.isEmpty)
  }

  @Test(arguments: [
    Array(repeating: "1", count: 290).joined(separator: " + "),
    Array(repeating: "1", count: 290).joined(separator: " UNION ALL SELECT "),
    String(repeating: "(", count: 140) + "1 + 1" + String(repeating: ")", count: 140),
    String(repeating: "(SELECT ", count: 140) + "1" + String(repeating: ")", count: 140),
    Array(repeating: "a.b = 1 AND c IS NOT NULL", count: 3000).joined(separator: " OR "),
    Array(repeating: "a.b + 1", count: 3000).joined(separator: ", "),
  ])
  func `does not include what is long or only fairly deep`(expression: String) {
    let script = SQLParser.parse(
      SourceText(name: "a.sql", text: "SELECT \(expression)"), dialect: .postgresql)
    #expect(script.diagnostics.isEmpty)
    guard case .select = script.statements.first?.kind else {
      Issue.record("The statement is read")
      return
    }
  }

  @Test(arguments: [
    "a + ①", "a b ①c", "①a, b", "①a AS b", "①1; SELECT 2", "①a FROM b", "①DISTINCT a",
    "1 ①\u{0} 2",
  ])
  func `is no expression`(marked: String) {
    let sql = MarkedSQL(marked)
    let result = SQLParser.parseExpression(sql.source.text, dialect: .postgresql)
    guard case .failure(let error) = result, let range = error.diagnostic.range else {
      Issue.record("\(marked) is no expression")
      return
    }
    #expect(sql.marks["①"].map { range.lowerBound <= $0 && $0 <= range.upperBound + 1 } == true)
  }

  @Test func `aside, an expression and a query can be read alone`() throws {
    let expression = try SQLParser.parseExpression("lower(a) || 'b'", dialect: .postgresql).get()
    #expect(SQLPrinter(dialect: .postgresql).print(expression) == "lower(a) || 'b'")
    let query = try SQLParser.parseQuery("SELECT a FROM b;", dialect: .postgresql).get()
    guard case .select(let core) = query.body else {
      Issue.record("The query is a SELECT")
      return
    }
    #expect(core.items.count == 1)
    #expect(throws: SyntaxError.self) {
      try SQLParser.parseQuery("DROP TABLE a", dialect: .postgresql).get()
    }
  }
}
