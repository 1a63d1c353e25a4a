import DatabaseModel
import Engines
import SQLParsing
import SQLSyntax

/// A text as statements, one to be run after the other.
struct StatementQueue: Sendable {
  enum Item: Sendable {
    case statement(Statement)
    case refused(DatabaseError)
  }

  /// Places of statements that are written START TRANSACTION.
  private(set) var starts: Set<Int> = []
  private(set) var items: [(range: SourceRange, item: Item)] = []

  init(_ sql: String) {
    let source = SourceText(name: "statement", text: sql)
    let script = SQLParser.parse(source, dialect: .postgresql)
    let errors = script.diagnostics.filter { $0.severity == .error }
    var pending = errors[...]
    for statement in script.statements {
      let range = statement.place.range ?? source.range
      while let error = pending.first, let place = error.range, place.lowerBound < range.upperBound
      {
        refuse(error, in: place.lowerBound < range.lowerBound ? place : range)
        pending.removeFirst()
        return
      }
      items.append((range, .statement(statement)))
      if case .transaction(.begin) = statement.kind { note(range, in: source) }
    }
    if let error = pending.first { refuse(error, in: error.range ?? source.range) }
  }

  /// The tree has one form for BEGIN and START TRANSACTION; the tag tells them apart.
  private mutating func note(_ range: SourceRange, in source: SourceText) {
    let first = source.utf8[range.lowerBound]
    if first == UInt8(ascii: "s") || first == UInt8(ascii: "S") { starts.insert(items.count - 1) }
  }

  init(_ statement: Statement) {
    items = [(statement.place.range ?? SourceRange(0, 0), .statement(statement))]
  }

  private mutating func refuse(_ diagnostic: Diagnostic, in range: SourceRange) {
    let position = diagnostic.range.map { max(0, $0.lowerBound - range.lowerBound) }
    let error =
      diagnostic.code == "syntax-error"
      ? DatabaseError(state: .syntaxError, message: diagnostic.message, position: position)
      : DatabaseError(message: diagnostic.message, scope: .unmodelled)
    items.append((range, .refused(error)))
  }
}
