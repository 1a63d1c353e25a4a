/// Splits SQL into tokens exactly where SQLite does.
///
/// Spaces, comments and byte-order marks, which SQLite takes for a space wherever a token could
/// begin, leave no token. An unterminated `/*` comment runs to the end and is no error.
///
/// - Invariant: The text holds no NUL byte, at which SQLite would stop.
struct SQLiteTokenizer {
  private let text: [UInt8]
  private let end: Int
  var tokens: [SQLiteToken] = []

  private init(_ text: [UInt8], upTo end: Int) {
    self.text = text
    self.end = end
  }

  /// The tokens of the text before `end`, then one ``SQLiteTokenKind/endOfInput``.
  ///
  /// - Complexity: O(n).
  static func tokens(of text: [UInt8], upTo end: Int) -> [SQLiteToken] {
    var tokenizer = SQLiteTokenizer(text, upTo: end)
    tokenizer.tokens.reserveCapacity(end / 4 + 1)
    var position = 0
    while position < end { position = tokenizer.scan(at: position) }
    tokenizer.tokens.append(SQLiteToken(.endOfInput, end, end))
    tokenizer.settleWindowWords()
    return tokenizer.tokens
  }

  /// The byte at an offset; behind the end there are zeros, as behind a C string.
  private func byte(_ offset: Int) -> UInt8 { offset < end ? text[offset] : 0 }

  private mutating func add(_ kind: SQLiteTokenKind, _ start: Int, _ end: Int) -> Int {
    tokens.append(SQLiteToken(kind, start, end))
    return end
  }

  /// Reads one token or gap and answers where the next one begins.
  private mutating func scan(at start: Int) -> Int {
    switch text[start] {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: return endOfSpace(from: start)
    case 0x58 where byte(start + 1) == 0x27, 0x78 where byte(start + 1) == 0x27:
      return scanBlob(at: start)
    case 0x41...0x5A, 0x61...0x7A, 0x5F: return scanWord(at: start)
    case 0x30...0x39: return scanNumber(at: start)
    case 0x22, 0x27, 0x60: return scanQuoted(at: start)
    case 0x5B: return scanBracketed(at: start)
    case 0x24, 0x40, 0x23, 0x3A: return scanNamedParameter(at: start)
    case 0x3F: return add(.parameter, start, endOfDigits(from: start + 1))
    case 0x2E where byte(start + 1).isASCIIDigit: return scanNumber(at: start)
    case 0xEF where byte(start + 1) == 0xBB && byte(start + 2) == 0xBF: return start + 3
    case 0x80...0xFF: return add(.identifier, start, endOfIdentifier(from: start))
    default: return scanSymbol(at: start)
    }
  }

  private func endOfSpace(from start: Int) -> Int {
    var position = start + 1
    while byte(position).isSQLiteSpace { position += 1 }
    return position
  }

  private func endOfDigits(from start: Int) -> Int {
    var position = start
    while byte(position).isASCIIDigit { position += 1 }
    return position
  }

  private func endOfIdentifier(from start: Int) -> Int {
    var position = start
    while byte(position).isSQLiteIdentifier { position += 1 }
    return position
  }
}

extension SQLiteTokenizer {
  private mutating func scanWord(at start: Int) -> Int {
    var key = SQLiteKeywordTable.Key()
    var position = start
    while position < end, text[position].isASCIILetter || text[position] == 0x5F {
      key.append(text[position])
      position += 1
    }
    if byte(position).isSQLiteIdentifier {
      return add(.identifier, start, endOfIdentifier(from: position))
    }
    guard key.count >= 2, key.count <= SQLiteKeywordTable.longest else {
      return add(.identifier, start, position)
    }
    return add(SQLiteKeywordTable.shared.kind(of: key), start, position)
  }

  private mutating func scanNumber(at start: Int) -> Int {
    if text[start] == 0x30, byte(start + 1) | 0x20 == 0x78, byte(start + 2).isHexDigit {
      var position = start + 3
      while byte(position).isHexDigit { position += 1 }
      return add(.integer, start, position)
    }
    var position = endOfDigits(from: start)
    var kind = SQLiteTokenKind.integer
    if byte(position) == 0x2E {
      kind = .float
      position = endOfDigits(from: position + 1)
    }
    if let behind = endOfExponent(from: position) {
      kind = .float
      position = behind
    }
    if byte(position).isSQLiteIdentifier {
      return add(.illegalNumber, start, endOfIdentifier(from: position))
    }
    return add(kind, start, position)
  }

  private func endOfExponent(from start: Int) -> Int? {
    guard byte(start) | 0x20 == 0x65 else { return nil }
    let next = byte(start + 1)
    let digits = next == 0x2B || next == 0x2D ? start + 2 : start + 1
    return byte(digits).isASCIIDigit ? endOfDigits(from: digits) : nil
  }

  private mutating func scanBlob(at start: Int) -> Int {
    var position = start + 2
    while byte(position).isHexDigit { position += 1 }
    if byte(position) == 0x27, (position - start) % 2 == 0 {
      return add(.blob, start, position + 1)
    }
    while position < end, text[position] != 0x27 { position += 1 }
    guard position < end else { return add(.unterminated, start, end) }
    return add(.illegalBlob, start, position + 1)
  }

  private mutating func scanQuoted(at start: Int) -> Int {
    let quote = text[start]
    var position = start + 1
    while position < end {
      if text[position] == quote {
        guard byte(position + 1) == quote else {
          return add(quote == 0x27 ? .string : .identifier, start, position + 1)
        }
        position += 1
      }
      position += 1
    }
    return add(.unterminated, start, end)
  }

  private mutating func scanBracketed(at start: Int) -> Int {
    var position = start + 1
    while position < end, text[position] != 0x5D { position += 1 }
    if position < end { return add(.identifier, start, position + 1) }
    return add(.unterminated, start, end)
  }

  /// `$name`, `@name`, `:name` and `#name`, with `::` inside and, as Tcl writes arrays, `(...)`.
  private mutating func scanNamedParameter(at start: Int) -> Int {
    var position = start + 1
    var length = 0
    while position < end {
      if text[position].isSQLiteIdentifier {
        length += 1
      } else if text[position] == 0x28, length > 0 {
        position = endOfArrayIndex(from: position)
        let isClosed = byte(position) == 0x29
        return add(isClosed ? .parameter : .illegalParameter, start, position + (isClosed ? 1 : 0))
      } else if text[position] == 0x3A, byte(position + 1) == 0x3A {
        position += 1
      } else {
        break
      }
      position += 1
    }
    return add(length > 0 ? .parameter : .illegalParameter, start, min(position, end))
  }

  private func endOfArrayIndex(from start: Int) -> Int {
    var position = start + 1
    while position < end, !text[position].isSQLiteSpace, text[position] != 0x29 { position += 1 }
    return position
  }
}

extension SQLiteTokenizer {
  private mutating func scanSymbol(at start: Int) -> Int {
    let next = byte(start + 1)
    switch text[start] {
    case 0x28: return add(.leftParenthesis, start, start + 1)
    case 0x29: return add(.rightParenthesis, start, start + 1)
    case 0x3B: return add(.semicolon, start, start + 1)
    case 0x2C: return add(.comma, start, start + 1)
    case 0x2E: return add(.dot, start, start + 1)
    case 0x2B: return add(.plus, start, start + 1)
    case 0x2A: return add(.star, start, start + 1)
    case 0x25: return add(.percent, start, start + 1)
    case 0x26: return add(.bitAnd, start, start + 1)
    case 0x7E: return add(.bitNot, start, start + 1)
    case 0x3D: return add(.equal, start, start + (next == 0x3D ? 2 : 1))
    case 0x21 where next == 0x3D: return add(.notEqual, start, start + 2)
    case 0x7C where next == 0x7C: return add(.concatenation, start, start + 2)
    case 0x7C: return add(.bitOr, start, start + 1)
    case 0x2D: return scanMinus(at: start, next)
    case 0x2F: return scanSlash(at: start, next)
    case 0x3C: return scanLess(at: start, next)
    case 0x3E: return scanGreater(at: start, next)
    default: return add(.illegal, start, start + 1)
    }
  }

  private mutating func scanMinus(at start: Int, _ next: UInt8) -> Int {
    switch next {
    case 0x2D:
      var position = start + 2
      while position < end, text[position] != 0x0A { position += 1 }
      return position
    case 0x3E: return add(.pointer, start, start + (byte(start + 2) == 0x3E ? 3 : 2))
    default: return add(.minus, start, start + 1)
    }
  }

  private mutating func scanSlash(at start: Int, _ next: UInt8) -> Int {
    guard next == 0x2A, start + 2 < end else { return add(.slash, start, start + 1) }
    var position = start + 3
    while position < end {
      if text[position] == 0x2F, text[position - 1] == 0x2A { return position + 1 }
      position += 1
    }
    return end
  }

  private mutating func scanLess(at start: Int, _ next: UInt8) -> Int {
    switch next {
    case 0x3D: add(.lessOrEqual, start, start + 2)
    case 0x3E: add(.notEqual, start, start + 2)
    case 0x3C: add(.leftShift, start, start + 2)
    default: add(.less, start, start + 1)
    }
  }

  private mutating func scanGreater(at start: Int, _ next: UInt8) -> Int {
    switch next {
    case 0x3D: add(.greaterOrEqual, start, start + 2)
    case 0x3E: add(.rightShift, start, start + 2)
    default: add(.greater, start, start + 1)
    }
  }
}
