import SQLSyntax

/// A piece of a file between two semicolons, or something of psql's.
enum ScriptPiece: Hashable {
  /// Indices of its tokens, without the semicolon; never empty.
  case statement(Range<Int>)
  case metaCommand(Int)
  case copyData(Int)
}

/// Cuts a file's tokens into statements, as psql does.
///
/// A semicolon ends a statement unless it stands in parentheses (`CREATE RULE`) or in the body of
/// a routine written as `BEGIN ATOMIC ... END`.
struct StatementSplit {
  private let text: TokenText
  private var start: Int
  private var parentheses = 0
  private var blocks = 0
  private(set) var pieces: [ScriptPiece] = []

  init(_ text: TokenText) {
    self.text = text
    start = text.tokens.startIndex
    for index in text.tokens.indices { visit(index) }
    close(before: text.tokens.endIndex)
  }

  /// Cuts one statement at every semicolon, for text that does not parse whole.
  static func atEverySemicolon(_ range: Range<Int>, in text: TokenText) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where text.isSymbol(index, ";") {
      if start < index { parts.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private mutating func visit(_ index: Int) {
    switch text.tokens[index].kind {
    case .metaCommand:
      close(before: index)
      pieces.append(.metaCommand(index))
    case .copyData:
      close(before: index)
      pieces.append(.copyData(index))
    case .symbol: visitSymbol(index)
    case .word where parentheses == 0: visitWord(index)
    default: break
    }
  }

  private mutating func visitSymbol(_ index: Int) {
    if text.isSymbol(index, "(") { parentheses += 1 }
    if text.isSymbol(index, ")") { parentheses = max(parentheses - 1, 0) }
    if text.isSymbol(index, ";"), parentheses == 0, blocks == 0 { close(before: index) }
  }

  private mutating func visitWord(_ index: Int) {
    if blocks == 0 {
      let isAtomic =
        text.isWord(index, "begin") && text.isWord(index + 1, "atomic") && definesRoutine
      if isAtomic { blocks = 1 }
    } else if text.isWord(index, "case") {
      blocks += 1
    } else if text.isWord(index, "end") {
      blocks -= 1
    }
  }

  private var definesRoutine: Bool {
    guard text.isWord(start, "create") else { return false }
    let next = text.isWord(start + 1, "or") ? start + 3 : start + 1
    return text.isWord(next, "function") || text.isWord(next, "procedure")
  }

  private mutating func close(before index: Int) {
    if start < index { pieces.append(.statement(start..<index)) }
    start = index + 1
    parentheses = 0
    blocks = 0
  }
}
