extension String {
  /// ASCII letters in lower case, everything else as it is.
  package func asciiLowercased() -> String {
    if !utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) { return self }
    return String(decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// ASCII letters in upper case, everything else as it is.
  package func asciiUppercased() -> String {
    if !utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) { return self }
    return String(decoding: utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }, as: UTF8.self)
  }

  /// The text cut to at most `limit` bytes, at the start of a scalar.
  ///
  /// Source: PostgreSQL 15, §4.1.1: "The system uses no more than NAMEDATALEN-1 bytes of an
  /// identifier; longer names can be written in commands, but they will be truncated. By default,
  /// NAMEDATALEN is 64 so the maximum identifier length is 63 bytes."
  package func truncated(toUTF8Count limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var bytes = Array(utf8.prefix(limit))
    let view = utf8
    // The first byte left out decides whether the cut falls inside a scalar.
    if view[view.index(view.startIndex, offsetBy: limit)] & 0xC0 == 0x80 {
      while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Identifier {
  /// The most bytes of a name that PostgreSQL keeps.
  package static let maximumPostgreSQLLength = 63

  /// The name that PostgreSQL makes of text written without quotes.
  package static func foldedPostgreSQL(_ text: String) -> Identifier {
    Identifier(text.asciiLowercased().truncated(toUTF8Count: maximumPostgreSQLLength))
  }
}
