/// Text under construction: words with one space between, and lists.
struct SQLWriter {
  /// Queries longer than this get a line for each clause.
  static let preferredWidth = 88

  let dialect: Dialect
  private(set) var text = ""
  private var needsSpace = false
  /// Whether the clauses of the next query start lines of their own.
  var breaksClauses = false
  /// Whether only PostgreSQL's `b_expr` can stand here: no `AND`, `IN`, `LIKE`, `COLLATE`, ….
  var isRestricted = false

  init(dialect: Dialect) {
    self.dialect = dialect
  }

  var isPostgreSQL: Bool { dialect == .postgresql }
  var isSQLite: Bool { dialect == .sqlite }
}

extension SQLWriter {
  /// Writes words or names, a space before them.
  mutating func word(_ word: String?) {
    guard let word, !word.isEmpty else { return }
    if needsSpace { text += " " }
    text += word
    needsSpace = true
  }

  mutating func word(_ word: String, if condition: Bool) {
    if condition { self.word(word) }
  }

  /// Writes a mark that takes no space on either side.
  mutating func glue(_ mark: String) {
    text += mark
    needsSpace = false
  }

  /// Writes a mark that takes no space before it.
  mutating func append(_ mark: String) {
    text += mark
    needsSpace = true
  }

  /// Lets the next word follow without a space.
  mutating func attach() {
    needsSpace = false
  }

  mutating func comma() {
    append(",")
  }

  mutating func newline(indent: Int = 0) {
    text += "\n" + String(repeating: "  ", count: indent)
    needsSpace = false
  }

  /// Starts a clause: on a line of its own where `breaks`, else after a space.
  mutating func clause(_ words: String, breaks: Bool) {
    if breaks, !text.isEmpty { newline() }
    word(words)
  }
}

extension SQLWriter {
  /// Writes `body` between parentheses, or other marks.
  mutating func parenthesized(
    _ open: String = "(", _ close: String = ")", _ body: (inout SQLWriter) -> Void
  ) {
    let (wasRestricted, didBreak) = (isRestricted, breaksClauses)
    isRestricted = false
    breaksClauses = false
    word(open)
    needsSpace = false
    body(&self)
    append(close)
    isRestricted = wasRestricted
    breaksClauses = didBreak
  }

  mutating func list<Item>(_ items: [Item], _ write: (inout SQLWriter, Item) -> Void) {
    for (index, item) in items.enumerated() {
      if index > 0 { comma() }
      write(&self, item)
    }
  }

  mutating func parenthesizedList<Item>(
    _ items: [Item], _ write: (inout SQLWriter, Item) -> Void
  ) {
    parenthesized { $0.list(items, write) }
  }

  /// Writes a list in parentheses that follow the word before them at once, as a call's do.
  mutating func attachedList<Item>(_ items: [Item], _ write: (inout SQLWriter, Item) -> Void) {
    attach()
    parenthesizedList(items, write)
  }

  /// Writes the list in parentheses, or nothing where it is empty.
  mutating func optionalList<Item>(
    _ items: [Item], after keyword: String? = nil, _ write: (inout SQLWriter, Item) -> Void
  ) {
    if items.isEmpty { return }
    word(keyword)
    parenthesizedList(items, write)
  }

  /// Writes a list in parentheses with a line for each item.
  mutating func block<Item>(_ items: [Item], _ write: (inout SQLWriter, Item) -> Void) {
    parenthesized {
      for (index, item) in items.enumerated() {
        if index > 0 { $0.comma() }
        $0.newline(indent: 1)
        write(&$0, item)
      }
      if !items.isEmpty { $0.newline() }
    }
  }
}
