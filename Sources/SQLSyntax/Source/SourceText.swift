/// A file's name and its bytes, with the arithmetic between bytes, lines and columns.
///
/// - Invariant: The bytes are valid UTF-8; what is not never becomes a `SourceText`.
package struct SourceText: Hashable, Sendable {
  /// As the user would name it, for diagnostics.
  package let name: String
  package let utf8: [UInt8]
  /// The offset of each line's first byte.
  ///
  /// Lines end after LF; a CR before it belongs to the end.
  private let lineStarts: [Int]

  package init(name: String, text: String) {
    self.init(name: name, validatedUTF8: Array(text.utf8))
  }

  /// Makes a source of bytes, or gives the offset of the first byte that is not UTF-8.
  package static func decoding(
    _ bytes: [UInt8], name: String
  ) -> Result<SourceText, InvalidUTF8> {
    if let offset = firstInvalidByte(in: bytes) { return .failure(InvalidUTF8(offset: offset)) }
    return .success(SourceText(name: name, validatedUTF8: bytes))
  }

  private init(name: String, validatedUTF8 bytes: [UInt8]) {
    self.name = name
    utf8 = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  package var text: String { String(decoding: utf8, as: UTF8.self) }
  package var lineCount: Int { lineStarts.count }
  package var range: SourceRange { SourceRange(0, utf8.count) }

  /// The text of a range; bounds outside the file are cut to it.
  package subscript(range: SourceRange) -> String {
    let lower = min(max(range.lowerBound, 0), utf8.count)
    let upper = min(max(range.upperBound, lower), utf8.count)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }

  /// - Complexity: O(log lines + length of the line).
  package func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), utf8.count)
    let line = lineIndex(of: offset)
    let scalars = utf8[lineStarts[line]..<offset].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line + 1, column: scalars + 1)
  }

  /// The bytes of a line from 1, without its line end; `nil` where there is no such line.
  package func lineRange(_ line: Int) -> SourceRange? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : utf8.count
    if end > start, utf8[end - 1] == 0x0D, line < lineStarts.count { end -= 1 }
    return SourceRange(start, end)
  }

  private func lineIndex(of offset: Int) -> Int {
    var lower = 0
    var upper = lineStarts.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if lineStarts[middle] <= offset { lower = middle } else { upper = middle }
    }
    return lower
  }
}

/// Bytes that are not UTF-8, and where the first of them is.
package struct InvalidUTF8: Error, Hashable, Sendable {
  package var offset: Int

  package init(offset: Int) {
    self.offset = offset
  }
}

extension SourceText {
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return bytes.count
      case .error: return offset
      }
    }
  }
}
