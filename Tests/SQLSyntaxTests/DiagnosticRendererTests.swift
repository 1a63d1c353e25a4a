import SQLSyntax
import Testing

@Suite struct `A diagnostic drawn for people` {
  /// Draws an error over the part of `sql` between two `¦`.
  private func check(
    _ sql: String, width: Int = 100, draws expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let diagnostic = Self.diagnostic(marked: sql)
    let drawn = DiagnosticRenderer(width: width).render(diagnostic)
    #expect(drawn == expected + "\n", sourceLocation: sourceLocation)
  }

  private static func diagnostic(marked sql: String) -> Diagnostic {
    let parts = sql.split(separator: "¦", omittingEmptySubsequences: false)
    let source = SourceText(name: "a.sql", text: parts.joined())
    let lower = parts[0].utf8.count
    let range = SourceRange(lower, lower + parts[1].utf8.count)
    return Diagnostic(code: "bad", "something is wrong", in: source, at: range)
  }

  @Test func `stands under the line it is about`() {
    check(
      "SELECT 1;\nSELECT ¦tilte¦ FROM book;\n",
      draws: """
        error[bad]: something is wrong
         --> a.sql:2:8
          |
        2 | SELECT tilte FROM book;
          |        ^^^^^
        """)
  }

  @Test func `makes room for long line numbers`() {
    check(
      String(repeating: "\n", count: 99) + "¦x¦",
      draws: """
        error[bad]: something is wrong
           --> a.sql:100:1
            |
        100 | x
            | ^
        """)
  }

  @Test func `has one caret where the range is empty, at the end of the file too`() {
    check(
      "SELECT 1¦¦",
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:9
          |
        1 | SELECT 1
          |         ^
        """)
    check(
      "SELECT\r\n¦¦",
      draws: """
        error[bad]: something is wrong
         --> a.sql:2:1
          |
        2 |
          | ^
        """)
  }

  @Test func `counts tabs as four and wide characters as two cells`() {
    check(
      "\tSELECT '表é', ¦x¦",
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:15
          |
        1 |     SELECT '表é', x
          |                   ^
        """)
    check(
      "'¦👨‍👩‍👧¦e\u{301}'",
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:2
          |
        1 | '👨‍👩‍👧e\u{301}'
          |  ^^
        """)
  }

  @Test func `shows the first of several lines and counts the others`() {
    check(
      "CREATE ¦TABLE a (\n  b int\n)¦;",
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:8
          |
        1 | CREATE TABLE a (
          |        ^^^^^^^^^ ... and 2 more lines
        """)
    check(
      "¦a\r\n¦b",
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:1
          |
        1 | a
          | ^
        """)
  }

  @Test func `cuts a long line to a window around the range`() {
    let long = String(repeating: "a", count: 1000)
    check(
      long + "¦XY¦" + long, width: 12,
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:1001
          |
        1 | ...aaaaXYaaaaaa...
          |        ^^
        """)
    check(
      "¦XY¦" + long, width: 6,
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:1
          |
        1 | XYaaaa...
          | ^^
        """)
  }

  @Test func `never sends control characters to the terminal`() {
    check(
      "a\u{1B}[31m¦\u{0}¦\u{202E}",
      draws: """
        error[bad]: something is wrong
         --> a.sql:1:7
          |
        1 | a␛[31m␀\u{FFFD}
          |       ^
        """)
  }

  @Test func `has notes with places of their own and help with what to write`() {
    var diagnostic = Self.diagnostic(marked: "SELECT ¦tilte¦;")
    let other = SourceText(name: "b.sql", text: "ALTER TABLE book ADD title text;")
    diagnostic.notes = [
      .init("the nearest column is added here", in: other, at: SourceRange(21, 26)),
      .init("b.sql runs later", in: other), .init("names are compared as they are"),
    ]
    let name = SourceRange(7, 12)
    diagnostic.fixIts = [
      FixIt("move this file behind b.sql"),
      FixIt(
        "write the column's name", edits: [.init(file: "a.sql", range: name, replacement: "t")]),
      FixIt("leave it out", edits: [.init(file: "a.sql", range: name, replacement: "")]),
      FixIt(
        "create it first",
        edits: [.init(file: "a.sql", range: SourceRange(0, 0), replacement: "ALTER TABLE\n  x;")]),
    ]
    #expect(
      DiagnosticRenderer().render(diagnostic) == """
        error[bad]: something is wrong
         --> a.sql:1:8
          |
        1 | SELECT tilte;
          |        ^^^^^
        note: the nearest column is added here
         --> b.sql:1:22
          |
        1 | ALTER TABLE book ADD title text;
          |                      -----
        note: b.sql runs later
         --> b.sql
        note: names are compared as they are
        help: move this file behind b.sql
        help: write the column's name: `t`
        help: leave it out: remove `tilte`
        help: create it first
         --> a.sql:1:1
          + ALTER TABLE
          +   x;

        """)
  }

  @Test func `names the file alone where there is no text`() {
    let diagnostic = Diagnostic(.warning, code: "empty-file", "the file is empty", file: "c.sql")
    #expect(
      DiagnosticRenderer().render([diagnostic, diagnostic]) == """
        warning[empty-file]: the file is empty
         --> c.sql

        warning[empty-file]: the file is empty
         --> c.sql

        """)
  }

  @Test func `is coloured only when asked`() {
    let diagnostic = Self.diagnostic(marked: "¦x¦")
    let plain = DiagnosticRenderer(color: false).render(diagnostic)
    let colored = DiagnosticRenderer(color: true).render(diagnostic)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.hasPrefix("\u{1B}[1;31merror[bad]\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
