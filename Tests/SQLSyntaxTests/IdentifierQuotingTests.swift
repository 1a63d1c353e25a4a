import SQLSyntax
import Testing

@Suite struct `A name written as SQL` {
  private func check(
    _ text: String, _ dialect: Dialect, as role: IdentifierRole = .column, gives expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      Identifier(text).quoted(in: dialect, as: role) == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: Dialect.allCases)
  func `stands without quotes where it is a plain word`(dialect: Dialect) {
    for name in ["author", "_hidden", "a1", "a$b", "snake_case", "name", "text", "key", "action"] {
      check(name, dialect, gives: name)
    }
  }

  @Test(arguments: Dialect.allCases)
  func `is quoted where it is no word`(dialect: Dialect) {
    check("", dialect, gives: "\"\"")
    check("1a", dialect, gives: "\"1a\"")
    check("$a", dialect, gives: "\"$a\"")
    check("a b", dialect, gives: "\"a b\"")
    check("a.b", dialect, gives: "\"a.b\"")
    check("a-b", dialect, gives: "\"a-b\"")
    check("say \"hi\"", dialect, gives: "\"say \"\"hi\"\"\"")
    check("it's", dialect, gives: "\"it's\"")
    check("a\nb", dialect, gives: "\"a\nb\"")
    check("e\u{301}", dialect, gives: dialect == .sqlite ? "e\u{301}" : "\"e\u{301}\"")
    check("\"\u{301}", dialect, gives: "\"\"\"\u{301}\"")
  }

  @Test(arguments: Dialect.allCases)
  func `is quoted where it is a reserved word`(dialect: Dialect) {
    for name in ["select", "table", "order", "group", "where", "from", "values", "check"] {
      check(name, dialect, gives: "\"\(name)\"")
    }
  }

  @Test func `keeps its capitals on PostgreSQL by quotes, on SQLite as it is`() {
    check("Author", .postgresql, gives: "\"Author\"")
    check("Author", .sqlite, gives: "Author")
    check("ORDER", .sqlite, gives: "\"ORDER\"")
    check("Key", .sqlite, gives: "Key")
  }

  @Test func `is quoted on PostgreSQL alone where letters are not ASCII`() {
    check("größe", .postgresql, gives: "\"größe\"")
    check("größe", .sqlite, gives: "größe")
    check("表", .postgresql, gives: "\"表\"")
    check("😀", .sqlite, gives: "😀")
  }

  @Test func `is free of quotes where its class of keyword allows the place`() {
    check("left", .postgresql, as: .functionOrType, gives: "left")
    check("left", .postgresql, gives: "\"left\"")
    check("left", .postgresql, as: .label, gives: "left")
    check("time", .postgresql, as: .functionOrType, gives: "\"time\"")
    check("time", .postgresql, gives: "\"time\"")
    check("time", .postgresql, as: .label, gives: "time")
    check("user", .postgresql, as: .label, gives: "\"user\"")
    check("user", .sqlite, gives: "user")
    check("replace", .sqlite, as: .functionOrType, gives: "replace")
    check("replace", .sqlite, gives: "\"replace\"")
  }

  @Test func `is cut to 63 bytes on PostgreSQL, at a whole character`() {
    let long = String(repeating: "a", count: 70)
    check(long, .postgresql, gives: String(repeating: "a", count: 63))
    check(long, .sqlite, gives: long)
    let wide = String(repeating: "a", count: 62) + "é"
    check(wide, .postgresql, gives: String(repeating: "a", count: 62))
    check(
      "x" + String(repeating: "é", count: 31), .postgresql,
      gives: "\"x" + String(repeating: "é", count: 31) + "\"")
  }

  @Test func `folds on PostgreSQL in ASCII only`() {
    #expect(Identifier.foldedPostgreSQL("AuthorÄ") == "authorÄ")
    #expect(Identifier("Author") != Identifier("author"))
    #expect(Identifier("Author").key(in: .sqlite) == Identifier("aUTHOR").key(in: .sqlite))
    #expect(Identifier("Ä").key(in: .sqlite) != Identifier("ä").key(in: .sqlite))
    #expect(Identifier("Author").key(in: .postgresql) == "Author")
  }
}
