extension SQLWriter {
  /// Writes `WITH (name = value, …)` and its like.
  mutating func write(keyword: String?, options: [DefinitionOption]) {
    optionalList(options, after: keyword) { $0.write(assignment: $1) }
  }

  /// Writes `name = value`, or the name alone.
  mutating func write(assignment option: DefinitionOption) {
    write(nameOf: option)
    guard let value = option.value else { return }
    word("=")
    write(value)
  }

  /// Writes `NAME value`, the name as a keyword.
  mutating func write(setting option: DefinitionOption) {
    word(option.name.asciiUppercased())
    if let value = option.value { write(value) }
  }

  mutating func write(names options: [DefinitionOption]) {
    parenthesizedList(options) { $0.write(nameOf: $1) }
  }

  private mutating func write(nameOf option: DefinitionOption) {
    let parts = [option.namespace, option.name].compactMap { $0 }
    word(parts.map { Identifier($0).quoted(in: dialect, as: .label) }.joined(separator: "."))
  }

  /// Writes `OPTIONS (name 'value', …)` of foreign objects.
  mutating func write(foreign options: [DefinitionOption]) {
    optionalList(options, after: "OPTIONS") { writer, option in
      writer.write(Identifier(option.name), as: .label)
      if let value = option.value { writer.write(value) }
    }
  }

  mutating func write(_ value: OptionValue) {
    switch value {
    case .string(let text): write(string: text)
    case .name(let name): write(name)
    case .type(let type): write(type)
    case .number(let digits): word(digits)
    case .boolean(let flag): word(flag ? "TRUE" : "FALSE")
    case .list(let items): parenthesizedList(items) { $0.write($1) }
    case .expression(let expression): write(expression)
    case .setting(let setting): write(setting)
    case .role(let role): write(role)
    case .operatorName(let name): write(name)
    }
  }
}
