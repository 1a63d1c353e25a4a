import SQLSyntax

/// A file cut into one piece of text for each statement, with the comments that belong to it.
///
/// A statement's text starts after the one before and ends with the line of its semicolon: comments
/// above it are its own, and so is a comment behind it on the same line. What stands above the
/// first statement and is parted from it by an empty line belongs to the file, and so does
/// everything behind the last statement.
///
/// - Invariant: Head, segments and tail in order are the file, byte for byte.
struct StatementSegments {
  let head: SourceRange
  let segments: [SourceRange]
  let tail: SourceRange

  /// `nil` where a statement has no place, or two overlap.
  init?(_ script: Script) {
    let bytes = script.source.utf8
    var ends: [Int] = []
    var lower = 0
    for (index, statement) in script.statements.enumerated() {
      guard let range = statement.place.range, range.lowerBound >= lower else { return nil }
      let next = index + 1 < script.statements.count
      let limit = next ? script.statements[index + 1].place.range?.lowerBound : bytes.count
      let scanner = GapScanner(bytes: bytes, limit: limit ?? bytes.count)
      lower = scanner.endOfStatement(from: range.upperBound)
      ends.append(lower)
    }
    guard let first = script.statements.first?.place.range else { return nil }
    let start = GapScanner(bytes: bytes, limit: first.lowerBound).startOfComments()
    head = SourceRange(0, start)
    segments = zip([start] + ends.dropLast(), ends).map { SourceRange($0, $1) }
    tail = SourceRange(ends.last ?? start, bytes.count)
  }
}

/// Reads what stands between statements: spaces, comments, semicolons.
private struct GapScanner {
  let bytes: [UInt8]
  /// Where the next statement starts.
  let limit: Int

  /// Behind the semicolon, and the rest of its line where that is only a comment.
  func endOfStatement(from start: Int) -> Int {
    var position = start
    while position < limit {
      if bytes[position] == UInt8(ascii: ";") {
        let end = endOfLine(from: position + 1)
        return starts(with: "-- +goose StatementEnd", at: end) ? min(skip(from: end), limit) : end
      }
      position = skip(from: position)
    }
    return endOfLine(from: start)
  }

  /// Whether a comment speaks to the runner about the file.
  private func isDirective(at position: Int) -> Bool {
    let words = [
      "-- +", "--+", "-- migrate:", "-- migrations", "--liquibase", "-- atlas:", "-- depends",
      "-- shaketable:",
    ]
    return words.contains { starts(with: $0, at: position) }
      && !starts(with: "-- +goose StatementBegin", at: position)
  }

  private func starts(with text: String, at position: Int) -> Bool {
    bytes[min(position, bytes.count)...].starts(with: text.utf8)
  }

  /// Behind the line's end if nothing but spaces and comments stand before it.
  private func endOfLine(from start: Int) -> Int {
    var position = start
    while position < limit {
      switch bytes[position] {
      case 0x0A: return position + 1
      case 0x20, 0x09, 0x0D: position += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"):
        let end = skip(from: position)
        if end > limit { return start }
        // The end of a line comment is the end of the line.
        if bytes[position] == UInt8(ascii: "-") { return end }
        position = end
      default: return start
      }
    }
    return position == bytes.count ? position : start
  }

  /// Behind one byte, or one comment with its line end.
  private func skip(from position: Int) -> Int {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if bytes[position] == UInt8(ascii: "-"), next == UInt8(ascii: "-") {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      return min(end + 1, bytes.count)
    }
    if bytes[position] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
      return endOfBlock(from: position + 2)
    }
    return position + 1
  }

  /// Block comments nest on PostgreSQL; on SQLite an opening within one is rare enough.
  private func endOfBlock(from start: Int) -> Int {
    var depth = 1
    var position = start
    while position + 1 < bytes.count, depth > 0 {
      if bytes[position] == UInt8(ascii: "/"), bytes[position + 1] == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    }
    return min(position, bytes.count)
  }

  /// Where the comments start that touch the first statement: behind the last empty line.
  func startOfComments() -> Int {
    var start = 0
    var position = 0
    var isEmpty = true
    while position < limit {
      if bytes[position] == 0x0A {
        if isEmpty { start = position + 1 }
        isEmpty = true
        position += 1
      } else if bytes[position] == 0x20 || bytes[position] == 0x09 || bytes[position] == 0x0D {
        position += 1
      } else {
        let end = skip(from: position)
        if isDirective(at: position) { start = end }
        position = end
        // A line comment takes its line end along.
        isEmpty = bytes[end - 1] == 0x0A
      }
    }
    return start
  }
}
