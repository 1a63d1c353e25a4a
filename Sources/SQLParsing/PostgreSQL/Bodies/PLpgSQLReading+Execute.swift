import SQLSyntax

extension PLpgSQLReading {
  /// What follows `EXECUTE`: text, then `INTO` and `USING` in either order.
  mutating func readExecute(until start: Int) throws(FragmentFailure) {
    let tokens = try take(until: "into", "using", "loop")
    let whole = start..<tokens.upperBound
    let expression = try fragments.expression(tokens)
    add(content(expression, tokens, whole: whole))
    while isWord("into") || isWord("using") {
      let isUsing = isWord("using")
      index += 1
      let values = try take(until: "into", "using", "loop")
      guard isUsing else { continue }
      for part in parts(of: values) { try addExpression(part) }
    }
  }

  private func content(
    _ expression: SQLExpression, _ tokens: Range<Int>, whole: Range<Int>
  ) -> BodyContent {
    let place = fragments.place(tokens)
    let spelling = text.range(tokens)
    let words = String(
      decoding: text.bytes[spelling.lowerBound..<spelling.upperBound], as: UTF8.self)
    guard let constant = ConstantText.value(of: expression), fragments.depth < 3,
      let statements = try? read(constant, tokens, place)
    else { return .dynamic(expression: words, place: fragments.place(whole)) }
    return .constantExecute(statements)
  }

  private func read(
    _ constant: String, _ tokens: Range<Int>, _ place: Place
  ) throws(FragmentFailure) -> [Statement] {
    let conversion = TreeConversion(
      source: fragments.source, text: text, offset: 0, fixedPlace: fragments.fixedPlace)
    var embedded = EmbeddedText(
      bytes: Array(constant.utf8), range: SourceRange(0, constant.utf8.count), fixedPlace: place)
    if tokens.count == 1 {
      embedded = conversion.embeddedText(constant, token: tokens.lowerBound)
    }
    let reading = FragmentReading(
      source: fragments.source, embedded: embedded, depth: fragments.depth + 1)
    return try reading.allStatements()
  }
}

/// The text that an expression always gives, for expressions made of constants.
enum ConstantText {
  /// `nil` where a part of it is not constant.
  static func value(of expression: SQLExpression) -> String? {
    switch expression.kind {
    case .literal(.string(let text)): return text
    case .literal(.integer(let digits)): return digits
    case .binary(let left, let sign, let right) where sign.symbol == "||":
      guard let first = value(of: left), let second = value(of: right) else { return nil }
      return first + second
    case .cast(let inner, let type) where type.name.name.text == "text": return value(of: inner)
    case .call(let call) where call.name.name.text == "format": return formatted(call)
    default: return nil
    }
  }

  /// `format('... %I ...', constants)`.
  private static func formatted(_ call: FunctionCall) -> String? {
    let values = call.arguments.map { value(of: $0.value) }
    guard let first = values.first, let template = first, !call.isVariadic,
      values.allSatisfy({ $0 != nil })
    else { return nil }
    return fill(template, with: values.dropFirst().compactMap(\.self))
  }

  /// Source: PostgreSQL 15, §9.4.1: `%s` a string, `%I` an identifier, `%L` a literal, `%%` itself.
  private static func fill(_ template: String, with values: [String]) -> String? {
    var result = ""
    var next = 0
    var characters = Array(template)[...]
    while let character = characters.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      guard let form = characters.popFirst() else { return nil }
      if form == "%" {
        result.append("%")
        continue
      }
      guard values.indices.contains(next) else { return nil }
      switch form {
      case "s": result += values[next]
      case "I": result += quoted(values[next], with: "\"")
      case "L": result += quoted(values[next], with: "'")
      default: return nil
      }
      next += 1
    }
    return result
  }

  private static func quoted(_ text: String, with quote: Character) -> String {
    var result = String(quote)
    for character in text {
      if character == quote { result.append(quote) }
      result.append(character)
    }
    result.append(quote)
    return result
  }
}
