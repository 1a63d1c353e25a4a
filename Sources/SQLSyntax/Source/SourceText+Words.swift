extension SourceText {
  /// The word that starts at an offset, of letters, digits, underscores and whatever is not ASCII;
  /// where none does, the one byte there.
  package func word(at offset: Int) -> SourceRange {
    var end = offset
    while end < utf8.count, Self.isWordByte(utf8[end]) { end += 1 }
    return SourceRange(offset, max(end, min(offset + 1, utf8.count)))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}
