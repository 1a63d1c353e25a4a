import SQLSyntax

extension SQLiteStatementParser {
  /// `WINDOW name AS (...), ...`, from behind its word.
  mutating func windowDefinitions() throws(SQLiteSyntaxError) -> [WindowDefinition] {
    var windows: [WindowDefinition] = []
    repeat {
      let symbols = windows.isEmpty ? 3 : 5
      let name = try name("the name of a window")
      try expect(.as, "AS")
      try expect(.leftParenthesis, "\"(\"")
      var window = try above(symbols) { parser throws(SQLiteSyntaxError) in
        try parser.windowBody()
      }
      try closeParenthesis(symbols: symbols + 2)
      window.name = name
      windows.append(window)
    } while skip(.comma)
    return windows
  }

  /// `[base] [PARTITION BY ...] [ORDER BY ...] [frame]`, up to the closing parenthesis.
  mutating func windowBody() throws(SQLiteSyntaxError) -> WindowDefinition {
    try checkStack(1)
    var window = WindowDefinition()
    switch kind {
    case .partition, .order, .range, .rows, .groups, .rightParenthesis: break
    default: window.base = try name("PARTITION BY, ORDER BY, a frame or \")\"")
    }
    var symbols = window.base == nil ? 0 : 1
    if skip(.partition) {
      try expect(.by, "BY")
      window.partitionBy = try expressions(above: symbols + 2)
      symbols += 3
    }
    if skip(.order) {
      try expect(.by, "BY")
      window.orderBy = try sortItems(above: symbols + 2)
    }
    // Behind PARTITION BY the order takes its place also where it is not written.
    if !window.partitionBy.isEmpty {
      symbols += 1
    } else if !window.orderBy.isEmpty {
      symbols += 3
    }
    try checkStack(symbols + 1)
    window.frame = try frame(above: symbols)
    return window
  }

  private mutating func frame(above symbols: Int) throws(SQLiteSyntaxError) -> WindowFrame? {
    let unit: WindowFrameUnit
    switch kind {
    case .range: unit = .range
    case .rows: unit = .rows
    case .groups: unit = .groups
    default: return nil
    }
    advance()
    var frame = WindowFrame(unit: unit, start: .currentRow)
    let first = token
    if skip(.between) {
      frame.start = try bound(isEnd: false, above: symbols + 2)
      try expect(.and, "AND")
      frame.end = try bound(isEnd: true, above: symbols + 4)
    } else {
      frame.start = try bound(isEnd: false, above: symbols + 1)
    }
    try check(frame, at: first)
    if skip(.exclude) { frame.exclusion = try exclusion() }
    let width = frame.exclusion.map { $0 == .noOthers || $0 == .currentRow ? 3 : 2 } ?? 1
    try checkStack(symbols + (frame.end == nil ? 2 : 5) + width)
    return frame
  }

  private mutating func bound(
    isEnd: Bool, above symbols: Int
  ) throws(SQLiteSyntaxError) -> WindowFrameBound {
    if skip(.unbounded) {
      try expect(isEnd ? .following : .preceding, isEnd ? "FOLLOWING" : "PRECEDING")
      return isEnd ? .unboundedFollowing : .unboundedPreceding
    }
    if skip(.current) {
      try expect(.row, "ROW")
      return .currentRow
    }
    let distance = try expression(above: symbols)
    if skip(.preceding) { return .preceding(distance) }
    try expect(.following, "PRECEDING or FOLLOWING")
    return .following(distance)
  }

  /// SQLite refuses frames that end before they start, as far as their words show it.
  private func check(_ frame: WindowFrame, at token: SQLiteToken) throws(SQLiteSyntaxError) {
    switch (frame.start, frame.end ?? .currentRow) {
    case (.currentRow, .preceding), (.following, .preceding), (.following, .currentRow):
      throw SQLiteSyntaxError(
        code: "unsupported-frame", "This frame would end before it starts",
        SourceRange(Int(token.start), previousEnd))
    default: break
    }
  }

  private mutating func exclusion() throws(SQLiteSyntaxError) -> WindowFrameExclusion {
    let taken = kind
    switch taken {
    case .no, .current, .group, .ties: advance()
    default: throw unexpected("NO OTHERS, CURRENT ROW, GROUP or TIES")
    }
    switch taken {
    case .no:
      try expect(.others, "OTHERS")
      return .noOthers
    case .current:
      try expect(.row, "ROW")
      return .currentRow
    case .group: return .group
    default: return .ties
    }
  }
}
