import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// The actions of the last pass.
  mutating func runMiscellaneous(
    _ action: AlterTableActionKind, _ work: inout AlterTableWork
  ) throws(Halt) {
    let id = work.table
    guard let table = catalog.table(id) else { return }
    switch action {
    case .setRowSecurity(let security):
      catalog.updateTable(id) { table in
        switch security {
        case .enable: table.hasRowSecurity = true
        case .disable: table.hasRowSecurity = false
        case .force: table.forcesRowSecurity = true
        case .noForce: table.forcesRowSecurity = false
        }
      }
    case .setOwner(let role): try setOwner(role, of: id)
    case .setOptions(let options):
      let values = try tableOptions(options)
      catalog.updateTable(id) { $0.options.merge(values) { _, new in new } }
    case .resetOptions(let options):
      catalog.updateTable(id) { table in
        for option in options { table.options[option.name] = nil }
      }
    case .setTrigger(let selection, let state): try setTrigger(selection, state, of: table)
    case .replicaIdentity(let identity): try setReplicaIdentity(identity, of: table)
    case .setStorage(let name, let word): try setStorage(name, word, work)
    case .setCompression(let name, let method): try setCompression(name, method, work)
    case .setStatistics(let name, let target):
      let number = try alterable(name, work)
      catalog.updateColumn(number, of: id) { $0.storageSettings["statistics"] = String(target) }
    case .clusterOn(let name): try requireIndex(name, of: table)
    case .setWithoutCluster, .setWithoutOIDs: break
    case .setTablespace(let name): try checkTablespace(name)
    case .setLogged(let isLogged): try setLogged(isLogged, table)
    case .attachPartition(let name, _): try refuseAttach(name, to: table)
    case .detachPartition(let name, _): try refuseDetach(name, from: table)
    case .inherit(let name): try refuseInherit(name, table)
    case .noInherit(let name): try refuseNoInherit(name, table)
    default: throw .unmodelled("This action of ALTER TABLE is not modelled")
    }
  }

  private func setTrigger(
    _ selection: TriggerSelection, _ state: TriggerState, of table: Table
  ) throws(Halt) {
    guard case .named(let name) = selection else { return }
    if catalog.triggers(of: table.id).contains(where: { $0.name == name }) { return }
    if mayBeUnseen(table.name.text) { throw .unmodelled("The trigger may exist") }
    throw .refuse(
      .undefinedObject,
      "trigger \"\(name.text)\" for table \"\(table.name.text)\" does not exist")
  }

  @discardableResult
  private func requireIndex(_ name: Identifier, of table: Table) throws(Halt) -> TableIndex {
    if let id = catalog.relationID(name.text, in: table.schema) {
      guard let index = catalog.index(id), index.table == table.id else {
        throw .unmodelled("The index belongs to something else")
      }
      return index
    }
    if mayBeUnseen(name.text) { throw .unmodelled("The index may exist") }
    throw .refuse(
      .undefinedObject,
      "index \"\(name.text)\" for table \"\(table.name.text)\" does not exist")
  }

  private func setReplicaIdentity(_ identity: ReplicaIdentity, of table: Table) throws(Halt) {
    guard case .index(let name) = identity else { return }
    let index = try requireIndex(name, of: table)
    if !index.isUnique {
      throw .refuse(
        .wrongObjectType, "cannot use non-unique index \"\(name.text)\" as replica identity")
    }
    if index.keys.contains(where: { $0.column == nil }) || index.condition != nil {
      throw .unmodelled("This index as replica identity is not modelled")
    }
    for number in index.keys.compactMap(\.column) where !table.columns[number - 1].isNotNull {
      throw .refuse(
        .wrongObjectType,
        "index \"\(name.text)\" cannot be used as replica identity because column "
          + "\"\(table.columns[number - 1].name.text)\" is nullable")
    }
  }

  private mutating func setStorage(
    _ name: Identifier, _ word: String, _ work: AlterTableWork
  ) throws(Halt) {
    let number = try alterable(name, work)
    guard let type = catalog.columns(of: work.table)[number - 1].type else { return }
    let upper = word.asciiUppercased()
    if upper != "PLAIN", upper != "DEFAULT", !isToastable(type) {
      throw .refuse(
        .featureNotSupported,
        "column data type \(displayName(of: type)) can only have storage PLAIN")
    }
    catalog.updateColumn(number, of: work.table) { $0.storageSettings["storage"] = upper }
  }

  func isToastable(_ type: DataType) -> Bool {
    let base = baseType(type)
    if base.isArray { return true }
    if isEnumeration(base) { return false }
    return base.builtinName.flatMap { BuiltinTypes.all[$0] }.map { $0.storage != "p" } ?? true
  }

  private mutating func setCompression(
    _ name: Identifier, _ method: String, _ work: AlterTableWork
  ) throws(Halt) {
    let number = try alterable(name, work)
    guard ["pglz", "lz4", "default"].contains(method) else {
      throw .refuse(
        .invalidParameterValue, "invalid compression method \"\(method)\"")
    }
    catalog.updateColumn(number, of: work.table) { $0.storageSettings["compression"] = method }
  }

  private mutating func setLogged(_ isLogged: Bool, _ table: Table) throws(Halt) {
    let wanted: Persistence = isLogged ? .permanent : .unlogged
    if table.persistence == wanted { return }
    if table.persistence == .temporary { throw .unmodelled("A temporary table's persistence") }
    guard !isLogged else {
      throw .unmodelled("SET LOGGED is not modelled")
    }
    for edge in catalog.edges(to: ObjectAddress(object: table.id)) {
      guard let constraint = catalog.constraints[edge.dependent.object],
        case .foreignKey = constraint.rule, constraint.owner != table.id,
        let child = catalog.table(constraint.owner), child.persistence == .permanent
      else { continue }
      throw .refuse(
        .invalidTableDefinition,
        "could not change table \"\(table.name.text)\" to unlogged because it references "
          + "logged table \"\(child.name.text)\"",
        schema: catalog.schemas[table.schema]?.name.text, table: table.name.text,
        constraint: constraint.name?.text)
    }
    catalog.updateTable(table.id) { $0.persistence = wanted }
  }

  // MARK: Other relations

  mutating func alterIndex(
    _ index: TableIndex, _ actions: [AlterTableAction]
  ) throws(Halt) {
    for action in actions.map(\.kind) {
      switch action {
      case .setOptions(let options):
        let values = try indexOptions(options, method: index.method)
        var changed = index
        changed.options.merge(values) { _, new in new }
        catalog.replace(.index(changed))
      case .addColumn, .dropColumn, .setDefault, .dropDefault, .addConstraint, .dropConstraint,
        .setNotNull, .dropNotNull, .alterColumnType:
        throw notSupported(action, .index(index))
      default: throw .unmodelled("This action on an index is not modelled")
      }
    }
  }

  private func notSupported(_ action: AlterTableActionKind, _ relation: Relation) -> Halt {
    .refuse(
      .wrongObjectType,
      "ALTER action \(action.displayName) cannot be performed on relation "
        + "\"\(relation.name.text)\"",
      detail: "This operation is not supported for \(relation.kindPlural).")
  }

  /// ALTER of a view, a sequence or a composite type.
  mutating func alterOther(_ relation: Relation, _ alter: AlterTable) throws(Halt) {
    for action in alter.actions.map(\.kind) {
      switch action {
      case .setOwner(let role): try setOwner(role, of: relation.id)
      case .addColumn(let definition, _, _) where relation.isComposite:
        try addAttribute(definition, to: relation)
      case .dropColumn(let name, let ifExists, let behavior) where relation.isComposite:
        try dropAttribute(name, ifExists: ifExists, behavior, of: relation)
      case .alterColumnType(let change) where relation.isComposite:
        try alterAttribute(change, of: relation)
      case .setDefault, .dropDefault:
        guard case .view(let view) = relation, !view.isMaterialized else {
          throw notSupported(action, relation)
        }
        var work = AlterTableWork(table: view.id, isOnly: alter.isOnly)
        try run(viewDefault: action, &work)
      case .addColumn, .dropColumn, .addConstraint, .dropConstraint, .setNotNull, .dropNotNull,
        .alterColumnType:
        throw notSupported(action, relation)
      default: throw .unmodelled("This action on a relation that is no table is not modelled")
      }
    }
  }

  private mutating func run(
    viewDefault action: AlterTableActionKind, _ work: inout AlterTableWork
  ) throws(Halt) {
    switch action {
    case .setDefault(let name, let expression): try setDefault(name, expression, &work)
    case .dropDefault(let name): try dropDefault(name, &work)
    default: break
    }
  }
}

extension Relation {
  var isComposite: Bool { if case .compositeType = self { true } else { false } }
}
