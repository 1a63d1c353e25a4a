extension SQLWriter {
  mutating func write(_ name: Identifier, as role: IdentifierRole = .column) {
    word(name.quoted(in: dialect, as: role))
  }

  mutating func write(_ name: Identifier?) {
    if let name { write(name) }
  }

  mutating func write(keyword: String, _ name: Identifier?) {
    guard let name else { return }
    word(keyword)
    write(name)
  }

  mutating func write(keyword: String, _ name: ObjectName?) {
    guard let name else { return }
    word(keyword)
    write(name)
  }

  /// Writes a qualified name; an unqualified one by the rules of `role`.
  mutating func write(_ name: ObjectName, as role: IdentifierRole = .column) {
    let parts = [name.catalog, name.schema, name.name].compactMap { $0 }
    write(parts: parts, as: role)
  }

  mutating func write(_ name: ColumnReference) {
    if isSQLite, name.parts.count == 1 {
      word(name.parts[0].quotedAsSQLiteColumn)
    } else {
      write(parts: name.parts)
    }
  }

  private mutating func write(parts: [Identifier], as role: IdentifierRole = .column) {
    let texts = parts.enumerated().map { index, part in
      part.quoted(in: dialect, as: index > 0 ? .label : parts.count > 1 ? .column : role)
    }
    word(texts.joined(separator: "."))
  }

  mutating func write(columns: [Identifier], after keyword: String? = nil) {
    optionalList(columns, after: keyword) { $0.write($1) }
  }

  mutating func write(alias: Identifier?) {
    guard let alias else { return }
    word("AS")
    write(alias)
  }

  mutating func write(_ role: RoleName) {
    if let name = role.name {
      write(name)
    } else {
      word(role.word ?? "PUBLIC")
    }
  }

  mutating func write(string: String) {
    word(string.singleQuoted)
  }

  /// Writes a word that the grammar also takes as a string: a language, a setting.
  mutating func write(wordOrString text: String) {
    let quoted = Identifier(text).quoted(in: dialect)
    word(quoted == text ? text : text.singleQuoted)
  }

  mutating func write(_ name: OperatorName) {
    guard isPostgreSQL else { return word(name.symbol) }
    let symbol = name.symbol == "==" ? "=" : name.symbol
    guard let schema = name.schema else { return word(symbol) }
    word("OPERATOR(\(schema.quoted(in: dialect)).\(symbol))")
  }
}
