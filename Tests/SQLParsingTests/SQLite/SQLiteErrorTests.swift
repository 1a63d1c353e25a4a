import SQLParsing
import SQLSyntax
import Testing

/// What wrong SQL gets: a code and a place, and the statements around it are read all the same.
@Suite struct `Wrong SQLite SQL` {
  /// «…» marks where each diagnostic stands, in order; an empty mark is the end of the text.
  private func check(
    _ marked: String, _ codes: String..., statements: Int = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var text: [UInt8] = []
    var ranges: [SourceRange] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = text.count
      case "»": ranges.append(SourceRange(start, text.count))
      default: text += Array(String(scalar).utf8)
      }
    }
    let source = SourceText(name: "a.sql", text: String(decoding: text, as: UTF8.self))
    let script = SQLiteParser.parse(source)
    #expect(script.diagnostics.map(\.code) == codes, sourceLocation: sourceLocation)
    #expect(script.diagnostics.map(\.range) == ranges, sourceLocation: sourceLocation)
    #expect(script.statements.count == statements, sourceLocation: sourceLocation)
  }

  @Test func `is told at the token where it became clear`() {
    check("SELECT 1 FORM «t» WHERE", "syntax-error")
    check("SELECT a,\n  «FROM» t", "syntax-error")
    check("CREATE TABLE t (a INT«;» SELECT 1;", "syntax-error", statements: 1)
    check("CREATE TABLE t (a INT«»", "incomplete-statement")
    check("SELECT «'open FROM t;\nSELECT 2;»", "unterminated-string")
    check("SELECT «\"open FROM t»", "unterminated-name")
    check("SELECT «`open»", "unterminated-name")
    check("SELECT «[open»", "unterminated-name")
    check("SELECT «x'12»", "unterminated-blob")
    check("SELECT «x'1'»", "invalid-blob")
    check("SELECT «1_000»", "invalid-number")
    check("SELECT «@» FROM t", "invalid-parameter")
    check("SELECT «?0»", "parameter-number-out-of-range")
    check("SELECT a «!» b", "unrecognized-token")
    check("CREATE TABLE t (a) «FAST»", "unknown-table-option")
    check("SELECT * FROM a «LEFT INNER JOIN» b", "unknown-join")
    check("SELECT * FROM a «ON» b", "condition-without-join")
    check("«SELECT 1 ORDER BY 1» UNION SELECT 2", "clause-before-set-operator")
    check("SELECT sum(a) OVER (ROWS «1 FOLLOWING») FROM t", "unsupported-frame")
    check("CREATE TABLE t (a DEFAULT 1 «AS (2)»)", "generated-column")
  }

  @Test func `does not hide what stands behind it`() {
    check(
      "SELECT 1; «SELCT» 2; SELECT 3; DROP «TABEL» x; SELECT 4", "syntax-error", "syntax-error",
      statements: 3)
    check("INSERT INTO t «VALUE» (1; 2); SELECT 2;", "syntax-error", statements: 1)
    check("CREATE TABLE t (a ,«,» b INT); SELECT 2", "syntax-error", statements: 1)
    check(
      "CREATE TABLE t (a INT, b «(»c ( d; CREATE TABLE u (a);", "syntax-error", statements: 1)
  }

  @Test func `in a trigger's body spoils the trigger and no more`() {
    check(
      """
      CREATE TRIGGER g AFTER INSERT ON t BEGIN
        UPDATE t SET a = 1;
        UPDATE t «SAT» a = 2;
        DELETE FROM t;
      END;
      SELECT 1;
      """, "syntax-error", statements: 1)
    check(
      "CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE «main.t» SET a = 1; END; SELECT 1",
      "qualified-table-in-trigger", statements: 1)
    check(
      "CREATE TRIGGER g AFTER INSERT ON t «EXECUTE» f(); CREATE TABLE t (a); SELECT 1",
      "syntax-error", statements: 2)
  }

  @Test func `ends at a NUL byte, which is told`() {
    check("SELECT 1; SELECT 2«\0»; SELECT 3", "nul-byte", statements: 2)
  }

  @Test func `is not what SQLite lets pass`() {
    check("\u{FEFF}SELECT 1;\r\nSELECT 2", statements: 2)
    check("SELECT 1 /* no end", statements: 1)
    check("-- nothing\n/* at all */ ;;", statements: 0)
    check("", statements: 0)
  }

  @Test(arguments: ["(", "SELECT (", "- ", "NOT ", "CASE ", "f(", "a IN (", "EXISTS (SELECT "])
  func `of 5,000 levels is refused, not fallen over`(opening: String) {
    let text = "SELECT " + String(repeating: opening, count: 5_000) + "1; SELECT 2;"
    let script = SQLiteParser.parse(SourceText(name: "a.sql", text: text))
    #expect(script.diagnostics.count == 1)
    #expect(script.statements.count == 1)
  }

  @Test func `in an expression alone is told there`() {
    guard case .failure(let error) = SQLiteParser.parseExpression("a + ) b") else {
      _ = Issue.record("It was read"); return
    }
    #expect(error.diagnostic.range == SourceRange(4, 5))
    guard case .failure(let rest) = SQLiteParser.parseExpression("a b") else {
      _ = Issue.record("It was read"); return
    }
    #expect(rest.diagnostic.range == SourceRange(2, 3))
  }
}
