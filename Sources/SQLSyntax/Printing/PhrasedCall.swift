/// A call that PostgreSQL's grammar spells with words between the arguments, `EXTRACT(year FROM x)`.
///
/// The parser makes a plain call of `pg_catalog.extract` and its like of it, so writing the phrase
/// gives the same tree, and is what people write.
enum PhrasedCall {
  case atTimeZone(SQLExpression, zone: SQLExpression)
  case extract(field: String, SQLExpression)
  /// `name(first word second …)`.
  case words(String, [(String?, SQLExpression)])
  case overlaps([SQLExpression])

  init?(_ call: FunctionCall) {
    guard call.name.catalog == nil, call.name.schema?.text == "pg_catalog",
      call.takesPlainArguments, call.filter == nil, call.over == nil
    else { return nil }
    let arguments = call.arguments.map(\.value)
    switch (call.name.name.text, arguments.count) {
    case ("timezone", 2): self = .atTimeZone(arguments[1], zone: arguments[0])
    case ("extract", 2):
      guard case .literal(.string(let field)) = arguments[0].kind else { return nil }
      self = .extract(field: field, arguments[1])
    case ("position", 2):
      self = .words("POSITION", [(nil, arguments[1]), ("IN", arguments[0])])
    case ("substring", 2...3):
      self = .words("SUBSTRING", Self.pairs(arguments, [nil, "FROM", "FOR"]))
    case ("overlay", 3...4):
      self = .words("OVERLAY", Self.pairs(arguments, [nil, "PLACING", "FROM", "FOR"]))
    case ("btrim", 1...2): self = Self.trim("BOTH", arguments)
    case ("ltrim", 1...2): self = Self.trim("LEADING", arguments)
    case ("rtrim", 1...2): self = Self.trim("TRAILING", arguments)
    case ("overlaps", 4): self = .overlaps(arguments)
    default: return nil
    }
  }

  private static func trim(_ side: String, _ arguments: [SQLExpression]) -> PhrasedCall {
    guard arguments.count == 2 else { return .words("TRIM", [(side + " FROM", arguments[0])]) }
    return .words("TRIM", [(side, arguments[1]), ("FROM", arguments[0])])
  }

  private static func pairs(
    _ arguments: [SQLExpression], _ words: [String?]
  ) -> [(String?, SQLExpression)] {
    zip(words, arguments).map { ($0, $1) }
  }
}

extension SQLWriter {
  func callPrecedence(_ call: FunctionCall) -> Precedence {
    guard isPostgreSQL, let form = PhrasedCall(call) else { return .primary }
    return switch form {
    case .atTimeZone: .atTimeZone
    case .overlaps: .test
    default: .primary
    }
  }

  mutating func write(_ call: PhrasedCall) {
    switch call {
    case .atTimeZone(let value, let zone):
      write(value, atLeast: .atTimeZone)
      write(keyword: "AT TIME ZONE", zone, .atTimeZone.next)
    case .extract(let field, let value): write(extract: field, value)
    case .words(let name, let parts): write(name, parts)
    case .overlaps(let bounds):
      write(row: Array(bounds.prefix(2)))
      word("OVERLAPS")
      write(row: Array(bounds.suffix(2)))
    }
  }

  private mutating func write(extract field: String, _ value: SQLExpression) {
    let isWord = Identifier(field).quoted(in: dialect) == field
    word("EXTRACT")
    attach()
    parenthesized {
      $0.word(isWord ? field : field.singleQuoted)
      $0.write(keyword: "FROM", value)
    }
  }

  private mutating func write(_ name: String, _ parts: [(String?, SQLExpression)]) {
    word(name)
    attach()
    parenthesized {
      // `POSITION` takes a restricted expression on both sides.
      $0.isRestricted = name == "POSITION"
      for (keyword, value) in parts {
        $0.word(keyword)
        $0.write(value)
      }
    }
  }
}
