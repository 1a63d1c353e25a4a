import SQLSyntax
import Testing

@Suite struct `A diagnostic` {
  private let source = SourceText(name: "a.sql", text: "SELECT 1;\nSELECT 2;")

  @Test func `knows the line and column where it starts`() {
    let diagnostic = Diagnostic(code: "bad", "wrong", in: source, at: SourceRange(17, 18))
    #expect(diagnostic.position == SourcePosition(line: 2, column: 8))
    #expect(diagnostic.file == "a.sql")
    #expect(diagnostic.severity == .error)
  }

  @Test func `has no position without a range or without a text`() {
    #expect(Diagnostic(code: "bad", "wrong", in: source, at: nil).position == nil)
    #expect(Diagnostic(code: "bad", "wrong", file: "a.sql").position == nil)
  }

  @Test func `makes a script erroneous only as an error`() {
    func script(_ severity: Diagnostic.Severity) -> Script {
      Script(
        source: source, dialect: .sqlite, statements: [],
        diagnostics: [Diagnostic(severity, code: "x", "y", in: source, at: nil)])
    }
    #expect(script(.error).hasErrors)
    #expect(!script(.warning).hasErrors)
    #expect(!script(.note).hasErrors)
  }

  @Test func `leaves places out of what nodes mean`() {
    let here = Identifier("a", place: Place(0, 1))
    let there = Identifier("a", quoting: .double, place: Place(7, 8))
    #expect(here == there)
    #expect(here.hashValue == there.hashValue)
    #expect(here.place.range != there.place.range)
  }
}
