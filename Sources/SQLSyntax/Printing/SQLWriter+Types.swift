extension SQLWriter {
  mutating func write(_ type: TypeName) {
    if isSQLite { return write(sqliteType: type) }
    word("SETOF", if: type.isSetOf)
    if let column = type.columnOfType {
      write(type.name, as: .functionOrType)
      return append("." + column.quoted(in: dialect, as: .label) + "%TYPE")
    }
    write(postgreSQLType: type)
    for bound in type.arrayBounds { append("[\(bound.map { String($0) } ?? "")]") }
  }

  private mutating func write(postgreSQLType type: TypeName) {
    let words = PostgreSQLTypeWords(type)
    if let words { word(words.beforeModifiers) } else { write(type.name, as: .functionOrType) }
    if !type.modifiers.isEmpty { attachedList(type.modifiers) { $0.write($1) } }
    word(words?.afterModifiers)
  }

  /// Words that are names stand as they are; a type with any other word stands in quotes whole.
  private mutating func write(sqliteType type: TypeName) {
    let words = type.name.name.text.split(separator: " ", omittingEmptySubsequences: false)
    let isPlain = words.allSatisfy {
      let word = Identifier(String($0))
      return word.quoted(in: .sqlite) == word.text
    }
    word(isPlain ? type.name.name.text : type.name.name.text.doubleQuoted)
    if !type.modifiers.isEmpty { attachedList(type.modifiers) { $0.write($1) } }
  }
}

/// The words of SQL for a type of PostgreSQL's catalog, around its modifiers.
private struct PostgreSQLTypeWords {
  var beforeModifiers: String
  var afterModifiers: String?

  /// `nil` where the type has no words of its own, or its words would say something else.
  init?(_ type: TypeName) {
    guard type.name.catalog == nil, type.name.schema?.text == "pg_catalog" else { return nil }
    let count = type.modifiers.count
    switch type.name.name.text {
    case "interval": self.init(interval: type.intervalFields)
    case "numeric": self.init("numeric")
    case "varchar" where count <= 1: self.init("varchar")
    case "varbit" where count <= 1: self.init("bit varying")
    case "bpchar" where count == 1: self.init("character")
    case "bit" where count == 1: self.init("bit")
    case "time" where count <= 1: self.init("time")
    case "timetz" where count <= 1: self.init("time", "with time zone")
    case "timestamp" where count <= 1: self.init("timestamp")
    case "timestamptz" where count <= 1: self.init("timestamp", "with time zone")
    case let name where count == 0:
      guard let words = Self.plain[name] else { return nil }
      self.init(words)
    default: return nil
    }
  }

  private init(_ beforeModifiers: String, _ afterModifiers: String? = nil) {
    self.beforeModifiers = beforeModifiers
    self.afterModifiers = afterModifiers
  }

  /// Fields that end in seconds take the precision behind them.
  private init(interval fields: String?) {
    self.init(["interval", fields?.asciiLowercased()].compactMap { $0 }.joined(separator: " "))
  }

  private static let plain = [
    "int2": "smallint", "int4": "integer", "int8": "bigint", "float4": "real",
    "float8": "double precision", "bool": "boolean",
  ]
}
