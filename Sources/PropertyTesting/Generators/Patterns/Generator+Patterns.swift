extension Generator where Value == String {
  /// Strings that match a pattern.
  ///
  /// ```swift
  /// let name = Generator.string(matching: try StringPattern("[a-z_][a-z0-9_]{0,10}"))
  /// ```
  public static func string(
    matching pattern: StringPattern, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    let writer = PatternWriter(line: line, column: column)
    return Generator(inline: { source in
      var text = ""
      try writer.write(pattern.part, to: &text, from: source)
      return text
    })
  }
}

/// Writes a string that matches a pattern, one part at a time.
private struct PatternWriter: Sendable {
  let line: UInt
  let column: UInt

  func write(
    _ part: StringPattern.Part, to text: inout String, from source: ChoiceSource
  ) throws {
    switch part {
    case .character(let alphabet):
      text.append(try source.character(in: alphabet, line: line, column: column))
    case .sequence(let parts):
      for part in parts { try write(part, to: &text, from: source) }
    case .alternatives(let parts):
      let place = try source.branch(parts.count, line: line, column: column)
      try write(parts[place], to: &text, from: source)
    case .repetition(let part, let count):
      let pieces = try source.array(count: count, line: line, column: column) { source in
        var piece = ""
        try write(part, to: &piece, from: source)
        return piece
      }
      text += pieces.joined()
    }
  }
}
