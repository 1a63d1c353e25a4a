import SQLSyntax

/// SQL that stands inside a string of other SQL.
struct EmbeddedText {
  /// The bytes that hold it: the file's own where it stands there byte for byte.
  var bytes: [UInt8]
  var range: SourceRange
  /// The place of everything in it, where it does not stand in the file byte for byte.
  var fixedPlace: Place?

  /// Its own place, if it stands in the file byte for byte.
  var place: Place { fixedPlace == nil ? Place(range) : Place() }
}

extension TreeConversion {
  /// What a string token says, as text to parse.
  func embeddedText(_ value: String, token index: Int) -> EmbeddedText {
    let token = index < text.tokens.count ? text.tokens[index] : nil
    if let token, let inner = Self.inside(token, text.bytes),
      text.bytes[inner.lowerBound..<inner.upperBound].elementsEqual(value.utf8)
    {
      return EmbeddedText(bytes: text.bytes, range: inner, fixedPlace: fixedPlace)
    }
    let bytes = Array(value.utf8)
    return EmbeddedText(
      bytes: bytes, range: SourceRange(0, bytes.count),
      fixedPlace: place(tokens(index, index + 1)))
  }

  /// Between a string's quotes; `nil` for what is no string, or has a letter before its quote.
  private static func inside(_ token: PostgreSQLToken, _ bytes: [UInt8]) -> SourceRange? {
    var length = 1
    switch token.kind {
    case .string: guard bytes[token.start] == UInt8(ascii: "'") else { return nil }
    case .dollarString:
      while token.start + length < token.end, bytes[token.start + length] != UInt8(ascii: "$") {
        length += 1
      }
      length += 1
    default: return nil
    }
    guard token.end - token.start >= 2 * length else { return nil }
    return SourceRange(token.start + length, token.end - length)
  }
}
