import SQLSyntax

/// Why a statement does not take effect on the model.
enum SQLiteStop: Error {
  case refused(DatabaseError)
  case unmodelled(reason: String)

  /// A refusal in the engine's words; most have no code but SQLITE_ERROR.
  static func error(_ message: String, code: Int32 = SQLiteCode.error) -> SQLiteStop {
    .refused(DatabaseError(resultCode: code, message: message))
  }

  /// The transition it stands for.
  var transition: Transition {
    switch self {
    case .refused(let error): .refused(error)
    case .unmodelled(let reason): .unmodelled(reason: reason)
    }
  }
}

/// Result codes the model gives.
enum SQLiteCode {
  static let error: Int32 = 1
  static let missingCollation: Int32 = 257
}

extension Identifier {
  /// The comparison form on SQLite.
  var key: String { key(in: .sqlite) }

  /// The name with the quotes it was written in, as `%T` shows it in the engine's messages.
  var written: String {
    switch quoting {
    case .none: text
    case .double: Self.quoted(text, "\"")
    case .backtick: Self.quoted(text, "`")
    case .single: Self.quoted(text, "'")
    case .bracket: "[\(text)]"
    }
  }

  private static func quoted(_ text: String, _ quote: Character) -> String {
    var result = String(quote)
    for character in text {
      if character == quote { result.append(quote) }
      result.append(character)
    }
    result.append(quote)
    return result
  }
}

extension ObjectName {
  /// `schema.name` as `%S` shows it.
  var qualifiedText: String {
    if let schema { "\(schema.text).\(name.text)" } else { name.text }
  }
}

/// Names that the engine keeps for itself.
enum SQLiteReserved {
  static let collations: Set<String> = ["binary", "nocase", "rtrim"]
  static let maximumColumns = 2000

  static func isReserved(_ name: String) -> Bool { name.asciiLowercased().hasPrefix("sqlite_") }

  static func isRowID(_ key: String) -> Bool {
    key == "rowid" || key == "oid" || key == "_rowid_"
  }

  /// - Throws: Where a collation does not exist.
  static func check(collation: Identifier) throws(SQLiteStop) {
    guard !collations.contains(collation.key) else { return }
    throw .error("no such collation sequence: \(collation.text)", code: SQLiteCode.missingCollation)
  }
}
