import SQLSyntax

/// Moves a foreign key out of the text of `CREATE TABLE`.
struct ForeignKeyText {
  let source: SourceText

  /// The segment without these constraints, and without the commas that parted them.
  func removing(_ ranges: [SourceRange], from segment: SourceRange) -> [UInt8] {
    let bytes = source.utf8
    var text: [UInt8] = []
    var position = segment.lowerBound
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let gone = widened(range, within: segment)
      text += bytes[position..<max(position, gone.lowerBound)]
      position = max(position, gone.upperBound)
    }
    return text + bytes[position..<segment.upperBound]
  }

  /// A constraint of the table with the comma before it; one of a column with the space before it.
  private func widened(_ range: SourceRange, within segment: SourceRange) -> SourceRange {
    let bytes = source.utf8
    var start = range.lowerBound
    while start > segment.lowerBound, isSpace(bytes[start - 1]) { start -= 1 }
    guard start > segment.lowerBound else { return range }
    if bytes[start - 1] == UInt8(ascii: ",") {
      return SourceRange(start - 1, range.upperBound)
    }
    // The first element of the list: the comma behind it goes.
    if bytes[start - 1] == UInt8(ascii: "(") {
      var end = range.upperBound
      while end < segment.upperBound, isSpace(bytes[end]) { end += 1 }
      if end < segment.upperBound, bytes[end] == UInt8(ascii: ",") {
        return SourceRange(range.lowerBound, end + 1)
      }
      return range
    }
    return SourceRange(start, range.upperBound)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// `ALTER TABLE ... ADD ... FOREIGN KEY ...;`, in the words of the source.
  func statement(adding constraint: ExtractableConstraint) -> [UInt8]? {
    guard let tableRange = constraint.table.range else { return nil }
    let table = source[tableRange]
    let text = source[constraint.range]
    guard let column = constraint.column else {
      return Array("ALTER TABLE \(table) ADD \(text);\n".utf8)
    }
    guard let columnRange = column.place.range, let key = Self.references(in: text) else {
      return nil
    }
    let name = text[..<key]
    let rest = text[key...]
    return Array(
      "ALTER TABLE \(table) ADD \(name)FOREIGN KEY (\(source[columnRange])) \(rest);\n".utf8)
  }

  /// Where the word REFERENCES starts, outside of quotes.
  private static func references(in text: String) -> String.Index? {
    var isQuoted = false
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "\"" { isQuoted.toggle() }
      if !isQuoted, String(text[index...].prefix(10)).asciiLowercased() == "references" {
        return index
      }
      index = text.index(after: index)
    }
    return nil
  }
}
