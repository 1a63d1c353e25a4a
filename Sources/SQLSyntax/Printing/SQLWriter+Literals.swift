extension SQLWriter {
  mutating func write(_ literal: Literal) {
    switch literal {
    case .null: word("NULL")
    case .boolean(let value): word(value ? "TRUE" : "FALSE")
    case .integer(let digits), .decimal(let digits): word(digits)
    case .string(let text): write(string: text)
    case .blob(let digits): write(blob: digits)
    case .bits(let text): write(bits: text)
    }
  }

  /// PostgreSQL says it as a `bytea` in its hexadecimal form.
  private mutating func write(blob digits: String) {
    word(isSQLite ? "X'\(digits)'" : "'\\x\(digits)'::bytea")
  }

  /// SQLite has no bit strings: hexadecimal digits become a blob, others text.
  private mutating func write(bits text: String) {
    let digits = String(text.dropFirst())
    let isHexadecimal = text.hasPrefix("x") || text.hasPrefix("X")
    if isPostgreSQL {
      word((isHexadecimal ? "X" : "B") + digits.singleQuoted)
    } else {
      word((isHexadecimal && digits.utf8.count % 2 == 0 ? "X" : "") + digits.singleQuoted)
    }
  }

  mutating func write(wildcard qualifier: [Identifier]) {
    guard let last = qualifier.last else { return word("*") }
    write(
      ObjectName(
        name: last, schema: qualifier.dropLast().last, catalog: qualifier.dropLast(2).last))
    append(".*")
  }

  mutating func write(cast value: SQLExpression, _ type: TypeName) {
    if isSQLite { return write(castCall: value, type) }
    write(value, atLeast: .cast)
    glue("::")
    write(type)
  }

  mutating func write(castCall value: SQLExpression, _ type: TypeName) {
    word("CAST")
    attach()
    parenthesized {
      $0.write(value)
      $0.word("AS")
      $0.write(type)
    }
  }

  mutating func write(_ conditional: CaseExpression) {
    let wasRestricted = isRestricted
    isRestricted = false
    word("CASE")
    if let operand = conditional.operand { write(operand) }
    for branch in conditional.branches {
      write(keyword: "WHEN", branch.condition)
      write(keyword: "THEN", branch.result)
    }
    write(keyword: "ELSE", conditional.otherwise)
    word("END")
    isRestricted = wasRestricted
  }

  mutating func write(array items: [SQLExpression]) {
    word("ARRAY")
    attach()
    parenthesized("[", "]") { $0.list(items) { $0.write($1) } }
  }

  mutating func write(row items: [SQLExpression]) {
    if items.count < 2, isPostgreSQL {
      word("ROW")
      attach()
    }
    parenthesizedList(items) { $0.write($1) }
  }

  /// A column takes subscripts as it is; anything else stands in parentheses.
  mutating func write(_ value: SQLExpression, subscripts path: [ArraySubscript]) {
    if case .column = value.kind, path.first?.isField == false {
      write(value)
    } else {
      parenthesized { $0.write(value) }
    }
    write(path: path)
  }

  mutating func write(path: [ArraySubscript]) {
    for part in path {
      attach()
      switch part {
      case .field(let name): append("." + name.quoted(in: dialect, as: .label))
      case .element(let index): parenthesized("[", "]") { $0.write(index) }
      case .slice(let lower, let upper):
        parenthesized("[", "]") {
          if let lower { $0.write(lower) }
          $0.glue(":")
          if let upper { $0.write(upper) }
        }
      }
    }
  }

  mutating func write(raise action: RaiseAction, _ message: SQLExpression?) {
    word("RAISE")
    attach()
    parenthesized {
      $0.word(action.rawValue)
      guard let message else { return }
      $0.comma()
      $0.write(message)
    }
  }

  mutating func write(_ kind: GroupingSetKind, _ items: [SQLExpression]) {
    word(kind.rawValue)
    if kind != .empty { parenthesizedList(items) { $0.write($1) } }
  }
}

extension ArraySubscript {
  var isField: Bool {
    if case .field = self { return true }
    return false
  }
}
