package import SQLSyntax

/// The tokens of a text in a form that comments, spaces, line ends and the case of unquoted words
/// leave alone.
///
/// Two texts with the same tokens do the same, but not the other way round: `"a"` and `a` differ
/// here, and so do `'it''s'` and `E'it\'s'`. What stands between quotes is kept as written except
/// for its line ends, CRLF being taken for LF.
package struct NormalizedTokens {
  private var tokens: [Token] = []
  /// The tokens' text, one behind the other.
  private var text: [UInt8] = []

  private struct Token {
    /// Where it starts in the source.
    var start: Int
    /// Where it stands in the text.
    var range: Range<Int>
  }

  /// - Complexity: O(n).
  package init(_ source: SourceText, dialect: Dialect) {
    let bytes = source.utf8
    switch dialect {
    case .postgresql:
      for token in PostgreSQLLexer(bytes, in: source.range).tokens {
        let folds = token.kind == .word || token.kind == .number
        add(bytes[token.start..<token.end], foldsCase: folds)
      }
    case .sqlite:
      for token in SQLiteTokenizer.tokens(of: bytes, upTo: bytes.count)
      where token.kind != .endOfInput {
        let slice = bytes[Int(token.start)..<Int(token.end)]
        add(slice, foldsCase: token.foldsCase(first: slice.first))
      }
    }
  }

  private mutating func add(_ slice: ArraySlice<UInt8>, foldsCase: Bool) {
    let start = text.count
    if foldsCase {
      text += slice.lazy.map(\.asciiLowercased)
    } else {
      for index in slice.indices {
        let isBeforeLineFeed = index + 1 < slice.endIndex && slice[index + 1] == 0x0A
        if slice[index] != 0x0D || !isBeforeLineFeed { text.append(slice[index]) }
      }
    }
    tokens.append(Token(start: slice.startIndex, range: start..<text.count))
  }

  /// All tokens, each followed by a zero byte; semicolons that end nothing are left out.
  package var bytes: [UInt8] { joined(tokens[...]) }

  /// The tokens that lie within a range, in the same form.
  ///
  /// - Complexity: O(log n + length of the range).
  package func bytes(in range: SourceRange) -> [UInt8] {
    let first = index(at: range.lowerBound)
    let last = max(first, index(at: range.upperBound))
    return joined(tokens[first..<last])
  }

  /// The index of the first token that starts at an offset or behind it.
  private func index(at offset: Int) -> Int {
    var (lower, upper) = (0, tokens.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if tokens[middle].start < offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  private func joined(_ tokens: ArraySlice<Token>) -> [UInt8] {
    var result: [UInt8] = []
    var hasPendingSemicolon = false
    for token in tokens {
      if text[token.range].elementsEqual(CollectionOfOne(0x3B)) {
        hasPendingSemicolon = !result.isEmpty
      } else {
        if hasPendingSemicolon { result += [0x3B, 0] }
        hasPendingSemicolon = false
        result += text[token.range]
        result.append(0)
      }
    }
    return result
  }
}

extension SQLiteToken {
  /// Whether upper and lower case mean the same here: in words and numbers, not between quotes.
  fileprivate func foldsCase(first: UInt8?) -> Bool {
    switch kind {
    case .string, .parameter, .unterminated: false
    default: first != 0x22 && first != 0x5B && first != 0x60
    }
  }
}
