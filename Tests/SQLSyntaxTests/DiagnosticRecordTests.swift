import Foundation
import SQLSyntax
import Testing

@Suite struct `A diagnostic for programs` {
  private func json(_ diagnostic: Diagnostic) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(DiagnosticRecord(diagnostic)), as: UTF8.self)
  }

  @Test func `has its place in lines, columns and bytes`() throws {
    let source = SourceText(name: "a.sql", text: "-- é\nSELECT x\ny;")
    let diagnostic = Diagnostic(
      code: "bad", "it's wrong", in: source, at: SourceRange(13, 16),
      notes: [.init("here", in: source, at: SourceRange(0, 2)), .init("and so on")],
      fixIts: [
        FixIt("mend", edits: [.init(file: "a.sql", range: SourceRange(13, 14), replacement: "z")])
      ])
    #expect(
      try json(diagnostic) == """
        {"code":"bad","column":8,"endColumn":2,"endLine":3,"endOffset":16,"file":"a.sql",\
        "fixIts":[{"edits":[{"endOffset":14,"file":"a.sql","line":2,"offset":13,\
        "replacement":"z"}],"message":"mend"}],"line":2,"message":"it's wrong",\
        "notes":[{"column":1,"endColumn":3,"endLine":1,"endOffset":2,"file":"a.sql","line":1,\
        "message":"here","offset":0},{"message":"and so on"}],"offset":13,"severity":"error"}
        """)
  }

  @Test func `leaves out what it does not know`() throws {
    #expect(
      try json(Diagnostic(.note, code: "odd", "well", file: nil)) == """
        {"code":"odd","fixIts":[],"message":"well","notes":[],"severity":"note"}
        """)
  }
}
