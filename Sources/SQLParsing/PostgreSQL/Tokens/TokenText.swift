import SQLSyntax

/// The tokens of a text and the bytes under them.
struct TokenText {
  let bytes: [UInt8]
  let tokens: [PostgreSQLToken]

  func string(_ index: Int) -> String {
    let token = tokens[index]
    return String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  /// The range from the first to the last of these tokens.
  func range(_ span: Range<Int>) -> SourceRange {
    SourceRange(tokens[span.lowerBound].start, tokens[span.upperBound - 1].end)
  }

  /// Whether a token is this word without quotes; `word` in lower case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    let token = tokens[index]
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      unsafe zip(bytes[token.start..<token.end], buffer).allSatisfy { $0.asciiLowercased == $1 }
    }
  }

  func isSymbol(_ index: Int, _ symbol: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .symbol else { return false }
    let token = tokens[index]
    guard token.end - token.start == symbol.utf8CodeUnitCount else { return false }
    return symbol.withUTF8Buffer { buffer in
      unsafe zip(bytes[token.start..<token.end], buffer).allSatisfy { $0 == $1 }
    }
  }

  /// The name that a token stands for: folded or unquoted, and cut; `nil` if it is no name.
  func name(_ index: Int) -> String? {
    let token = tokens[index]
    switch token.kind {
    case .word: return Identifier.foldedPostgreSQL(string(index)).text
    case .quotedWord: return unquoted(token.start + 1, token.end - 1)
    case .unicodeWord: return nil
    default: return nil
    }
  }

  private func unquoted(_ start: Int, _ end: Int) -> String {
    var result: [UInt8] = []
    var position = start
    while position < end {
      result.append(bytes[position])
      position += bytes[position] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
      .truncated(toUTF8Count: Identifier.maximumPostgreSQLLength)
  }

  /// Whether a token names `name`; names in `U&""` form are taken at their word.
  func isName(_ index: Int, _ name: String) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word:
      let length = name.utf8.count
      guard token.end - token.start == length || token.end - token.start > 63 else { return false }
      return self.name(index) == name
    case .quotedWord: return self.name(index) == name
    case .unicodeWord: return true
    default: return false
    }
  }

  /// The index of the token that holds this byte, or the next one behind it.
  func index(at offset: Int) -> Int {
    var lower = 0
    var upper = tokens.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if tokens[middle].end <= offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  /// The index of the bracket that closes the one at `open`; the last token if none does.
  func closing(_ open: Int) -> Int {
    var depth = 0
    for index in open..<tokens.count where tokens[index].kind == .symbol {
      switch bytes[tokens[index].start] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return tokens.count - 1
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self + 0x20 : self }
}
