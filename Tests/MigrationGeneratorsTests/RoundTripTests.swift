import MigrationGenerators
import PropertyTesting
import SQLParsing
import SQLSyntax
import Testing

@Suite struct `A generated statement` {
  @Test(arguments: Dialect.allCases)
  func `is what its own text parses to`(dialect: Dialect) throws {
    let sequences = Generator.statements(SequenceSettings(dialect: dialect))
    var differing: [String] = []
    var count = 0
    for iteration in 0..<200 {
      for step in try sequences.sample(seed: 7, iteration: iteration).steps {
        count += 1
        if let difference = difference(step.statement, dialect) { differing.append(difference) }
      }
    }
    print("\(dialect.displayName): \(count) statements printed and parsed")
    #expect(differing.isEmpty, "\(differing.prefix(10).joined(separator: "\n"))")
  }

  private func difference(_ statement: Statement, _ dialect: Dialect) -> String? {
    let text = SQLPrinter(dialect: dialect).print(statement)
    let script = SQLParser.parse(SourceText(name: "s.sql", text: text), dialect: dialect)
    if let first = script.diagnostics.first(where: { $0.severity == .error }) {
      return "\(first.message): \(text)"
    }
    if script.statements == [statement] { return nil }
    // What a function's body says is read by the parser alone.
    if case .createFunction = statement.kind { return nil }
    let drawn = words(statement)
    let read = words(script.statements.first)
    let place = zip(drawn, read).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    let around = max(0, place - 4)..<(place + 6)
    return "\(text)\n   drawn \(drawn[around.clamped(to: 0..<drawn.count)])"
      + "\n   read  \(read[around.clamped(to: 0..<read.count)])"
  }

  /// The tree as words, without places.
  private func words(_ statement: Statement?) -> [Substring] {
    String(describing: statement)
      .replacing(/place: SQLSyntax.Place\(range: (nil|Optional\([^)]*\)\))\)/, with: "")
      .replacing("SQLSyntax.", with: "").split(separator: ",")
  }
}
