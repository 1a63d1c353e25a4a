extension SQLWriter {
  /// Writes one option of a routine in the words of `CREATE FUNCTION`.
  mutating func write(routineOption option: DefinitionOption) {
    switch (option.name, option.value) {
    case ("volatility", let value?): word(value.plainText.asciiUppercased())
    case ("strict", .boolean(let isStrict)):
      word(isStrict ? "STRICT" : "CALLED ON NULL INPUT")
    case ("security", .boolean(let isDefiner)):
      word(isDefiner ? "SECURITY DEFINER" : "SECURITY INVOKER")
    case ("leakproof", .boolean(let isLeakproof)):
      word(isLeakproof ? "LEAKPROOF" : "NOT LEAKPROOF")
    case ("window", _): word("WINDOW")
    case ("parallel", let value?):
      word("PARALLEL")
      write(wordOrString: value.plainText)
    case ("set", let value?): write(value)
    case ("support", .list(let parts)?):
      let names = parts.map { Identifier($0.plainText).quoted(in: dialect) }
      word("SUPPORT \(names.joined(separator: "."))")
    case ("transform", .list(let types)?):
      word("TRANSFORM")
      list(types) { writer, type in
        writer.word("FOR TYPE")
        writer.write(type)
      }
    default: write(setting: option)
    }
  }
}

extension OptionValue {
  /// The value's text without quotes, for words that the grammar also takes as strings.
  var plainText: String {
    switch self {
    case .string(let text), .number(let text): text
    case .name(let name): name.description
    case .type(let type): type.name.description
    case .boolean(let flag): flag ? "true" : "false"
    case .operatorName(let name): name.symbol
    case .list, .expression, .setting, .role: ""
    }
  }
}
