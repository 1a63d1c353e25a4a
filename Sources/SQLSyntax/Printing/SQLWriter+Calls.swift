extension SQLWriter {
  mutating func write(_ call: FunctionCall) {
    if let form = PhrasedCall(call), isPostgreSQL {
      write(form)
    } else {
      write(plain: call)
    }
  }

  private mutating func write(plain call: FunctionCall) {
    write(function: call.name, takingPlainArguments: call.takesPlainArguments)
    attach()
    parenthesized { $0.writeArguments(of: call) }
    if call.isWithinGroup {
      word("WITHIN GROUP")
      parenthesized { $0.write(orderBy: call.orderBy) }
    }
    if let filter = call.filter {
      word("FILTER")
      parenthesized { $0.write(keyword: "WHERE", filter) }
    }
    if let window = call.over { write(over: window) }
  }

  /// `substring` and `overlay` are calls like any other where their arguments are plain.
  private mutating func write(function name: ObjectName, takingPlainArguments isPlain: Bool) {
    let text = name.name.text
    if isPostgreSQL, isPlain, name.schema == nil, text == "substring" || text == "overlay" {
      word(text)
    } else {
      write(name, as: .functionOrType)
    }
  }

  private mutating func writeArguments(of call: FunctionCall) {
    if call.isStar { return word("*") }
    word("DISTINCT", if: call.isDistinct)
    for (index, argument) in call.arguments.enumerated() {
      if index > 0 { comma() }
      word("VARIADIC", if: call.isVariadic && index == call.arguments.count - 1)
      write(argument)
    }
    if !call.isWithinGroup { write(orderBy: call.orderBy) }
  }

  private mutating func write(_ argument: FunctionArgument) {
    if let name = argument.name {
      write(name, as: .functionOrType)
      word("=>")
    }
    write(argument.value)
  }

  mutating func write(_ function: SpecialFunction, _ arguments: [SQLExpression]) {
    switch (dialect, function) {
    case (.sqlite, .greatest): word("max")
    case (.sqlite, .least): word("min")
    default: word(function.rawValue)
    }
    attachedList(arguments) { $0.write($1) }
  }
}

extension SQLWriter {
  private mutating func write(over window: WindowReference) {
    word("OVER")
    switch window {
    case .named(let name): write(name)
    case .inline(let definition): write(body: definition)
    }
  }

  /// Writes the part of a window in parentheses.
  mutating func write(body window: WindowDefinition) {
    parenthesized {
      if let base = window.base { $0.write(windowBase: base) }
      if !window.partitionBy.isEmpty {
        $0.word("PARTITION BY")
        $0.list(window.partitionBy) { $0.write($1) }
      }
      $0.write(orderBy: window.orderBy)
      if let frame = window.frame { $0.write(frame) }
    }
  }

  /// A window named as a word of the frame must not be read as that word.
  private mutating func write(windowBase name: Identifier) {
    let words: Set = ["partition", "range", "rows", "groups"]
    word(words.contains(name.text) ? name.text.doubleQuoted : name.quoted(in: dialect))
  }

  private mutating func write(_ frame: WindowFrame) {
    word(frame.unit.rawValue)
    if let end = frame.end {
      word("BETWEEN")
      write(frame.start)
      word("AND")
      write(end)
    } else {
      write(frame.start)
    }
    guard let exclusion = frame.exclusion else { return }
    word("EXCLUDE \(exclusion.rawValue)")
  }

  private mutating func write(_ bound: WindowFrameBound) {
    switch bound {
    case .unboundedPreceding: word("UNBOUNDED PRECEDING")
    case .preceding(let offset):
      write(offset, atLeast: .other)
      word("PRECEDING")
    case .currentRow: word("CURRENT ROW")
    case .following(let offset):
      write(offset, atLeast: .other)
      word("FOLLOWING")
    case .unboundedFollowing: word("UNBOUNDED FOLLOWING")
    }
  }
}

extension FunctionCall {
  /// Whether nothing but a list of values stands between the parentheses and nothing behind them.
  var takesPlainArguments: Bool {
    !isStar && !isDistinct && !isVariadic && orderBy.isEmpty
      && arguments.allSatisfy { $0.name == nil }
  }
}
