import SQLSyntax

extension TreeConversion {
  /// A `CreateFunctionStmt`.
  func createFunction(_ node: ParseNode) -> CreateFunction {
    skip("create")
    skipHere("or", "replace", "function", "procedure")
    var function = CreateFunction(name: objectName(node.list("funcname")))
    function.isProcedure = node.flag("is_procedure")
    function.orReplace = node.flag("replace")
    function.parameters = node.list("parameters").map(parameter(of:))
    // `RETURNS TABLE (...)` gives a type of the grammar's making, which the parameters repeat.
    let returnsTable = function.parameters.contains { $0.mode == .table }
    function.returns = returnsTable ? nil : node["return_type"].map(typeName)
    var definition: [ParseNode] = []
    var bodyToken = cursor
    for option in node.list("options") {
      switch option.text("defname") {
      case "as":
        move(to: option)
        bodyToken = firstString(from: cursor)
        definition = option["arg"]?.list("items") ?? []
      case "language":
        move(to: option)
        cursor += 1
        function.language = languageName(option["arg"]?.text("sval") ?? "")
      default: function.options.append(self.option(option))
      }
    }
    function.body = body(of: function, node, definition, token: bodyToken)
    cursor = statement.upperBound
    return function
  }

  private func firstString(from start: Int) -> Int {
    var index = start
    while index < statement.upperBound, text.tokens[index].kind != .string,
      text.tokens[index].kind != .dollarString
    { index += 1 }
    return index
  }

  private func body(
    of function: CreateFunction, _ node: ParseNode, _ definition: [ParseNode], token: Int
  ) -> RoutineBody? {
    if let body = node["sql_body"] { return standardBody(body) }
    guard let first = definition.first else { return nil }
    var body = routineBody(
      text: Self.string(first), token: token, language: function.language?.text ?? "sql",
      routine: .routine)
    if definition.count > 1 { body.linkSymbol = Self.string(definition[1]) }
    return body
  }

  /// `RETURN expression`, or `BEGIN ATOMIC ... END`, which is a list in a list.
  private func standardBody(_ node: ParseNode) -> RoutineBody {
    if node.kind == "ReturnStmt" {
      skip("return")
      return RoutineBody(text: "", result: operand(node["returnval"]), isRead: true)
    }
    skip("begin", "atomic")
    let nodes = node.list("items").flatMap { $0.kind == "List" ? $0.list("items") : [$0] }
    let statements = atomicStatements(nodes)
    return RoutineBody(
      text: "", atomic: statements,
      statements: statements.map { BodyStatement(content: .statement($0)) }, isRead: true)
  }

  private func atomicStatements(_ nodes: [ParseNode]) -> [Statement] {
    let outer = statement
    defer { statement = outer }
    var start = cursor
    return nodes.map { node in
      var end = start
      while end < outer.upperBound, !text.isSymbol(end, ";") { end += 1 }
      statement = tokens(start, end)
      cursor = start
      defer { start = end + 1 }
      if node.kind == "ReturnStmt" {
        skip("return")
        let query = Query(
          body: .select(SelectCore(items: [SelectItem(expression: operand(node["returnval"]))])))
        return Statement(kind: .select(query), place: place(statement))
      }
      let kind = statementKind(node)
      return Statement(kind: kind, place: place(statement))
    }
  }

  /// An `AlterFunctionStmt`.
  func alterFunction(_ node: ParseNode) -> StatementKind? {
    guard let kind = Self.objectKinds[node.word("objtype")], let function = node["func"] else {
      return nil
    }
    skip("alter")
    skipKind(kind)
    let reference = objectReference(function, kind: kind)
    return .alterFunction(
      AlterFunction(object: reference, options: node.list("actions").map(option)))
  }
}
