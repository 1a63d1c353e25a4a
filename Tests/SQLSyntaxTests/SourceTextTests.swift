import SQLSyntax
import Testing

@Suite struct `A source text` {
  private func check(
    _ text: String, _ offset: Int, isAt position: (Int, Int),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = SourceText(name: "a.sql", text: text).position(of: offset)
    #expect(
      found == SourcePosition(line: position.0, column: position.1),
      sourceLocation: sourceLocation)
  }

  @Test func `counts lines and columns from 1`() {
    check("ab\ncd", 0, isAt: (1, 1))
    check("ab\ncd", 2, isAt: (1, 3))
    check("ab\ncd", 3, isAt: (2, 1))
    check("ab\ncd", 5, isAt: (2, 3))
    check("ab\n", 3, isAt: (2, 1))
    check("", 0, isAt: (1, 1))
  }

  @Test func `counts columns in scalars, not bytes`() {
    check("é表😀x", 2, isAt: (1, 2))
    check("é表😀x", 5, isAt: (1, 3))
    check("é表😀x", 9, isAt: (1, 4))
    check("e\u{301}x", 3, isAt: (1, 3))
  }

  @Test func `takes an offset outside for the nearest end`() {
    check("ab\n", -5, isAt: (1, 1))
    check("ab\n", 99, isAt: (2, 1))
  }

  @Test func `counts a scalar as begun for an offset inside it`() {
    check("a😀b", 1, isAt: (1, 2))
    check("a😀b", 2, isAt: (1, 3))
    check("a😀b", 4, isAt: (1, 3))
    check("a😀b", 5, isAt: (1, 3))
  }

  @Test func `leaves line ends out of its lines`() {
    func lines(_ text: String) -> [String] {
      let source = SourceText(name: "a.sql", text: text)
      return (1...source.lineCount).compactMap { line in
        source.lineRange(line).map { source[$0] }
      }
    }
    #expect(lines("a\nb") == ["a", "b"])
    #expect(lines("a\r\nb\r\n") == ["a", "b", ""])
    #expect(lines("\r\n\n\r") == ["", "", "\r"])
    #expect(lines("") == [""])
    let source = SourceText(name: "a.sql", text: "a\n")
    #expect(source.lineRange(0) == nil)
    #expect(source.lineRange(3) == nil)
  }

  @Test func `cuts ranges that reach outside`() {
    let source = SourceText(name: "a.sql", text: "abc")
    #expect(source[SourceRange(1, 9)] == "bc")
    #expect(source[SourceRange(7, 9)] == "")
    #expect(source[source.range] == "abc")
    #expect(source.text == "abc")
  }

  @Test func `agrees with a count from the start at every byte`() {
    let text = "a\r\né\n\n表😀\tb\r"
    let source = SourceText(name: "a.sql", text: text)
    var expected = SourcePosition(line: 1, column: 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      #expect(source.position(of: offset) == expected)
      offset += UTF8.width(scalar)
      expected =
        scalar == "\n"
        ? SourcePosition(line: expected.line + 1, column: 1)
        : SourcePosition(line: expected.line, column: expected.column + 1)
    }
    #expect(source.position(of: offset) == expected)
  }

  @Test func `is made of valid bytes only`() {
    func firstInvalid(_ bytes: [UInt8]) -> Int? {
      switch SourceText.decoding(bytes, name: "a.sql") {
      case .success: nil
      case .failure(let error): error.offset
      }
    }
    #expect(firstInvalid(Array("é表😀\u{0}".utf8)) == nil)
    #expect(firstInvalid([]) == nil)
    #expect(firstInvalid([0x61, 0xFF]) == 1)
    #expect(firstInvalid([0xC3, 0xA9, 0xE8, 0xA1]) == 2)
    #expect(firstInvalid([0xC0, 0x80]) == 0)
    #expect(firstInvalid([0xED, 0xA0, 0x80]) == 0)
    #expect(firstInvalid([0x61, 0x80, 0x61]) == 1)
  }
}
