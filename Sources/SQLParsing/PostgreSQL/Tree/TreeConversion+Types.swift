import SQLSyntax

extension TreeConversion {
  /// A `TypeName`.
  func typeName(_ node: ParseNode) -> TypeName {
    move(to: node)
    let names = node.list("names").map(Self.string)
    let start = cursor
    let (name, last) = typeNameTokens(names)
    cursor = last + 1
    let (modifiers, fields) = typeModifiers(node, names: names)
    span = tokens(start, endOfType(last, isBuiltIn: isBuiltIn(names, at: start)))
    cursor = span.upperBound
    let isColumnType = node.flag("pct_type")
    return TypeName(
      name: isColumnType ? Self.table(of: name) : name, modifiers: modifiers,
      arrayBounds: node.list("array_bounds").map(Self.arrayBound),
      isSetOf: node.flag("setof"), columnOfType: isColumnType ? name.name : nil,
      intervalFields: fields, place: place(span))
  }

  private func isBuiltIn(_ names: [String], at start: Int) -> Bool {
    names.first == "pg_catalog" && !text.isSymbol(start + 1, ".")
  }

  /// The name and its last token; the grammar's own types have another name than they are spelt.
  private func typeNameTokens(_ names: [String]) -> (ObjectName, Int) {
    let start = cursor
    guard start < statement.upperBound else { return (ObjectName(names.last ?? ""), start) }
    if isBuiltIn(names, at: start) {
      let last = endOfBuiltIn(start)
      let name = Identifier(names.last ?? "", place: place(tokens(start, last + 1)))
      return (ObjectName(name: name, schema: Identifier("pg_catalog")), last)
    }
    let name = objectName(names)
    return (name, max(cursor - 1, start))
  }

  /// The last token of a built-in name: `DOUBLE PRECISION`, `CHARACTER VARYING`.
  private func endOfBuiltIn(_ start: Int) -> Int {
    var last = start
    if isWord(last, "national") { last += 1 }
    let next = last + 1
    if isWord(last, "double"), isWord(next, "precision") { return next }
    if isWord(next, "varying"), !isWord(last, "varying") { return next }
    return last
  }

  /// Behind a type's modifiers, time zone, interval fields and array bounds.
  private func endOfType(_ last: Int, isBuiltIn: Bool) -> Int {
    var end = last + 1
    if isSymbol(end, "%") || operatorIs(end, "%") { end += 2 }
    if isSymbol(end, "(") { end = text.closing(end) + 1 }
    if isBuiltIn { end = endOfTimeWords(end, first: last) }
    while isSymbol(end, "[") { end = text.closing(end) + 1 }
    if isWord(end, "array") {
      end += 1
      if isSymbol(end, "[") { end = text.closing(end) + 1 }
    }
    return min(end, statement.upperBound)
  }

  private func endOfTimeWords(_ start: Int, first: Int) -> Int {
    var end = start
    if isWord(end, "with") || isWord(end, "without"), isWord(end + 1, "time") { return end + 3 }
    guard isWord(first, "interval") else { return end }
    while ["year", "month", "day", "hour", "minute", "second", "to"].contains(lowercased(end)) {
      end += 1
    }
    if isSymbol(end, "("), isWord(end - 1, "second") { end = text.closing(end) + 1 }
    return end
  }

  func lowercased(_ index: Int) -> String {
    guard index < statement.upperBound, text.tokens[index].kind == .word else { return "" }
    return text.string(index).asciiLowercased()
  }

  func operatorIs(_ index: Int, _ symbol: String) -> Bool {
    index < statement.upperBound && text.tokens[index].kind == .operatorName
      && text.string(index) == symbol
  }

  private static func table(of name: ObjectName) -> ObjectName {
    ObjectName(name: name.schema ?? Identifier(""), schema: name.catalog)
  }

  private static func arrayBound(_ node: ParseNode) -> Int? {
    guard node.kind == "Integer", node.number("ival") >= 0 else { return nil }
    return node.number("ival")
  }

  private func typeModifiers(
    _ node: ParseNode, names: [String]
  ) -> ([SQLExpression], String?) {
    let nodes = node.list("typmods")
    guard names == ["pg_catalog", "interval"], let mask = nodes.first else {
      return (nodes.map(expression), nil)
    }
    let fields = mask["ival"].map { Self.intervalFields($0.number("ival")) } ?? nil
    return (nodes.dropFirst().map(expression), fields)
  }

  /// The words for the mask in which the grammar keeps an interval's fields; `nil` for all.
  private static func intervalFields(_ mask: Int) -> String? {
    switch mask {
    case 1 << 2: "YEAR"
    case 1 << 1: "MONTH"
    case 1 << 3: "DAY"
    case 1 << 10: "HOUR"
    case 1 << 11: "MINUTE"
    case 1 << 12: "SECOND"
    case 1 << 2 | 1 << 1: "YEAR TO MONTH"
    case 1 << 3 | 1 << 10: "DAY TO HOUR"
    case 1 << 3 | 1 << 10 | 1 << 11: "DAY TO MINUTE"
    case 1 << 3 | 1 << 10 | 1 << 11 | 1 << 12: "DAY TO SECOND"
    case 1 << 10 | 1 << 11: "HOUR TO MINUTE"
    case 1 << 10 | 1 << 11 | 1 << 12: "HOUR TO SECOND"
    case 1 << 11 | 1 << 12: "MINUTE TO SECOND"
    default: nil
    }
  }
}
