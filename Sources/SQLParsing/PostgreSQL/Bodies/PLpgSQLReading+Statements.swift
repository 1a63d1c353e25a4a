import SQLSyntax

extension PLpgSQLReading {
  mutating func readStatement() throws(FragmentFailure) {
    if isOperator("<<") { return try readLabelled() }
    if isAssignment() { return try readAssignment() }
    if try readControl() { return }
    if try readAction() { return }
    try readSQL()
  }

  private mutating func readLabelled() throws(FragmentFailure) {
    if isWord("declare", ahead: 3) || isWord("begin", ahead: 3) { return try readNestedBlock() }
    try skipLabel()
    guard try readControl() else { throw failure() }
  }

  private mutating func readNestedBlock() throws(FragmentFailure) {
    try under([]) { reading throws(FragmentFailure) in try reading.readBlock() }
    try expectSemicolon()
  }

  /// Blocks, branches and loops; `false` for any other statement.
  private mutating func readControl() throws(FragmentFailure) -> Bool {
    if isWord("begin") || isWord("declare") {
      try readNestedBlock()
    } else if isWord("if") {
      try readIf()
    } else if isWord("case") {
      try readCase()
    } else if isWord("loop") {
      try readLoopBody("LOOP")
    } else if isWord("while") {
      index += 1
      let condition = try take(until: "loop")
      try addExpression(condition)
      try readLoopBody("WHILE")
    } else if isWord("for") {
      try readFor()
    } else if isWord("foreach") {
      try readForEach()
    } else {
      return false
    }
    return true
  }

  /// Statements of the language that are no control structure; `false` for SQL.
  private mutating func readAction() throws(FragmentFailure) -> Bool {
    let start = index
    if isWord("null"), isSymbol(";", ahead: 1) {
      index += 1
    } else if isWord("return") {
      try readReturn()
    } else if isWord("raise") {
      try readRaise()
    } else if isWord("perform") {
      try readPerform()
    } else if isWord("execute") {
      index += 1
      try readExecute(until: start)
    } else if isWord("assert") {
      index += 1
      let condition = try take(until: ";")
      for part in parts(of: condition) { try addExpression(part) }
    } else if isWord("exit") || isWord("continue") || isWord("get") || isWord("fetch")
      || isWord("move") || isWord("close")
    {
      let kind = text.string(index).asciiUppercased()
      while index < limit, !isSymbol(";") { index += 1 }
      add(.opaque(kind: kind, place: fragments.place(start..<index)))
    } else if isWord("open") {
      try readOpen()
    } else {
      return false
    }
    try expectSemicolon()
    return true
  }

  // MARK: Assignments

  /// `name[.field][[subscript]] := value`, or with `=`.
  private func isAssignment() -> Bool {
    guard index < limit, text.name(index) != nil || text.tokens[index].kind == .parameter else {
      return false
    }
    var next = index + 1
    while next < limit {
      if text.isSymbol(next, ".") {
        next += 2
      } else if text.isSymbol(next, "[") {
        next = text.closing(next) + 1
      } else {
        break
      }
    }
    guard next < limit else { return false }
    return text.isSymbol(next, ":=")
      || (text.tokens[next].kind == .operatorName && text.string(next) == "=")
  }

  private mutating func readAssignment() throws(FragmentFailure) {
    while !isSymbol(":="), !isOperator("=") {
      index = isSymbol("[") ? text.closing(index) + 1 : index + 1
    }
    index += 1
    let value = try take(until: ";")
    try addExpression(value)
    try expectSemicolon()
  }

  // MARK: SQL

  private mutating func readSQL() throws(FragmentFailure) {
    let tokens = try takeStatement()
    add(.statement(try fragments.statement(tokens, hidden: intoClause(tokens))))
    try expectSemicolon()
  }

  /// The tokens up to the semicolon; the body of a routine in the standard's form has its own.
  mutating func takeStatement() throws(FragmentFailure) -> Range<Int> {
    let start = index
    var blocks = 0
    while index < limit {
      if isSymbol(";"), blocks == 0 { break }
      if isWord("begin"), isWord("atomic", ahead: 1) { blocks = 1 }
      if blocks > 0, isWord("case") { blocks += 1 }
      if blocks > 0, isWord("end") { blocks -= 1 }
      index = isSymbol("(") || isSymbol("[") ? text.closing(index) + 1 : index + 1
    }
    guard index < limit, start < index else { throw failure() }
    return start..<index
  }

  /// `INTO [STRICT] target, ...`, which is the language's own and no part of the SQL.
  ///
  /// `INSERT INTO` and `MERGE INTO` are SQL's.
  func intoClause(_ tokens: Range<Int>) -> Range<Int>? {
    if text.isWord(tokens.lowerBound, "import") || text.isWord(tokens.lowerBound, "create") {
      return nil
    }
    for start in tokens
    where text.isWord(start, "into") && !text.isWord(start - 1, "insert")
      && !text.isWord(start - 1, "merge")
    {
      var end = start + 1
      if text.isWord(end, "strict") { end += 1 }
      end = endOfTarget(end)
      while end < tokens.upperBound, text.isSymbol(end, ",") { end = endOfTarget(end + 1) }
      return start..<min(end, tokens.upperBound)
    }
    return nil
  }

  private func endOfTarget(_ start: Int) -> Int {
    var end = start + 1
    while end < limit {
      if text.isSymbol(end, ".") {
        end += 2
      } else if text.isSymbol(end, "[") {
        end = text.closing(end) + 1
      } else {
        break
      }
    }
    return end
  }

  /// `PERFORM query` is `SELECT query` whose result goes nowhere.
  private mutating func readPerform() throws(FragmentFailure) {
    let start = index
    index += 1
    let tokens = try take(until: ";")
    var statement = try fragments.statement(tokens, prefix: "SELECT ")
    statement.place = fragments.place(start..<tokens.upperBound)
    add(.statement(statement))
  }

  // MARK: RETURN, RAISE, OPEN

  private mutating func readReturn() throws(FragmentFailure) {
    let start = index
    index += 1
    if isWord("query") {
      index += 1
      if isWord("execute") {
        index += 1
        return try readExecute(until: start)
      }
      let query = try take(until: ";")
      return add(.statement(try fragments.statement(query)))
    }
    let isNext = isWord("next")
    if isNext { index += 1 }
    if !isSymbol(";") {
      let value = try take(until: ";")
      try addExpression(value)
    }
    if !isNext { add(.leave(place: fragments.place(start..<index))) }
  }

  /// `RAISE [level] ['format', values | name | SQLSTATE 'code'] [USING option = value, ...]`.
  private mutating func readRaise() throws(FragmentFailure) {
    let start = index
    index += 1
    var level = "exception"
    for word in ["debug", "log", "info", "notice", "warning", "exception"]
    where index < limit && text.tokens[index].kind == .word && text.name(index) == word {
      level = word
      index += 1
      break
    }
    while index < limit, !isSymbol(";") {
      index = isSymbol("(") || isSymbol("[") ? text.closing(index) + 1 : index + 1
    }
    add(.raise(level: level, place: fragments.place(start..<min(index, limit))))
  }

  private mutating func readOpen() throws(FragmentFailure) {
    let start = index
    while index < limit, !isSymbol(";"), !isWord("for") {
      index = isSymbol("(") ? text.closing(index) + 1 : index + 1
    }
    guard isWord("for") else {
      return add(.opaque(kind: "OPEN", place: fragments.place(start..<index)))
    }
    index += 1
    if isWord("execute") {
      index += 1
      return try readExecute(until: start)
    }
    let query = try take(until: ";")
    add(.statement(try fragments.statement(query)))
  }
}
