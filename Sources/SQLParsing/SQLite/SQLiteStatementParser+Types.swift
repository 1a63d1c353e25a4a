import SQLSyntax

extension SQLiteStatementParser {
  /// All names in a row and perhaps one or two numbers in parentheses; `nil` where no name stands.
  ///
  /// Strings count as names here, and nearly every keyword: SQLite's types are what is left between
  /// a column's name and its first constraint.
  mutating func typeName() throws(SQLiteSyntaxError) -> TypeName? {
    let start = self.start
    var words: [SQLiteToken] = []
    while kind.isIdentifier || kind == .string {
      words.append(token)
      advance()
    }
    guard !words.isEmpty else { return nil }
    var modifiers: [SQLExpression] = []
    if skip(.leftParenthesis) {
      modifiers.append(try signedNumber())
      if skip(.comma) { modifiers.append(try signedNumber()) }
      try expect(.rightParenthesis, "\")\"")
    }
    dropGenerated(&words, hasModifiers: !modifiers.isEmpty)
    guard let last = words.last else { return nil }
    let name = typeIdentifier(words)
    let end = modifiers.isEmpty ? Int(last.end) : previousEnd
    return TypeName(
      name: ObjectName(name: name), modifiers: modifiers, place: Place(start, end))
  }

  /// SQLite's grammar takes `GENERATED ALWAYS` for the end of a type, and cuts it off afterwards.
  private func dropGenerated(_ words: inout [SQLiteToken], hasModifiers: Bool) {
    guard !hasModifiers, kind == .as, let last = words.last, isWord(last, "always") else { return }
    words.removeLast()
    if let last = words.last, isWord(last, "generated") { words.removeLast() }
  }

  private func typeIdentifier(_ words: [SQLiteToken]) -> Identifier {
    if words.count == 1 { return identifier(of: words[0]) }
    let text = words.map { self.text(of: $0) }.joined(separator: " ")
    return Identifier(text, place: Place(Int(words[0].start), Int(words[words.count - 1].end)))
  }

  /// A number with or without a sign.
  mutating func signedNumber() throws(SQLiteSyntaxError) -> SQLExpression {
    let start = self.start
    let symbol = kind == .plus || kind == .minus ? text(of: token) : nil
    if symbol != nil { advance() }
    guard kind == .integer || kind == .float else { throw unexpected("a number") }
    let number = literal()
    guard let symbol else { return number }
    return SQLExpression(
      kind: .prefix(OperatorName(symbol: symbol), number), place: place(from: start))
  }
}
