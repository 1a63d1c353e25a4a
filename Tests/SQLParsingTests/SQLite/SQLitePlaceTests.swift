import SQLParsing
import SQLSyntax
import TestSupport
import Testing

/// Where statements, names and errors stand.
@Suite struct `Every place is exact` {
  /// Each name's place holds the name as it was written.
  @Test func `for the names of every seed`() {
    for seed in SQLiteSeeds.all {
      let source = SourceText(name: "a.sql", text: "  \(seed) ; -- end")
      var script = SQLiteParser.parse(source)
      for index in script.statements.indices {
        script.statements[index].changeIdentifiers { name in
          guard let range = name.place.range else {
            if !name.text.isEmpty { Issue.record("\(name.text) has no place in \(seed)") }
            return name
          }
          let written = source[range]
          let inside = String(written.dropFirst().dropLast())
          let isQuoted = "\"'`[".contains(written.prefix(1))
          #expect((isQuoted ? inside : written) == name.text || written == name.text, "\(seed)")
          return name
        }
      }
    }
  }

  @Test func `for every expression, inside its statement`() {
    for seed in SQLiteSeeds.all {
      for statement in SQLiteParser.parse(SourceText(name: "a.sql", text: seed)).statements {
        #expect(statement.place.range == SourceRange(0, seed.utf8.count), "\(seed)")
        statement.walk { node in
          guard let expression = node as? SQLExpression else { return true }
          guard let range = expression.place.range, !range.isEmpty else {
            Issue.record("An expression without a place in \(seed)")
            return true
          }
          #expect(statement.place.range?.contains(range) == true)
          return true
        }
      }
    }
  }

  /// An expression's place is the text that parses to it.
  @Test func `for every expression, which reads the same on its own`() {
    for seed in SQLiteSeeds.expressions {
      let source = SourceText(name: "a.sql", text: seed)
      for statement in SQLiteParser.parse(source).statements {
        statement.walk { node in
          guard let expression = node as? SQLExpression, let range = expression.place.range else {
            return true
          }
          if case .wildcard = expression.kind { return true }
          let alone = try? SQLiteParser.parseExpression(source[range]).get()
          #expect(alone == expression, "\(source[range])")
          return true
        }
      }
    }
  }
}
