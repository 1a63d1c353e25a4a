import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func rename(_ rename: Rename) throws(Halt) -> String {
    let kind = rename.object.kind
    switch kind {
    case .table, .view, .materializedView, .index, .sequence, .foreignTable:
      try renameRelation(rename)
    case .column: return try renameColumn(rename)
    case .attribute: return try renameColumn(rename)
    case .constraint: return try renameConstraint(rename)
    case .type, .domain: try renameType(rename)
    case .schema: try renameSchema(rename)
    case .trigger: try renameTrigger(rename)
    case .function, .procedure, .routine: try renameRoutine(rename)
    case .policy: try renamePolicy(rename)
    default: throw .unmodelled("This RENAME is not modelled")
    }
    return "ALTER \(kind == .policy ? "POLICY" : kind.rawValue)"
  }

  private mutating func missing(_ name: ObjectName, ifExists: Bool) throws(Halt) -> Relation? {
    if ifExists, try findRelation(name) == nil {
      notice("relation \"\(name.name.text)\" does not exist, skipping")
      return nil
    }
    return try relation(name)
  }

  private mutating func renameRelation(_ rename: Rename) throws(Halt) {
    guard let relation = try missing(rename.object.name, ifExists: rename.ifExists) else { return }
    try requireRenamable(relation, as: rename.object.kind)
    let name = rename.newName
    if let index = catalog.index(relation.id), let constraint = index.constraint {
      return try renameIndexAndConstraint(index, constraint, to: name)
    }
    if try existsRelation(name.text, in: relation.schema) {
      throw .refuse(.duplicateTable, "relation \"\(name.text)\" already exists")
    }
    if relation.hasRowType,
      catalog.typeNames[NameKey(schema: relation.schema, name: name.text)] != nil
    {
      throw .refuse(.duplicateObject, "type \"\(name.text)\" already exists")
    }
    catalog.rename(relation.id, to: name)
  }

  private mutating func renameIndexAndConstraint(
    _ index: TableIndex, _ constraint: ObjectID, to name: Identifier
  ) throws(Halt) {
    if try existsRelation(name.text, in: index.schema) {
      throw .refuse(.duplicateTable, "relation \"\(name.text)\" already exists")
    }
    if catalog.constraint(named: name.text, of: index.table) != nil {
      let table = catalog.relations[index.table]?.name.text ?? ""
      throw .refuse(
        .duplicateObject,
        "constraint \"\(name.text)\" for relation \"\(table)\" already exists")
    }
    catalog.rename(index.id, to: name)
    catalog.constraints[constraint]?.name = name
  }

  private func requireRenamable(_ relation: Relation, as kind: ObjectKind) throws(Halt) {
    let fits: Bool
    switch (kind, relation) {
    case (.view, .view(let view)): fits = !view.isMaterialized
    case (.materializedView, .view(let view)): fits = view.isMaterialized
    case (.sequence, .sequence), (.index, _): fits = true
    case (.table, .compositeType):
      throw .refuse(
        .wrongObjectType, "\"\(relation.name.text)\" is a composite type",
        hint: "Use ALTER TYPE instead.")
    case (.table, _): fits = true
    default: fits = false
    }
    if !fits {
      throw .refuse(
        .wrongObjectType,
        "\"\(relation.name.text)\" is not a \(kind.rawValue.asciiLowercased())")
    }
  }

  // MARK: Columns

  private mutating func renameColumn(_ rename: Rename) throws(Halt) -> String {
    guard let owner = rename.object.owner else { throw .unmodelled("A column without a table") }
    let tag = "ALTER \(rename.object.kind == .attribute ? "TYPE" : rename.relationKind.rawValue)"
    guard let relation = try missing(owner, ifExists: rename.ifExists) else { return tag }
    switch relation {
    case .table, .view, .compositeType: break
    default: throw .unmodelled("A column of something other than a table or view is renamed")
    }
    let old = rename.object.name.name
    let descendants = catalog.descendants(of: relation.id)
    if rename.isOnly, !catalog.children(of: relation.id).isEmpty {
      throw .refuse(
        .invalidTableDefinition,
        "inherited column \"\(old.text)\" must be renamed in child tables too")
    }
    guard let number = catalog.columnNumber(old.text, of: relation.id) else {
      if SystemColumns.types[old.text] != nil {
        throw .refuse(.featureNotSupported, "cannot rename system column \"\(old.text)\"")
      }
      if mayBeUnseen(relation.name.text) { throw .unmodelled("The column may exist") }
      throw .refuse(.undefinedColumn, "column \"\(old.text)\" does not exist")
    }
    if catalog.columns(of: relation.id)[number - 1].isInherited {
      throw .refuse(
        .invalidTableDefinition, "cannot rename inherited column \"\(old.text)\"")
    }
    for id in [relation.id] + descendants {
      guard let own = catalog.columnNumber(old.text, of: id) else { continue }
      try checkNewName(rename.newName, in: id)
      catalog.updateColumn(own, of: id) { $0.name = rename.newName }
      renameInExpressions(of: id, old, to: rename.newName)
    }
    return tag
  }

  private func checkNewName(_ name: Identifier, in id: ObjectID) throws(Halt) {
    guard let relation = catalog.relations[id] else { return }
    if SystemColumns.types[name.text] != nil {
      throw .refuse(
        .duplicateColumn,
        "column name \"\(name.text)\" conflicts with a system column name")
    }
    if catalog.columnNumber(name.text, of: id) != nil {
      throw .refuse(
        .duplicateColumn,
        "column \"\(name.text)\" of relation \"\(relation.name.text)\" already exists")
    }
    if mayBeUnseen(relation.name.text) { throw .unmodelled("The column may exist") }
  }

  /// Stored expressions hold columns by number on the server; here their trees follow the name.
  private mutating func renameInExpressions(
    of table: ObjectID, _ old: Identifier, to new: Identifier
  ) {
    let change = { (stored: StoredExpression) in
      StoredExpression(
        syntax: stored.syntax.renamingColumn(old, to: new), references: stored.references)
    }
    for constraint in catalog.constraints(of: table) {
      if case .check(let stored) = constraint.rule {
        catalog.constraints[constraint.id]?.rule = .check(change(stored))
      }
    }
    for var index in catalog.indexes(of: table) {
      index.condition = index.condition.map(change)
      for place in index.keys.indices {
        index.keys[place].expression = index.keys[place].expression.map(change)
      }
      catalog.replace(.index(index))
    }
    for (offset, column) in catalog.columns(of: table).enumerated() {
      guard let generation = column.generation else { continue }
      catalog.updateColumn(offset + 1, of: table) {
        $0.generation?.expression = change(generation.expression)
      }
    }
    if var partition = catalog.table(table)?.partitionBy {
      for place in partition.keys.indices {
        partition.keys[place].expression = partition.keys[place].expression
          .renamingColumn(old, to: new)
      }
      catalog.updateTable(table) { $0.partitionBy = partition }
    }
  }

  private mutating func renameConstraint(_ rename: Rename) throws(Halt) -> String {
    guard let owner = rename.object.owner else { throw .unmodelled("A constraint without a table") }
    guard let relation = try missing(owner, ifExists: rename.ifExists) else { return "ALTER TABLE" }
    let old = rename.object.name.name
    guard let found = catalog.constraint(named: old.text, of: relation.id) else {
      if mayBeUnseen(relation.name.text) { throw .unmodelled("The constraint may exist") }
      throw .refuse(
        .undefinedObject,
        "constraint \"\(old.text)\" for table \"\(relation.name.text)\" does not exist")
    }
    if found.isInherited(in: catalog) {
      throw .refuse(
        .invalidTableDefinition, "cannot rename inherited constraint \"\(old.text)\"")
    }
    if case .check = found.rule, !found.isNoInherit, !catalog.children(of: relation.id).isEmpty {
      throw .unmodelled("A CHECK of child tables is renamed")
    }
    if let id = found.rule.index, let index = catalog.index(id) {
      try renameIndexAndConstraint(index, found.id, to: rename.newName)
      return "ALTER TABLE"
    }
    if catalog.constraint(named: rename.newName.text, of: relation.id) != nil {
      throw .refuse(
        .duplicateObject,
        "constraint \"\(rename.newName.text)\" for relation \"\(relation.name.text)\" "
          + "already exists")
    }
    catalog.constraints[found.id]?.name = rename.newName
    return "ALTER TABLE"
  }

  // MARK: Types, schemas, routines, triggers

  private mutating func renameType(_ rename: Rename) throws(Halt) {
    let name = rename.object.name
    guard let reference = try findType(name) else {
      try requireSchema(of: name)
      throw .refuse(.undefinedObject, "type \"\(name.description)\" does not exist")
    }
    guard case .user(let id) = reference, let type = catalog.types[id] else {
      throw .unmodelled("A row type or a built-in type is renamed")
    }
    try checkTypeNameIsFree(rename.newName.text, in: type.schema)
    let new = rename.newName
    if case .composite = type.form,
      let relation = catalog.relationID(type.name.text, in: type.schema)
    {
      catalog.rename(relation, to: new)
    }
    catalog.typeNames[NameKey(schema: type.schema, name: type.name.text)] = nil
    catalog.types[id]?.name = new
    catalog.typeNames[NameKey(schema: type.schema, name: new.text)] = id
  }

  private mutating func renameSchema(_ rename: Rename) throws(Halt) {
    let old = rename.object.name.name.text
    let new = rename.newName
    let id = try schemaID(old)
    if catalog.schemaID(new.text) != nil {
      throw .refuse(.duplicateSchema, "schema \"\(new.text)\" already exists")
    }
    if new.text.hasPrefix("pg_") {
      throw .refuse(
        .reservedName, "unacceptable schema name \"\(new.text)\"",
        detail: "The prefix \"pg_\" is reserved for system schemas.")
    }
    catalog.schemaNames[old] = nil
    catalog.schemas[id]?.name = new
    catalog.schemaNames[new.text] = id
  }

  private mutating func renameTrigger(_ rename: Rename) throws(Halt) {
    guard let owner = rename.object.owner else { throw .unmodelled("A trigger without a table") }
    let relation = try relation(owner)
    let old = rename.object.name.name
    let triggers = catalog.triggers(of: relation.id)
    if triggers.contains(where: { $0.name == rename.newName }) {
      throw .refuse(
        .duplicateObject,
        "trigger \"\(rename.newName.text)\" for relation \"\(relation.name.text)\" already exists")
    }
    guard let trigger = triggers.first(where: { $0.name == old }) else {
      if mayBeUnseen(relation.name.text) { throw .unmodelled("The trigger may exist") }
      throw .refuse(
        .undefinedObject,
        "trigger \"\(old.text)\" for table \"\(relation.name.text)\" does not exist")
    }
    catalog.triggers[trigger.id]?.name = rename.newName
  }

  private mutating func renamePolicy(_ rename: Rename) throws(Halt) {
    guard let owner = rename.object.owner else { throw .unmodelled("A policy without a table") }
    let relation = try relation(owner)
    let policies = catalog.policies(of: relation.id)
    guard let policy = policies.first(where: { $0.name == rename.object.name.name }),
      !policies.contains(where: { $0.name == rename.newName })
    else { throw .unmodelled("This renaming of a policy is not modelled") }
    catalog.policies[policy.id]?.name = rename.newName
  }

  private mutating func renameRoutine(_ rename: Rename) throws(Halt) {
    var routine = try routine(rename.object)
    let key = NameKey(schema: routine.schema, name: rename.newName.text)
    for id in catalog.routineNames[key] ?? []
    where catalog.routines[id]?.inputTypes == routine.inputTypes {
      let types = routine.inputTypes.map { displayName(of: $0) }.joined(separator: ", ")
      let schema = catalog.schemas[routine.schema]?.name.text ?? ""
      throw .refuse(
        .duplicateFunction,
        "function \(rename.newName.text)(\(types)) already exists in schema \"\(schema)\"")
    }
    let old = NameKey(schema: routine.schema, name: routine.name.text)
    let rest = (catalog.routineNames[old] ?? []).filter { $0 != routine.id }
    catalog.routineNames[old] = rest.isEmpty ? nil : rest
    routine.name = rename.newName
    catalog.add(routine)
  }
}
