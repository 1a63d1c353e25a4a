extension Character {
  /// The character as a terminal can show it: tabs as four spaces, controls as their pictures.
  var drawn: String {
    if self == "\t" { return "    " }
    return String(String.UnicodeScalarView(unicodeScalars.map(\.drawn)))
  }

  /// The cells of a terminal that ``drawn`` takes.
  var drawnWidth: Int {
    if self == "\t" { return 4 }
    return unicodeScalars.map { $0.drawn.cellWidth }.max() ?? 0
  }
}

extension Unicode.Scalar {
  /// The scalar itself, or a picture of it where it would move the cursor or turn the line around.
  fileprivate var drawn: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(value + 0x2400) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }

  /// Two for the wide characters of East Asia and for emoji, none for marks on others.
  fileprivate var cellWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// Source: Unicode Standard Annex #11, the blocks whose characters are W or F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text with control characters other than line ends made visible.
  var printable: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    return map { $0.isNewline ? "\n" : $0.drawn }.joined()
  }

  var trimmingTrailingSpaces: String {
    var result = self[...]
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
