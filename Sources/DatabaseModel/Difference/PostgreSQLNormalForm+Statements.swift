import SQLSyntax

extension PostgreSQLNormalForm {
  /// Without what the path says already, and with events in one order.
  func normal(_ trigger: CreateTrigger) -> CreateTrigger {
    var result = trigger
    result.orReplace = false
    result.name = bare(trigger.name)
    result.table = bare(trigger.table)
    result.condition = trigger.condition.map { normal($0) }
    if case .execute(let function, let arguments) = trigger.action {
      result.action = .execute(function: bare(function), arguments: arguments)
    }
    result.events.sort { rank($0) < rank($1) }
    return result
  }

  private func rank(_ event: TriggerEvent) -> Int {
    switch event {
    case .insert: 0
    case .delete: 1
    case .update: 2
    case .truncate: 3
    }
  }

  func normal(_ policy: CreatePolicy) -> CreatePolicy {
    var result = policy
    result.table = bare(policy.table)
    result.using = policy.using.map { normal($0) }
    result.withCheck = policy.withCheck.map { normal($0) }
    if policy.roles.isEmpty { result.roles = [RoleName(word: "PUBLIC")] }
    return result
  }

  /// Without what the routine's own attributes say; the body is the text that the server keeps.
  func normal(_ function: CreateFunction) -> CreateFunction {
    var result = function
    result.orReplace = false
    result.name = bare(function.name)
    result.options.removeAll { $0.name == "volatility" }
    result.options.sort { $0.name < $1.name }
    result.language = Identifier(function.language?.text ?? "sql")
    result.returns = function.returns.map { normal($0) }
    result.parameters = function.parameters.map { parameter in
      var normalParameter = parameter
      normalParameter.type = normal(parameter.type)
      normalParameter.defaultValue = parameter.defaultValue.map { normal($0) }
      if parameter.mode == .input { normalParameter.mode = nil }
      return normalParameter
    }
    return result
  }

  /// The query as text where it reads one table by name, and else the relations it reads.
  ///
  /// The server names every column by its table and writes out every `*`, which takes a catalog to
  /// follow; so of a view over several tables only what it reads is compared here, and its columns
  /// by themselves.
  func summary(of query: Query, columns: [Column], dialect: Dialect) -> String {
    guard let core = simpleCore(of: query) else {
      var names: Set<String> = []
      query.walk { node in
        if let table = node as? TableReference { names.insert(table.name.name.text) }
        return true
      }
      return "reads \(names.sorted().joined(separator: ", "))"
    }
    var result = query
    result.body = .select(normal(core, columns))
    return SQLPrinter(dialect: dialect).print(result)
  }

  private func simpleCore(of query: Query) -> SelectCore? {
    guard case .select(let core) = query.body, query.with == nil, query.orderBy.isEmpty,
      core.from.count == 1, case .table = core.from[0], core.groupBy.isEmpty, core.having == nil,
      core.windows.isEmpty, case .all = core.distinct
    else { return nil }
    var isSimple = true
    query.walk { node in
      if node is Query, (node as? Query)?.body != query.body { isSimple = false }
      return true
    }
    return isSimple ? core : nil
  }

  private func normal(_ core: SelectCore, _ columns: [Column]) -> SelectCore {
    var result = core
    result.items = core.items.flatMap { item -> [SelectItem] in
      if case .wildcard = item.expression.kind, core.items.count == 1 {
        return columns.map {
          SelectItem(expression: SQLExpression(kind: .column(ColumnReference(parts: [$0.name]))))
        }
      }
      let expression = normal(item.expression)
      let isOwnName = item.alias.map { $0.text == OutputName.name(of: item.expression) } ?? true
      return [SelectItem(expression: expression, alias: isOwnName ? nil : item.alias)]
    }
    result.condition = core.condition.map { normal($0) }
    if case .table(var table) = core.from[0] {
      table.name = bare(table.name)
      table.alias = nil
      result.from = [.table(table)]
    }
    return result
  }
}
