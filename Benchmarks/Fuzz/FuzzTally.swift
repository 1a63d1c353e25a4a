import Foundation
import SQLParsing
import SQLSyntax

/// What came of the texts so far.
struct FuzzTally {
  private(set) var broken = 0
  private var texts = 0
  private var bytes = 0
  private var clean = 0
  private var statements = 0
  private var diagnostics = 0

  /// Parses a text and checks what every script promises: statements and diagnostics stand inside
  /// the text, in order, and no two statements overlap.
  mutating func check(_ source: SourceText, _ dialect: Dialect) {
    let script = SQLParser.parse(source, dialect: dialect)
    texts += 1
    bytes += source.utf8.count
    statements += script.statements.count
    diagnostics += script.diagnostics.count
    if script.diagnostics.isEmpty { clean += 1 }
    if let problem = Self.problem(of: script) {
      broken += 1
      print("\(problem) in \(dialect.displayName):\n\(source.text.debugDescription)")
    }
  }

  private static func problem(of script: Script) -> String? {
    var end = 0
    for statement in script.statements {
      guard let range = statement.place.range else { return "a statement without a place" }
      guard range.lowerBound >= end else { return "statements that overlap" }
      end = range.upperBound
    }
    guard end <= script.source.utf8.count else { return "a statement outside the text" }
    for diagnostic in script.diagnostics {
      guard let range = diagnostic.range else { continue }
      guard script.source.range.contains(range) else { return "a diagnostic outside the text" }
    }
    return nil
  }

  func summary(of dialect: Dialect) -> String {
    "\(dialect.displayName): \(texts) texts, \(bytes) bytes, \(clean) clean, "
      + "\(statements) statements, \(diagnostics) diagnostics, \(broken) broken promises"
  }
}

func exitProcess(_ code: Int32) -> Never { exit(code) }
