import SQLSyntax

/// How deep SQL may nest and still be read.
///
/// The library and everything behind it walk the tree by recursion, so the depth is estimated from
/// the tokens before anything is parsed. What is deeper is kept as text.
struct NestingLimit {
  /// Nodes above each other; a bracket counts as two.
  static let depth = 300

  /// A bracket or `CASE` that is open.
  private struct Level {
    /// Set operations and joins, each of which stands above all before it.
    var outerLinks = 0
    /// Operators since the last comma or clause.
    var links = 0
    /// The deepest bracket closed since then.
    var nested = 0
    /// The deepest of what came before.
    var deepest = 0

    mutating func endItem() {
      deepest = max(deepest, links + nested)
      links = 0
      nested = 0
    }

    var depth: Int { outerLinks + max(deepest, links + nested) }
  }

  private let text: TokenText
  private var levels = [Level()]
  /// The depth of all open levels together.
  private var open = 0
  private var tooDeep: Int?

  private init(_ text: TokenText) { self.text = text }

  /// The token at which these tokens nest too deeply, if any does.
  static func excess(in text: TokenText, _ tokens: Range<Int>) -> Int? {
    var limit = NestingLimit(text)
    for index in tokens {
      limit.visit(index)
      if limit.tooDeep != nil { return limit.tooDeep }
    }
    while limit.levels.count > 1 { limit.close(at: tokens.upperBound - 1) }
    if limit.levels[0].depth > depth { return tokens.upperBound - 1 }
    return limit.tooDeep
  }

  private mutating func visit(_ index: Int) {
    switch text.tokens[index].kind {
    case .symbol: visitSymbol(index)
    case .operatorName: link(at: index)
    case .word: visitWord(index)
    default: break
    }
  }

  private mutating func visitSymbol(_ index: Int) {
    switch text.bytes[text.tokens[index].start] {
    case UInt8(ascii: "("), UInt8(ascii: "["): descend(at: index)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): close(at: index)
    case UInt8(ascii: ","): endItem()
    case UInt8(ascii: ":"), UInt8(ascii: "."): link(at: index)
    default: break
    }
  }

  private mutating func visitWord(_ index: Int) {
    switch text.tokens[index].end - text.tokens[index].start {
    case 2:
      if isAny(index, "is", "at", "in") { link(at: index) }
      if isAny(index, "or", "on") { endItem() }
    case 3:
      if isAny(index, "not") { link(at: index) }
      if isAny(index, "and") { endItem() }
      if isAny(index, "end") { close(at: index) }
    case 4:
      if isAny(index, "case") { descend(at: index) }
      if isAny(index, "when", "then", "else", "from") { endItem() }
      if isAny(index, "join") { outerLink() }
    case 5: if isAny(index, "union") { outerLink() }
    case 6:
      if isAny(index, "isnull") { link(at: index) }
      if isAny(index, "except") { outerLink() }
      if isAny(index, "select") { endItem() }
    case 7: if isAny(index, "notnull", "collate") { link(at: index) }
    case 8: if isAny(index, "operator", "overlaps") { link(at: index) }
    case 9: if isAny(index, "intersect") { outerLink() }
    default: break
    }
  }

  private func isAny(_ index: Int, _ words: StaticString...) -> Bool {
    words.contains { text.isWord(index, $0) }
  }

  private mutating func link(at index: Int) {
    levels[levels.count - 1].links += 1
    open += 1
    if open > Self.depth { tooDeep = index }
  }

  private mutating func outerLink() {
    endItem()
    levels[levels.count - 1].outerLinks += 1
  }

  private mutating func endItem() {
    open -= levels[levels.count - 1].links
    levels[levels.count - 1].endItem()
  }

  private mutating func descend(at index: Int) {
    levels.append(Level())
    open += 2
    if open > Self.depth { tooDeep = index }
  }

  private mutating func close(at index: Int) {
    guard levels.count > 1 else { return }
    endItem()
    open -= 2
    let depth = levels.removeLast().depth + 2
    levels[levels.count - 1].nested = max(levels[levels.count - 1].nested, depth)
    if depth > Self.depth { tooDeep = index }
  }
}
