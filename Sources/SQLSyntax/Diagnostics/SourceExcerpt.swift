/// The line a range starts on, made ready to be drawn with a mark under the range.
///
/// Widths are counted in cells of a terminal: a tab is four, a wide character two.
struct SourceExcerpt {
  let position: SourcePosition
  /// The line, or a window of it, tabs and control characters made visible.
  let text: String
  /// The spaces that bring the mark under the range.
  let indent: String
  /// At least one.
  let markWidth: Int
  /// ` ... and 3 more lines`, where the range goes on.
  let remark: String

  init(of range: SourceRange, in source: SourceText, width: Int) {
    let lower = min(max(range.lowerBound, 0), source.utf8.count)
    let upper = min(max(range.upperBound, lower), source.utf8.count)
    position = source.position(of: lower)
    let line = source.lineRange(position.line) ?? SourceRange(lower, lower)
    var window = CellWindow(of: line, around: lower, in: source, reach: 4 * width)
    window.trim(toWidth: width, around: SourceRange(lower, upper))
    let before = window.cells.prefix { $0.range.upperBound <= lower }
    let marked = window.cells.dropFirst(before.count).prefix { $0.range.lowerBound < upper }
    indent = String(repeating: " ", count: before.reduce(window.leadWidth) { $0 + $1.width })
    markWidth = max(marked.reduce(0) { $0 + $1.width }, 1)
    text = window.text
    remark = Self.remark(from: position.line, to: upper, in: source)
  }

  private static func remark(from line: Int, to upper: Int, in source: SourceText) -> String {
    // The last byte of the range decides, so that a range up to a line's end ends on that line.
    let count = source.position(of: upper).line - line
    let isAtStart = source.position(of: upper).column == 1
    let more = isAtStart ? count - 1 : count
    if more <= 0 { return "" }
    return more == 1 ? " ... and 1 more line" : " ... and \(more) more lines"
  }
}

/// One character as it is drawn.
struct Cell {
  var text: String
  var width: Int
  /// Its bytes in the source.
  var range: SourceRange
}

/// A run of a line's characters, and whether more stands on either side.
struct CellWindow {
  private(set) var cells: [Cell]
  private(set) var isCutBefore: Bool
  private(set) var isCutAfter: Bool

  private static let ellipsis = "..."

  /// Takes at most `reach` bytes on each side of `offset`, so that a huge line costs little.
  init(of line: SourceRange, around offset: Int, in source: SourceText, reach: Int) {
    var lower = max(line.lowerBound, min(offset, line.upperBound) - reach)
    var upper = min(line.upperBound, offset + reach)
    while lower > line.lowerBound, source.utf8[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < line.upperBound, source.utf8[upper] & 0xC0 == 0x80 { upper += 1 }
    isCutBefore = lower > line.lowerBound
    isCutAfter = upper < line.upperBound
    cells = []
    var start = lower
    for character in source[SourceRange(lower, max(lower, upper))] {
      let end = start + String(character).utf8.count
      cells.append(
        Cell(
          text: character.drawn, width: character.drawnWidth, range: SourceRange(start, end)))
      start = end
    }
  }

  var text: String {
    (isCutBefore ? Self.ellipsis : "") + cells.map(\.text).joined()
      + (isCutAfter ? Self.ellipsis : "")
  }

  var leadWidth: Int { isCutBefore ? Self.ellipsis.count : 0 }

  /// Drops characters from both ends until the rest is narrow enough, a third of it before the
  /// range.
  mutating func trim(toWidth width: Int, around range: SourceRange) {
    var total = cells.reduce(0) { $0 + $1.width }
    if total <= width { return }
    var before = cells.prefix { $0.range.lowerBound < range.lowerBound }
      .reduce(0) { $0 + $1.width }
    var dropped = 0
    while before > width / 3, total > width {
      before -= cells[dropped].width
      total -= cells[dropped].width
      dropped += 1
    }
    var kept = cells.count
    while total > width, kept > dropped {
      kept -= 1
      total -= cells[kept].width
    }
    isCutBefore = isCutBefore || dropped > 0
    isCutAfter = isCutAfter || kept < cells.count
    cells = Array(cells[dropped..<kept])
  }
}
