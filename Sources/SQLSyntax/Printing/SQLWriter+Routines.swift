extension SQLWriter {
  mutating func write(_ function: CreateFunction) {
    word("CREATE")
    word("OR REPLACE", if: function.orReplace)
    word(function.isProcedure ? "PROCEDURE" : "FUNCTION")
    write(function.name, as: .functionOrType)
    attachedList(function.parameters.filter { $0.mode != .table }) { $0.write($1) }
    write(returnsOf: function)
    if let language = function.language {
      newline()
      write(language: language)
    }
    for option in function.options {
      newline()
      write(routineOption: option)
    }
    if let body = function.body { write(body) }
  }

  private mutating func write(returnsOf function: CreateFunction) {
    let columns = function.parameters.filter { $0.mode == .table }
    if !columns.isEmpty {
      newline()
      word("RETURNS TABLE")
      parenthesizedList(columns) { writer, column in
        writer.write(RoutineParameter(type: column.type, name: column.name))
      }
    } else if let type = function.returns {
      newline()
      word("RETURNS")
      write(type)
    }
  }

  private mutating func write(language: Identifier) {
    word("LANGUAGE")
    write(wordOrString: language.text)
  }

  mutating func write(_ parameter: RoutineParameter) {
    word(parameter.mode?.rawValue)
    if let name = parameter.name { write(name, as: .column) }
    write(parameter.type)
    guard let value = parameter.defaultValue else { return }
    write(keyword: "DEFAULT", value)
  }

  private mutating func write(_ body: RoutineBody) {
    newline()
    if let statements = body.atomic { return write(atomic: statements) }
    if let result = body.result { return write(keyword: "RETURN", result) }
    word("AS")
    if let symbol = body.linkSymbol {
      word("\(body.text.singleQuoted), \(symbol.singleQuoted)")
    } else {
      word(body.text.dollarQuoted)
    }
  }

  private mutating func write(atomic statements: [Statement]) {
    word("BEGIN ATOMIC")
    for statement in statements {
      newline(indent: 1)
      write(statement)
      append(";")
    }
    newline()
    word("END")
  }

  mutating func write(_ block: DoBlock) {
    word("DO")
    if let language = block.language { write(language: language) }
    word(block.body.text.dollarQuoted)
  }

  mutating func write(_ change: AlterFunction) {
    word("ALTER")
    write(change.object)
    for option in change.options { write(routineOption: option) }
  }

  mutating func write(procedure call: FunctionCall) {
    word("CALL")
    write(call)
  }
}

extension String {
  /// Between dollar quotes, with the first tag that does not occur inside or across the end.
  var dollarQuoted: String {
    var tag = "$$"
    var attempt = 0
    while (self + tag.dropLast()).contains(bytesOf: tag) {
      tag = attempt == 0 ? "$body$" : "$body\(attempt)$"
      attempt += 1
    }
    return tag + self + tag
  }

  private func contains(bytesOf part: String) -> Bool {
    let (bytes, part) = (Array(utf8), Array(part.utf8))
    guard let first = part.first, bytes.count >= part.count else { return false }
    return (0...bytes.count - part.count).contains { start in
      bytes[start] == first && bytes[start..<start + part.count].elementsEqual(part)
    }
  }
}
