import Migrations
import SQLSyntax

/// Finds calls of functions whose bodies change the schema when they run.
///
/// What such a call creates or drops cannot be told from its text, so it counts as a statement that
/// may do anything.
struct SchemaChangingCalls {
  /// Names of functions that change the schema, themselves or through others.
  private var names: Set<String> = []

  init(_ set: MigrationSet) {
    var callers: [String: Set<String>] = [:]
    for migration in set.migrations {
      for case .createFunction(let function) in migration.script.statements.map(\.kind) {
        let name = function.name.name.key(in: set.dialect)
        if function.mayChangeSchema { names.insert(name) }
        callers[name, default: []].formUnion(function.calledNames(in: set.dialect))
      }
    }
    var isGrowing = !names.isEmpty
    while isGrowing {
      let more = callers.filter { !names.contains($0.key) && !$0.value.isDisjoint(with: names) }
      names.formUnion(more.keys)
      isGrowing = !more.isEmpty
    }
  }

  /// Marks what a statement that runs at once calls.
  func mark(_ statements: [Statement], _ effects: inout [StatementEffects]) {
    guard !names.isEmpty else { return }
    for (position, statement) in statements.enumerated() where statement.runsCalls {
      let called = effects[position].effects.first {
        $0.object.namespace == .function && names.contains($0.object.name)
      }
      guard let called else { continue }
      effects[position].unknowns.append(
        UnknownEffect(
          reason: "\(called.object.name) changes the schema", range: called.range,
          mayCreate: true))
    }
  }
}

extension Statement {
  fileprivate var runsCalls: Bool {
    switch kind {
    case .select, .insert, .update, .delete, .call, .doBlock: true
    default: false
    }
  }

  /// Whether it does more than read and change rows.
  fileprivate var changesSchema: Bool {
    switch kind {
    case .select, .insert, .update, .delete, .call, .set, .show, .transaction, .lock, .truncate,
      .explain, .analyze:
      false
    default: true
    }
  }
}

extension CreateFunction {
  fileprivate var mayChangeSchema: Bool {
    guard let body else { return false }
    let language = language?.text ?? "sql"
    if ["c", "internal"].contains(language) || body.result != nil { return false }
    if let atomic = body.atomic { return atomic.contains(where: \.changesSchema) }
    if !body.isRead { return true }
    return body.statements.contains { part in
      switch part.content {
      case .statement(let statement): statement.changesSchema
      case .constantExecute(let statements): statements.contains(where: \.changesSchema)
      case .dynamic: true
      case .expression, .raise, .leave, .opaque: false
      }
    }
  }

  fileprivate func calledNames(in dialect: Dialect) -> Set<String> {
    var names: Set<String> = []
    func visit(_ node: any SyntaxNode) {
      if let call = node as? FunctionCall { names.insert(call.name.name.key(in: dialect)) }
      node.forEachChild(visit)
    }
    if let body { visit(body) }
    return names
  }
}
