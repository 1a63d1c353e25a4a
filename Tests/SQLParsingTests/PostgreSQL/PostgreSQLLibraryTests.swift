import CPgQuery
import SQLSyntax
import TestSupport
import Testing

@testable import SQLParsing

/// The library as the judge of our lexer and of what we make of a file.
private enum Library {
  /// Where each token starts and ends, without comments; `nil` for text that does not scan.
  static func tokens(_ text: String) -> [SourceRange]? {
    let result = unsafe pg_query_scan(text)
    defer { unsafe pg_query_free_scan_result(result) }
    guard unsafe result.error == nil else { return nil }
    let data = unsafe UnsafeRawPointer(result.pbuf.data)?.assumingMemoryBound(to: UInt8.self)
    guard let scan = unsafe pg_query__scan_result__unpack(nil, result.pbuf.len, data) else {
      return nil
    }
    defer { unsafe pg_query__scan_result__free_unpacked(scan, nil) }
    return (0..<(unsafe scan.pointee.n_tokens)).compactMap { index in
      guard let token = unsafe scan.pointee.tokens[index]?.pointee else { return nil }
      let isComment =
        unsafe token.token == PG_QUERY__TOKEN__SQL_COMMENT
        || token.token == PG_QUERY__TOKEN__C_COMMENT
      return isComment ? nil : unsafe SourceRange(Int(token.start), Int(token.end))
    }
  }

  static func accepts(_ text: String) -> Bool {
    let result = unsafe pg_query_parse_protobuf(text)
    defer { unsafe pg_query_free_protobuf_parse_result(result) }
    return unsafe result.error == nil
  }
}

@Suite struct `PostgreSQL's library and we` {
  private static let lines = [
    RoundTripCorpus.postgreSQLTables, RoundTripCorpus.postgreSQLObjects,
    RoundTripCorpus.postgreSQLRoutines, RoundTripCorpus.postgreSQLData,
    RoundTripCorpus.postgreSQLQueries, RoundTripCorpus.postgreSQLExpressions,
  ].flatMap(RoundTripCorpus.lines)

  private func checkTokens(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    // The library misplaces the ends of these forms.
    if ["U&'", "u&'", "U&\"", "u&\"", "N'"].contains(where: text.contains) { return }
    guard let expected = Library.tokens(text) else { return }
    let source = SourceText(name: "a.sql", text: text)
    let found = PostgreSQLLexer(source.utf8, in: source.range).tokens.map(\.range)
    #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
  }

  @Test func `see the same tokens in every statement`() {
    for line in Self.lines where !line.contains("FROM stdin") { checkTokens(line) }
  }

  @Test(arguments: [
    "1 .5 1. 1.5e3 1e+5 1e 1..2 1.e5 $1 a$1 $a", "a+-b a<-1 a-- x\n+b @- a*-1 a/-1 <=+ !=- ~-",
    "'a' 'b'\n'c' 'd' -- x\n 'e' E'a\\'b' b'01' X'1f' 'a''b' e'\\\\'",
    "$$a$$ $x$ $$ $y$ $x$ $é$a$é$ a$$b$$", "/* a /* b */ c */ d/**/e --f",
    "\"a\"\"b\"",
    "a::b c:=d e..f g[1:2] :x <<y>> => <> a.b.* (a).b", "größe Ä 表 _a a1_$", "a\tb\u{0C}c\rd\r\ne",
  ])
  func `see the same tokens in what is hard to cut`(text: String) {
    #expect(Library.tokens(text) != nil || text.contains("1e ") || text.contains("$a"))
    checkTokens(text)
  }

  /// A file is accepted exactly when the library accepts it whole.
  @Test func `accept the same of what is damaged`() {
    let seeds = stride(from: 0, to: Self.lines.count - 3, by: 3).map { index in
      Self.lines[index..<index + 3].joined(separator: ";\n")
    }
    var mutator = ByteMutator(seeds: seeds, seed: 20)
    var accepted = 0
    for _ in 0..<4000 {
      guard case .success(let source) = SourceText.decoding(mutator.next(), name: "a.sql") else {
        continue
      }
      let script = SQLParser.parse(source, dialect: .postgresql)
      let codes = script.diagnostics.map(\.code)
      // The library stops at a NUL byte, and knows neither psql nor a limit to nesting.
      if source.utf8.contains(0) || codes.contains(where: isOurOwn) { continue }
      let isAccepted = codes.allSatisfy { $0 == "body-syntax-error" }
      #expect(isAccepted == Library.accepts(source.text), "\(source.text)")
      if isAccepted { accepted += 1 }
    }
    #expect(accepted > 100)
  }

  private func isOurOwn(_ code: String) -> Bool {
    code.hasPrefix("psql") || code == "nested-too-deeply"
  }
}
