import SQLSyntax

extension SQLiteStatementParser {
  /// What follows the word SELECT, up to the order; the tallest expression's height goes into
  /// `tallest`.
  mutating func selectCore(_ tallest: inout Int) throws(SQLiteSyntaxError) -> SelectCore {
    var core = SelectCore()
    if kind == .distinct || kind == .all {
      core.distinct = kind == .distinct ? .distinct : .all
      advance()
    }
    core.items = try selectItems(above: 2)
    tallest = max(tallest, height)
    if skip(.from) { core.from = try tableSources(above: 4) }
    if skip(.where) {
      core.condition = try expression(above: 5)
      tallest = max(tallest, height)
    }
    if skip(.group) {
      try expect(.by, "BY")
      core.groupBy = try expressions(above: 7)
      tallest = max(tallest, height)
    }
    if skip(.having) {
      core.having = try expression(above: 7)
      tallest = max(tallest, height)
    }
    if skip(.window) {
      core.windows = try above(8) { parser throws(SQLiteSyntaxError) in
        try parser.windowDefinitions()
      }
    }
    return core
  }

  /// Result columns between commas, also behind RETURNING.
  mutating func selectItems(above symbols: Int) throws(SQLiteSyntaxError) -> [SelectItem] {
    var items: [SelectItem] = []
    var tallest = 0
    repeat {
      items.append(try selectItem(above: symbols + 2))
      tallest = max(tallest, height)
    } while skip(.comma)
    height = tallest
    return items
  }

  private mutating func selectItem(above symbols: Int) throws(SQLiteSyntaxError) -> SelectItem {
    let start = self.start
    if let wildcard = wildcard() {
      height = 1
      return SelectItem(expression: wildcard, place: wildcard.place)
    }
    var item = SelectItem(expression: try expression(above: symbols))
    item.alias = try alias()
    item.place = place(from: start)
    return item
  }

  /// `*` or `table.*`.
  private mutating func wildcard() -> SQLExpression? {
    let start = self.start
    if skip(.star) {
      return SQLExpression(kind: .wildcard(qualifier: []), place: place(from: start))
    }
    guard kind.isName, kind(ahead: 1) == .dot, kind(ahead: 2) == .star else { return nil }
    let isExpression = kind.startsNoName
    guard !isExpression else { return nil }
    let qualifier = takeIdentifier()
    advance()
    advance()
    return SQLExpression(kind: .wildcard(qualifier: [qualifier]), place: place(from: start))
  }

  /// `AS name`, or a bare name where no word of the grammar stands; without AS a word of joins is
  /// no alias.
  mutating func alias() throws(SQLiteSyntaxError) -> Identifier? {
    if skip(.as) { return try name("a name") }
    return kind.isIdentifier || kind == .string ? takeIdentifier() : nil
  }
}

extension SQLiteTokenKind {
  /// A word that begins an expression of its own where an expression may begin.
  var startsNoName: Bool {
    switch self {
    case .cast, .raise, .currentDate, .currentTime, .currentTimestamp: true
    default: false
    }
  }
}
