/// Where a name stands, which decides the keywords it may be without quotes.
package enum IdentifierRole: Hashable, Sendable {
  /// A column, a table, or any other name without a rule of its own.
  case column
  /// A function's or a type's name that is not qualified.
  case functionOrType
  /// A name behind a point or behind `AS` of a result column.
  case label
}

extension Identifier {
  /// The name as it must be written, with double quotes where it would otherwise be read as a
  /// keyword, folded, or not read as a name at all.
  ///
  /// PostgreSQL's names are cut to 63 bytes, as the server cuts them. A name of that dialect is
  /// also quoted where it is not ASCII, since how the server folds it depends on its encoding.
  package func quoted(in dialect: Dialect, as role: IdentifierRole = .column) -> String {
    switch dialect {
    case .postgresql:
      let text = text.truncated(toUTF8Count: Self.maximumPostgreSQLLength)
      return Self.isPlainPostgreSQL(text, as: role) ? text : text.doubleQuoted
    case .sqlite:
      return Self.isPlainSQLite(text, as: role) ? text : text.doubleQuoted
    }
  }

  /// The name as a whole expression of SQLite, where the kind of quotes carries meaning.
  ///
  /// Source: SQLite, "Quirks, Caveats, and Gotchas", §8: a name in double quotes that no column
  /// has is taken for a string. So quotes that were there stay, and no double quotes are added to
  /// what was written in another form.
  var quotedAsSQLiteColumn: String {
    switch quoting {
    case .double: text.doubleQuoted
    case .backtick, .bracket:
      Self.isPlainSQLite(text, as: .column) ? text : text.quoted(with: "`")
    case .none, .single: quoted(in: .sqlite)
    }
  }

  private static func isPlainPostgreSQL(_ text: String, as role: IdentifierRole) -> Bool {
    guard let first = text.utf8.first, first.isLowercaseLetter || first == UInt8(ascii: "_"),
      text.utf8.allSatisfy({ $0.isLowercaseLetter || $0.isWordMark })
    else { return false }
    return switch (PostgreSQLKeywords.category(of: text), role) {
    // `operator(` starts an operator's qualified name.
    case (.unreserved, .functionOrType): text != "operator"
    case (nil, _), (.unreserved, _): true
    case (.typeOrFunctionName, .functionOrType): true
    case (.typeOrFunctionName, .label), (.columnName, .label): true
    default: false
    }
  }

  private static func isPlainSQLite(_ text: String, as role: IdentifierRole) -> Bool {
    guard let first = text.utf8.first, !first.isDigit, first != UInt8(ascii: "$"),
      text.utf8.allSatisfy({ $0.isLetter || $0.isWordMark || $0 >= 0x80 })
    else { return false }
    return SQLiteKeywords.isName(text.asciiLowercased(), as: role)
  }
}

extension String {
  /// In single quotes, as a string constant of either dialect.
  package var singleQuoted: String { quoted(with: "'") }
  /// In double quotes, as a name of either dialect.
  package var doubleQuoted: String { quoted(with: "\"") }

  func quoted(with mark: Character) -> String {
    var result = String(mark)
    for scalar in unicodeScalars {
      result.unicodeScalars.append(scalar)
      if Character(scalar) == mark { result.append(mark) }
    }
    result.append(mark)
    return result
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLowercaseLetter: Bool { self >= 0x61 && self <= 0x7A }
  var isLetter: Bool { isLowercaseLetter || (self >= 0x41 && self <= 0x5A) }
  /// What may stand inside a name besides letters: a digit, `_` or `$`.
  var isWordMark: Bool { isDigit || self == 0x5F || self == 0x24 }
}
