import SQLSyntax

extension SQLiteStatementParser {
  /// Reads the whole name of something: SQLite's `nm`, which may be a string or a word of joins.
  mutating func name(_ description: StaticString) throws(SQLiteSyntaxError) -> Identifier {
    guard kind.isName else { throw unexpected(description) }
    return takeIdentifier()
  }

  /// Makes the next token a name, whatever it is, and passes over it.
  mutating func takeIdentifier() -> Identifier {
    let taken = token
    advance()
    return identifier(of: taken)
  }

  /// `name`, or `schema.name`.
  mutating func objectName(_ description: StaticString) throws(SQLiteSyntaxError) -> ObjectName {
    let first = try name(description)
    guard skip(.dot) else { return ObjectName(name: first) }
    return ObjectName(name: try name(description), schema: first)
  }

  /// `name, name` up to but without a closing parenthesis.
  mutating func names(_ description: StaticString) throws(SQLiteSyntaxError) -> [Identifier] {
    var names = [try name(description)]
    while skip(.comma) { names.append(try name(description)) }
    return names
  }

  /// `(name, name)`, or nothing; SQLite refuses a collation or an order behind such a name.
  mutating func optionalNames(
    _ description: StaticString
  ) throws(SQLiteSyntaxError) -> [Identifier] {
    guard skip(.leftParenthesis) else { return [] }
    let names = try names(description)
    try expect(.rightParenthesis, "\")\" or \",\"")
    return names
  }

  func identifier(of token: SQLiteToken) -> Identifier {
    let start = Int(token.start)
    let end = Int(token.end)
    let place = Place(start, end)
    switch source.utf8[start] {
    case 0x22: return Identifier(unquoted(start, end), quoting: .double, place: place)
    case 0x60: return Identifier(unquoted(start, end), quoting: .backtick, place: place)
    case 0x5B: return Identifier(unquoted(start, end), quoting: .bracket, place: place)
    case 0x27: return Identifier(unquoted(start, end), quoting: .single, place: place)
    default: return Identifier(text(start, end), place: place)
    }
  }

  /// What stands between quotes, with doubled quotes made single.
  func unquoted(_ start: Int, _ end: Int) -> String {
    let quote = source.utf8[start]
    let inside = source.utf8[(start + 1)..<(end - 1)]
    guard quote != 0x5B, inside.contains(quote) else { return text(start + 1, end - 1) }
    var bytes: [UInt8] = []
    var isSecond = false
    for byte in inside {
      isSecond = byte == quote && !isSecond
      if byte != quote || isSecond { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: source.utf8[start..<end], as: UTF8.self)
  }

  func text(of token: SQLiteToken) -> String { text(Int(token.start), Int(token.end)) }

  /// Whether a token is this word, written without quotes; the word in lower case.
  func isWord(_ token: SQLiteToken, _ word: StaticString) -> Bool {
    guard Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
    return text(of: token).asciiLowercased() == word.description
  }
}
