import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// What the engine checks of a change of type before any action runs.
  func prepareType(_ change: AlterColumnType, _ relation: Relation) throws(Halt) {
    guard case .table(let table) = relation else { return }
    let name = change.column.text
    guard let number = catalog.columnNumber(name, of: relation.id) else {
      if SystemColumns.types[name] != nil {
        throw .refuse(.featureNotSupported, "cannot alter system column \"\(name)\"")
      }
      throw missingColumn(name, of: relation)
    }
    let column = table.columns[number - 1]
    if column.isInherited {
      throw .refuse(.invalidTableDefinition, "cannot alter inherited column \"\(name)\"")
    }
    try checkPartitionKey(change.column, of: table, verb: "alter")
    let target = try resolve(change.type)
    try checkColumnType(Column(name: change.column, type: target))
    if let collation = change.collation {
      try requireCollation(collation)
      if !isCollatable(target) {
        throw .refuse(
          .datatypeMismatch,
          "collations are not supported by type \(displayName(of: target))")
      }
    }
    try prepareConversion(change, column, to: target, in: table)
  }

  private func prepareConversion(
    _ change: AlterColumnType, _ column: Column, to target: DataType, in table: Table
  ) throws(Halt) {
    guard let source = column.type else { throw .unmodelled("A column without a known type") }
    let name = change.column.text
    guard let using = change.using else {
      if source.bare == target.bare { return }
      if try coercion(from: source, to: target, in: .assignment) == nil {
        throw .refuse(
          .datatypeMismatch,
          "column \"\(name)\" cannot be cast automatically to type \(displayName(of: target))",
          hint: "You might need to specify "
            + "\"USING \(name.quotedPostgreSQLName)::\(fullDisplayName(of: target))\".")
      }
      return
    }
    var analysis = ExpressionAnalysis(
      self, scope: try scope(of: table.id), position: .transform)
    let value = try analysis.type(of: using)
    if case .known(let known) = value, target.isUnknown || known.isUnknown {
      if known.bare == target.bare { return }
      throw .unmodelled("Conversions of an extension's type are not modelled")
    }
    if case .known(let known) = value,
      try coercion(from: known, to: target, in: .assignment) == nil
    {
      throw .refuse(
        .datatypeMismatch,
        "result of USING clause for column \"\(name)\" cannot be cast automatically "
          + "to type \(displayName(of: target))",
        hint: "You might need to add an explicit cast.")
    }
    if case .literal(let text) = value { try checkInput(text, as: target) }
    if case .failure(let refusal) = ConstantArithmetic.value(of: using) { throw refusal }
  }

  mutating func alterType(
    _ change: AlterColumnType, _ work: inout AlterTableWork
  ) throws(Halt) {
    let number = try alterable(change.column, work)
    guard let table = catalog.table(work.table), let source = table.columns[number - 1].type else {
      return
    }
    let name = change.column.text
    if !work.retyped.insert(number).inserted {
      throw .refuse(
        .featureNotSupported, "cannot alter type of column \"\(name)\" twice")
    }
    if !catalog.children(of: table.id).isEmpty {
      throw .unmodelled("A change of type with child tables is not modelled")
    }
    let target = try resolve(change.type)
    try checkIdentity(table.columns[number - 1], target)
    let address = ObjectAddress(object: table.id, column: number)
    try checkDefault(table.columns[number - 1], target, name)
    try checkUsers(of: address, name)
    var isRewriting = change.using != nil
    if !isRewriting { isRewriting = try needsRewrite(from: source, to: target) }
    if isRewriting {
      work.rewrites = true
      try checkRowTypeUsers(of: table)
      let using = change.using.map { StoredExpression(syntax: $0) }
      demand(.converts(table: table.id, column: number, using: using))
    }
    let usesType = dependencies(of: source)
    catalog.removeEdges(from: table.id) { edge in
      edge.dependent == address && usesType.contains(edge.referenced)
    }
    catalog.updateColumn(number, of: table.id) { column in
      column.type = target
      column.collation = change.collation
    }
    recordTypeEdge(address, target)
    try rebuild(address, isRewriting: isRewriting)
  }

  private mutating func checkIdentity(_ column: Column, _ target: DataType) throws(Halt) {
    guard let identity = column.identity else { return }
    guard let name = target.builtinName, ["int2", "int4", "int8"].contains(name) else {
      throw .refuse(
        .invalidParameterValue, "identity column type must be smallint, integer, or bigint")
    }
    if var sequence = catalog.sequence(identity.sequence) {
      if sequence.maximum == Self.maximum(of: sequence.type) {
        sequence.maximum = Self.maximum(of: name)
      }
      sequence.type = name
      catalog.replace(.sequence(sequence))
    }
  }

  private func checkDefault(_ column: Column, _ target: DataType, _ name: String) throws(Halt) {
    guard let expression = column.defaultValue ?? column.generation?.expression,
      let source = column.type
    else { return }
    if source.bare == target.bare { return }
    if column.generation != nil { throw .unmodelled("A generated column changes its type") }
    if case .literal(let literal) = expression.syntax.kind, case .string(let text) = literal,
      category(of: source) == "S" || !target.isUnknown && source.isUnknown
    {
      // A stored literal is a constant of the old type and is converted like a value.
      if try coercion(from: source, to: target, in: .assignment) != nil {
        _ = text
        return
      }
    }
    if try coercion(from: source, to: target, in: .assignment) != nil { return }
    throw .refuse(
      .datatypeMismatch,
      "default for column \"\(name)\" cannot be cast automatically "
        + "to type \(displayName(of: target))")
  }

  /// Views, triggers, policies and generated columns hold a column's type.
  private func checkUsers(of address: ObjectAddress, _ name: String) throws(Halt) {
    for edge in catalog.edges(to: address) {
      let id = edge.dependent.object
      if let view = catalog.view(id) {
        let word = displayName(of: .view(view))
        throw .refuse(
          .featureNotSupported, "cannot alter type of a column used by a view or rule",
          detail: "rule _RETURN on \(view.isMaterialized ? "materialized view" : "view") "
            + "\(word) depends on column \"\(name)\"")
      }
      if catalog.triggers[id] != nil {
        throw .refuse(
          .featureNotSupported, "cannot alter type of a column used in a trigger definition",
          detail: "\(try describe(edge.dependent)) depends on column \"\(name)\"")
      }
      if catalog.policies[id] != nil {
        throw .refuse(
          .featureNotSupported, "cannot alter type of a column used in a policy definition",
          detail: "\(try describe(edge.dependent)) depends on column \"\(name)\"")
      }
      if catalog.routines[id] != nil {
        throw .refuse(
          .featureNotSupported, "cannot alter type of a column used by a function or procedure",
          detail: "\(try describe(edge.dependent)) depends on column \"\(name)\"")
      }
      if let other = catalog.columnDefaults[id], other != address {
        let column = catalog.columns(of: other.object)[(other.column ?? 1) - 1]
        throw .refuse(
          .featureNotSupported, "cannot alter type of a column used by a generated column",
          detail: "Column \"\(name)\" is used by generated column \"\(column.name.text)\".")
      }
    }
  }

  /// Columns of other tables that hold rows of this one keep it from being rewritten.
  func checkRowTypeUsers(of table: Table) throws(Halt) {
    for edge in catalog.edges(to: ObjectAddress(object: table.id)) {
      guard edge.referenced.column == nil, let number = edge.dependent.column,
        case .table(let user) = catalog.relations[edge.dependent.object]
      else { continue }
      throw .refuse(
        .featureNotSupported,
        "cannot alter table \"\(table.name.text)\" because column "
          + "\"\(user.name.text).\(user.columns[number - 1].name.text)\" uses its row type")
    }
  }

  private func needsRewrite(from source: DataType, to target: DataType) throws(Halt) -> Bool {
    if source == target { return false }
    if source.bare == target.bare {
      guard let name = target.builtinName else { return true }
      if target.modifiers.isEmpty { return false }
      if ["varchar", "varbit"].contains(name), let old = source.modifiers.first,
        let new = target.modifiers.first
      {
        return new < old
      }
      return true
    }
    if try coercion(from: source, to: target, in: .assignment) == .relabel {
      return !target.modifiers.isEmpty
    }
    return true
  }

  /// Constraints and indexes over a column are made anew for its new type.
  private mutating func rebuild(_ address: ObjectAddress, isRewriting: Bool) throws(Halt) {
    for edge in catalog.edges(to: address) {
      let id = edge.dependent.object
      if let constraint = catalog.constraints[id] {
        try recheck(constraint, isRewriting: isRewriting)
      } else if let index = catalog.index(id) {
        try recheck(index)
      }
    }
    for constraint in catalog.constraints(of: address.object) {
      guard let id = constraint.rule.index, let index = catalog.index(id) else { continue }
      if index.keys.contains(where: { $0.column == address.column }) { try recheck(index) }
    }
  }

  private mutating func recheck(
    _ constraint: TableConstraint, isRewriting: Bool
  ) throws(Halt) {
    switch constraint.rule {
    case .check(let stored):
      var analysis = ExpressionAnalysis(
        self, scope: try scope(of: constraint.owner), position: .check)
      try analysis.requireBoolean(stored.syntax, in: "CHECK")
      if isRewriting { demand(.holds(constraint: constraint.id)) }
    case .foreignKey(let key):
      guard let table = catalog.table(constraint.owner),
        case .table(let parent, let columns) = key.target, let other = catalog.table(parent)
      else { return }
      try checkTypes(
        key.columns, of: table, columns, of: other, name: constraint.name?.text ?? "")
      demand(.holds(constraint: constraint.id))
    default: break
    }
  }

  private mutating func recheck(_ index: TableIndex) throws(Halt) {
    let columns = catalog.columns(of: index.table)
    for key in index.keys {
      let syntax = IndexKey(
        expression: SQLExpression(kind: .defaultValue), operatorClass: key.operatorClass)
      if let number = key.column, let type = columns[number - 1].type {
        try checkOperatorClass(syntax, type: type, method: index.method)
      } else if let expression = key.expression {
        var analysis = ExpressionAnalysis(
          self, scope: try scope(of: index.table), position: .indexKey)
        if case .known(let type) = try analysis.type(of: expression.syntax) {
          try checkOperatorClass(syntax, type: type, method: index.method)
        }
        if analysis.volatility != .immutable {
          throw .unmodelled("An index's expression would no longer be immutable")
        }
      }
    }
    if let condition = index.condition {
      var analysis = ExpressionAnalysis(
        self, scope: try scope(of: index.table), position: .indexPredicate)
      try analysis.requireBoolean(condition.syntax, in: "WHERE")
    }
    if index.isUnique { demand(.unique(index: index.id)) }
  }
}

extension ConstraintRule {
  /// The index under the constraint.
  var index: ObjectID? {
    switch self {
    case .primaryKey(_, let index), .unique(_, let index, _), .exclusion(let index, _): index
    default: nil
    }
  }
}
