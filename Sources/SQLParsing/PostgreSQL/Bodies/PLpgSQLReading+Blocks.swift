import SQLSyntax

extension PLpgSQLReading {
  /// `[<<label>>] [DECLARE ...] BEGIN ... [EXCEPTION ...] END [label]`.
  mutating func readBlock() throws(FragmentFailure) {
    try skipLabel()
    if isWord("declare") { try readDeclarations() }
    try expect("begin")
    let start = statements.count
    let outer = conditions
    try under([]) { reading throws(FragmentFailure) in
      try reading.readStatements(until: ["exception", "end"])
    }
    if isWord("exception") {
      let body = start..<statements.count
      let caught = try readHandlers()
      // Whatever the block did is undone and goes on in a handler.
      for position in body {
        statements[position].conditions.insert(.handled(caught), at: outer.count)
      }
    }
    try expect("end")
    if index < limit, !isSymbol(";") { index += 1 }
  }

  mutating func skipLabel() throws(FragmentFailure) {
    guard isOperator("<<") else { return }
    index += 2
    guard isOperator(">>") else { throw failure() }
    index += 1
  }

  /// All the conditions that the handlers name.
  private mutating func readHandlers() throws(FragmentFailure) -> [String] {
    try expect("exception")
    var all: [String] = []
    while isWord("when") {
      index += 1
      let names = try handledConditions()
      all += names.filter { !all.contains($0) }
      try expect("then")
      try under([.inHandler(names)]) { reading throws(FragmentFailure) in
        try reading.readStatements(until: ["when", "end"])
      }
    }
    guard !all.isEmpty else { throw failure() }
    return all
  }

  /// `duplicate_object OR SQLSTATE '42710'`: names in lower case, codes as they are.
  private mutating func handledConditions() throws(FragmentFailure) -> [String] {
    var names: [String] = []
    repeat {
      if isWord("or") { index += 1 }
      if isWord("sqlstate"), index + 1 < limit {
        index += 1
        names.append(text.string(index).filter { $0 != "'" })
      } else if let name = index < limit ? text.name(index) : nil {
        names.append(name)
      } else {
        throw failure()
      }
      index += 1
    } while isWord("or")
    return names
  }

  mutating func readStatements(until words: [StaticString]) throws(FragmentFailure) {
    while !words.contains(where: { isWord($0) }) {
      guard index < limit else { throw failure() }
      try readStatement()
    }
  }

  // MARK: Declarations

  private mutating func readDeclarations() throws(FragmentFailure) {
    index += 1
    while !isWord("begin") {
      if isWord("declare") {
        index += 1
        continue
      }
      if isOperator("<<") {
        try skipLabel()
        continue
      }
      try readDeclaration()
    }
  }

  /// `name [CONSTANT] type [COLLATE name] [NOT NULL] [DEFAULT value];`, an alias, or a cursor.
  private mutating func readDeclaration() throws(FragmentFailure) {
    guard index < limit else { throw failure() }
    index += 1
    if isWord("constant") { index += 1 }
    if isWord("alias") {
      _ = try take(until: "begin")
      return try expectSemicolon()
    }
    if isWord("cursor") || isWord("scroll") || isWord("no") { return try readCursor() }
    let start = index
    while index < limit, !isSymbol(";"), !isWord("default"), !isWord("not"), !isSymbol(":="),
      !isOperator("="), !isWord("collate")
    {
      index = isSymbol("(") || isSymbol("[") ? text.closing(index) + 1 : index + 1
    }
    guard start < index else { throw failure() }
    addType(start..<index)
    if isWord("collate") { index += isSymbol(".", ahead: 2) ? 4 : 2 }
    if isWord("not") { index += 2 }
    if isWord("default") || isSymbol(":=") || isOperator("=") {
      index += 1
      let value = try take(until: ";")
      try addExpression(value)
    }
    try expectSemicolon()
  }

  private mutating func readCursor() throws(FragmentFailure) {
    while index < limit, !isWord("for"), !isWord("is"), !isSymbol(";") {
      index = isSymbol("(") ? text.closing(index) + 1 : index + 1
    }
    guard isWord("for") || isWord("is") else { throw failure() }
    index += 1
    let query = try take(until: ";")
    add(.statement(try fragments.statement(query)))
    try expectSemicolon()
  }

  /// A variable's type has to exist when the routine is made; it is kept as a cast of NULL.
  private mutating func addType(_ tokens: Range<Int>) {
    guard let type = declaredType(tokens) else { return }
    let null = SQLExpression(kind: .literal(.null))
    add(
      .expression(
        SQLExpression(kind: .cast(null, type), place: fragments.place(tokens))))
  }

  private func declaredType(_ tokens: Range<Int>) -> TypeName? {
    let last = tokens.upperBound - 1
    if tokens.count >= 3, text.tokens[last - 1].kind == .operatorName {
      let parts = stride(from: tokens.lowerBound, to: last - 1, by: 2).compactMap(identifier)
      guard let name = parts.last else { return nil }
      if text.isWord(last, "rowtype") {
        return TypeName(
          name: ObjectName(name: name, schema: parts.count > 1 ? parts[parts.count - 2] : nil),
          place: fragments.place(tokens))
      }
      // `variable%TYPE` names no table.
      guard parts.count > 1 else { return nil }
      return TypeName(
        name: ObjectName(
          name: parts[parts.count - 2], schema: parts.count > 2 ? parts[parts.count - 3] : nil),
        columnOfType: name, place: fragments.place(tokens))
    }
    if tokens.count == 1, text.isWord(last, "record") || text.isWord(last, "refcursor") {
      return nil
    }
    guard
      case .success(.cast(_, let type)) = Result(catching: { () throws(FragmentFailure) in
        try fragments.expression(tokens, castFrom: "NULL::")
      }).map(\.kind)
    else { return nil }
    return type
  }

  private func identifier(_ token: Int) -> Identifier? {
    text.name(token).map {
      Identifier(
        $0, quoting: text.tokens[token].kind == .word ? .none : .double,
        place: fragments.place(token..<token + 1))
    }
  }
}

extension FragmentReading {
  /// The cast that a type's tokens make behind a value.
  func expression(_ type: Range<Int>, castFrom value: String) throws(FragmentFailure)
    -> SQLExpression
  {
    let statement = try statement(type, prefix: "SELECT " + value)
    guard case .select(let query) = statement.kind, case .select(let core) = query.body,
      core.items.count == 1
    else {
      throw FragmentFailure(message: "A type was expected here", range: text.range(type))
    }
    return core.items[0].expression
  }
}
