import SQLSyntax

extension PLpgSQLReading {
  /// A condition as the tree keeps it; `negated` for what runs when it does not hold.
  private func condition(
    _ tokens: Range<Int>, isNegated: Bool
  ) throws(FragmentFailure) -> BodyCondition {
    .when(try fragments.expression(tokens), isNegated: isNegated)
  }

  mutating func readIf() throws(FragmentFailure) {
    index += 1
    var earlier: [BodyCondition] = []
    try readBranch(&earlier)
    while isWord("elsif") || isWord("elseif") {
      index += 1
      try readBranch(&earlier)
    }
    if isWord("else") {
      index += 1
      try under(earlier) { reading throws(FragmentFailure) in
        try reading.readStatements(until: ["end"])
      }
    }
    try expect("end")
    try expect("if")
    try expectSemicolon()
  }

  /// `condition THEN statements`, which runs when no earlier condition held.
  private mutating func readBranch(_ earlier: inout [BodyCondition]) throws(FragmentFailure) {
    let tokens = try take(until: "then")
    try expect("then")
    let holds = try condition(tokens, isNegated: false)
    try under(earlier + [holds]) { reading throws(FragmentFailure) in
      try reading.readStatements(until: ["elsif", "elseif", "else", "end"])
    }
    earlier.append(try condition(tokens, isNegated: true))
  }

  /// `CASE [value] WHEN values THEN ... [ELSE ...] END CASE`.
  mutating func readCase() throws(FragmentFailure) {
    index += 1
    var subject: SQLExpression?
    if !isWord("when") {
      let tokens = try take(until: "when")
      subject = try fragments.expression(tokens)
    }
    var earlier: [BodyCondition] = []
    while isWord("when") {
      index += 1
      let tokens = try take(until: "then")
      try expect("then")
      let test = try caseTest(subject, tokens)
      try under(earlier + [.when(test, isNegated: false)]) { reading throws(FragmentFailure) in
        try reading.readStatements(until: ["when", "else", "end"])
      }
      earlier.append(.when(test, isNegated: true))
    }
    if isWord("else") {
      index += 1
      try under(earlier) { reading throws(FragmentFailure) in
        try reading.readStatements(until: ["end"])
      }
    }
    try expect("end")
    try expect("case")
    try expectSemicolon()
  }

  private func caseTest(
    _ subject: SQLExpression?, _ tokens: Range<Int>
  ) throws(FragmentFailure) -> SQLExpression {
    guard let subject else { return try fragments.expression(tokens) }
    var values: [SQLExpression] = []
    for part in parts(of: tokens) { values.append(try fragments.expression(part)) }
    return SQLExpression(
      kind: .inList(subject, values, isNegated: false), place: fragments.place(tokens))
  }

  /// The parts of a list, cut at the commas outside parentheses.
  func parts(of tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    var position = start
    while position < tokens.upperBound {
      if text.isSymbol(position, ",") {
        if start < position { parts.append(start..<position) }
        start = position + 1
      }
      let isOpen = text.isSymbol(position, "(") || text.isSymbol(position, "[")
      position = isOpen ? text.closing(position) + 1 : position + 1
    }
    if start < tokens.upperBound { parts.append(start..<tokens.upperBound) }
    return parts
  }

  // MARK: Loops

  /// `LOOP statements END LOOP [label];`.
  mutating func readLoopBody(_ kind: String) throws(FragmentFailure) {
    try expect("loop")
    try under([.loop(kind)]) { reading throws(FragmentFailure) in
      try reading.readStatements(until: ["end"])
    }
    try expect("end")
    try expect("loop")
    if index < limit, !isSymbol(";") { index += 1 }
    try expectSemicolon()
  }

  /// `FOR target IN ...`: integers, a query, a cursor, or `EXECUTE`.
  mutating func readFor() throws(FragmentFailure) {
    let start = index
    index += 1
    _ = try take(until: "in")
    try expect("in")
    if isWord("reverse") { index += 1 }
    if isWord("execute") {
      index += 1
      try readExecute(until: start)
      return try readLoopBody("FOR")
    }
    let tokens = try take(until: "loop")
    try readForSource(tokens)
    try readLoopBody("FOR")
  }

  private mutating func readForSource(_ tokens: Range<Int>) throws(FragmentFailure) {
    if let points = tokens.first(where: { text.isSymbol($0, "..") && depth(tokens, $0) == 0 }) {
      let step = tokens.last { text.isWord($0, "by") }
      let end = step ?? tokens.upperBound
      guard points > tokens.lowerBound, points + 1 < end else { throw failure() }
      try addExpression(tokens.lowerBound..<points)
      try addExpression(points + 1..<end)
      if let step, step + 1 < tokens.upperBound {
        try addExpression(step + 1..<tokens.upperBound)
      }
      return
    }
    let isCursor = tokens.count == 1 || text.isSymbol(tokens.lowerBound + 1, "(")
    if isCursor, text.name(tokens.lowerBound) != nil,
      !text.isWord(tokens.lowerBound, "select"), !text.isWord(tokens.lowerBound, "values")
    {
      return add(.opaque(kind: "FOR cursor", place: fragments.place(tokens)))
    }
    add(.statement(try fragments.statement(tokens)))
  }

  private func depth(_ tokens: Range<Int>, _ index: Int) -> Int {
    var depth = 0
    for position in tokens.lowerBound..<index {
      if text.isSymbol(position, "(") { depth += 1 }
      if text.isSymbol(position, ")") { depth -= 1 }
    }
    return depth
  }

  /// `FOREACH target [SLICE number] IN ARRAY value LOOP`.
  mutating func readForEach() throws(FragmentFailure) {
    index += 1
    _ = try take(until: "in")
    try expect("in")
    try expect("array")
    let value = try take(until: "loop")
    try addExpression(value)
    try readLoopBody("FOREACH")
  }
}
