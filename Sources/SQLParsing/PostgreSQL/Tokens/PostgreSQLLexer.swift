import SQLSyntax

/// Cuts text into PostgreSQL's tokens; it takes any bytes and never fails.
///
/// The library's own scanner gives nothing for a text with one fault in it, and knows nothing of
/// psql. Where the text is sound, both agree token by token.
struct PostgreSQLLexer {
  private let bytes: [UInt8]
  private let limit: Int
  private var position: Int
  /// The tokens of the statement being read, as far as `COPY ... FROM stdin` needs them.
  private var statementStart = 0
  private(set) var tokens: [PostgreSQLToken] = []
  private(set) var unterminated: UnterminatedToken?

  /// Reads a part of a text; places count from the start of the whole.
  init(_ bytes: [UInt8], in range: SourceRange) {
    self.bytes = bytes
    position = range.lowerBound
    limit = range.upperBound
    if position == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < limit { readToken() }
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    position + ahead < limit ? bytes[position + ahead] : 0
  }

  private mutating func add(_ kind: PostgreSQLToken.Kind, from start: Int) {
    tokens.append(PostgreSQLToken(kind: kind, start: start, end: position))
  }

  private mutating func readToken() {
    let start = position
    switch byte() {
    case 0x20, 0x09, 0x0A, 0x0D, 0x0C: position += 1
    case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"): skipLineComment()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipBlockComment()
    case UInt8(ascii: "'"): readString(from: start, escapes: false)
    case UInt8(ascii: "\""): readQuotedWord(from: start, kind: .quotedWord)
    case UInt8(ascii: "$"): readDollar()
    case UInt8(ascii: "\\"): readMetaCommand()
    case UInt8(ascii: ".") where byte(1).isASCIIDigit: readNumber()
    case let digit where digit.isASCIIDigit: readNumber()
    case let first where first.startsWord: readWord()
    case let symbol where symbol.isSQLSymbol: readSymbol()
    case let sign where sign.isSQLOperator: readOperator()
    default:
      position += 1
      add(.other, from: start)
    }
  }
}

// MARK: Comments and words

extension PostgreSQLLexer {
  private mutating func skipLineComment() {
    while position < limit, byte() != 0x0A, byte() != 0x0D { position += 1 }
  }

  private mutating func skipBlockComment() {
    let start = position
    var depth = 0
    while position < limit {
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
        if depth == 0 { return }
      } else {
        position += 1
      }
    }
    position = limit
    unterminated = UnterminatedToken(kind: .comment, range: SourceRange(start, start + 2))
  }

  private mutating func readWord() {
    let start = position
    let first = byte() | 0x20
    if byte(1) == UInt8(ascii: "'"), [0x65, 0x62, 0x78, 0x6E].contains(first) {
      position += 1
      return readString(from: start, escapes: first == 0x65)
    }
    if first == 0x75, byte(1) == UInt8(ascii: "&") {
      if byte(2) == UInt8(ascii: "'") {
        position += 2
        return readString(from: start, escapes: false)
      }
      if byte(2) == UInt8(ascii: "\"") {
        position += 2
        return readQuotedWord(from: start, kind: .unicodeWord)
      }
    }
    while position < limit, byte().continuesWord { position += 1 }
    add(.word, from: start)
  }

  private mutating func readQuotedWord(from start: Int, kind: PostgreSQLToken.Kind) {
    position += 1
    while position < limit {
      if byte() == UInt8(ascii: "\"") {
        if byte(1) != UInt8(ascii: "\"") {
          position += 1
          return add(kind, from: start)
        }
        position += 1
      }
      position += 1
    }
    position = limit
    unterminated = UnterminatedToken(kind: .quotedName, range: SourceRange(start, start + 1))
    add(kind, from: start)
  }
}

// MARK: Strings

extension PostgreSQLLexer {
  private mutating func readString(from start: Int, escapes: Bool) {
    repeat {
      position += 1
      guard skipStringBody(escapes: escapes) else {
        position = limit
        unterminated = UnterminatedToken(kind: .string, range: SourceRange(start, start + 1))
        return add(.string, from: start)
      }
    } while continueString()
    add(.string, from: start)
  }

  /// Moves behind the closing quote, or answers `false` at the end of the text.
  private mutating func skipStringBody(escapes: Bool) -> Bool {
    while position < limit {
      if escapes, byte() == UInt8(ascii: "\\") {
        position += 2
      } else if byte() != UInt8(ascii: "'") {
        position += 1
      } else if byte(1) == UInt8(ascii: "'") {
        position += 2
      } else {
        position += 1
        return true
      }
    }
    return false
  }

  /// Two strings with a line end between them are one.
  ///
  /// Source: PostgreSQL 15, §4.1.2.1: "Two string constants that are only separated by whitespace
  /// with at least one newline are concatenated and effectively treated as if the string had been
  /// written as one constant."
  private mutating func continueString() -> Bool {
    var ahead = position
    var sawLineEnd = false
    while ahead < limit {
      switch bytes[ahead] {
      case 0x0A, 0x0D:
        sawLineEnd = true
        ahead += 1
      case 0x20, 0x09, 0x0C: ahead += 1
      case UInt8(ascii: "-") where sawLineEnd && ahead + 1 < limit && bytes[ahead + 1] == 0x2D:
        while ahead < limit, bytes[ahead] != 0x0A, bytes[ahead] != 0x0D { ahead += 1 }
      case UInt8(ascii: "'") where sawLineEnd:
        position = ahead
        return true
      default: return false
      }
    }
    return false
  }

  private mutating func readDollar() {
    let start = position
    if byte(1).isASCIIDigit {
      position += 1
      while byte().isASCIIDigit { position += 1 }
      return add(.parameter, from: start)
    }
    var ahead = position + 1
    if ahead < limit, bytes[ahead].startsWord {
      while ahead < limit, bytes[ahead].continuesWord, bytes[ahead] != UInt8(ascii: "$") {
        ahead += 1
      }
    }
    guard ahead < limit, bytes[ahead] == UInt8(ascii: "$") else {
      position += 1
      return add(.other, from: start)
    }
    readDollarString(from: start, delimiter: bytes[start...ahead])
  }

  private mutating func readDollarString(from start: Int, delimiter: ArraySlice<UInt8>) {
    position = start + delimiter.count
    while position + delimiter.count <= limit {
      if byte() == UInt8(ascii: "$"),
        bytes[position..<position + delimiter.count].elementsEqual(delimiter)
      {
        position += delimiter.count
        return add(.dollarString, from: start)
      }
      position += 1
    }
    position = limit
    unterminated = UnterminatedToken(
      kind: .dollarQuote, range: SourceRange(start, start + delimiter.count))
    add(.dollarString, from: start)
  }
}

// MARK: Numbers, operators, symbols

extension PostgreSQLLexer {
  private mutating func readNumber() {
    let start = position
    while byte().isASCIIDigit { position += 1 }
    // `1..10` is a number and two points, for loops of PL/pgSQL.
    if byte() == UInt8(ascii: "."), byte(1) != UInt8(ascii: ".") {
      position += 1
      while byte().isASCIIDigit { position += 1 }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
      if byte(1 + sign).isASCIIDigit {
        position += 1 + sign
        while byte().isASCIIDigit { position += 1 }
      }
    }
    add(.number, from: start)
  }

  private mutating func readOperator() {
    let start = position
    while position < limit, byte().isSQLOperator, !startsComment() { position += 1 }
    // A trailing sign belongs to what follows unless the operator has one of these characters.
    let isSpecial = bytes[start..<position].contains { "~!@#^&|`?%".utf8.contains($0) }
    while !isSpecial, position - start > 1, [0x2B, 0x2D].contains(bytes[position - 1]) {
      position -= 1
    }
    add(.operatorName, from: start)
  }

  private func startsComment() -> Bool {
    byte() == 0x2D && byte(1) == 0x2D || byte() == 0x2F && byte(1) == 0x2A
  }

  private mutating func readSymbol() {
    let start = position
    let pair = (byte(), byte(1))
    position += 1
    if pair == (0x3A, 0x3A) || pair == (0x3A, 0x3D) || pair == (0x2E, 0x2E) { position += 1 }
    add(.symbol, from: start)
    if pair.0 == UInt8(ascii: ";") {
      skipCopyData()
      statementStart = tokens.count
    }
  }
}

// MARK: psql

extension PostgreSQLLexer {
  private mutating func readMetaCommand() {
    let start = position
    while position < limit, byte() != 0x0A, byte() != 0x0D { position += 1 }
    add(.metaCommand, from: start)
    statementStart = tokens.count
  }

  private func word(_ token: PostgreSQLToken) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self).asciiLowercased()
  }

  /// After `COPY ... FROM stdin;` psql sends the lines up to `\.` to the server.
  private mutating func skipCopyData() {
    guard let first = tokens[statementStart...].first, word(first) == "copy" else { return }
    let words = tokens[statementStart...].filter { $0.kind == .word }.map(word)
    guard let from = words.lastIndex(of: "from"), from + 1 < words.count,
      words[from + 1] == "stdin"
    else { return }
    while position < limit, byte() != 0x0A { position += 1 }
    let start = position + 1
    guard start < limit else { return }
    position = start
    while position < limit {
      let lineStart = position
      while position < limit, byte() != 0x0A { position += 1 }
      let line = bytes[lineStart..<position]
      position = min(position + 1, limit)
      if line.elementsEqual("\\.".utf8) || line.elementsEqual("\\.\r".utf8) { break }
    }
    add(.copyData, from: start)
  }
}
