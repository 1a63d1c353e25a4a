import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  // MARK: DEFAULT

  mutating func setDefault(
    _ name: Identifier, _ expression: SQLExpression, _ work: inout AlterTableWork
  ) throws(Halt) {
    let number = try alterable(name, work)
    let column = catalog.columns(of: work.table)[number - 1]
    let relation = catalog.relations[work.table]?.name.text ?? ""
    if column.identity != nil {
      throw .refuse(
        .syntaxError, "column \"\(name.text)\" of relation \"\(relation)\" is an identity column")
    }
    if column.generation != nil {
      throw .refuse(
        .syntaxError, "column \"\(name.text)\" of relation \"\(relation)\" is a generated column")
    }
    guard let type = column.type else { throw .unmodelled("A column without a known type") }
    let (stored, _) = try storedDefault(expression, column: column, type: type)
    for table in [work.table] + (work.isOnly ? [] : catalog.descendants(of: work.table)) {
      guard let own = catalog.columnNumber(name.text, of: table) else { continue }
      let address = ObjectAddress(object: table, column: own)
      if case .literal(.null) = expression.kind {
        clearDefault(of: address)
      } else {
        setDefault(stored, of: address, isGenerated: false)
      }
    }
  }

  mutating func dropDefault(_ name: Identifier, _ work: inout AlterTableWork) throws(Halt) {
    let number = try alterable(name, work)
    let column = catalog.columns(of: work.table)[number - 1]
    let relation = catalog.relations[work.table]?.name.text ?? ""
    if column.identity != nil {
      throw .refuse(
        .syntaxError, "column \"\(name.text)\" of relation \"\(relation)\" is an identity column",
        hint: "Use ALTER TABLE ... ALTER COLUMN ... DROP IDENTITY instead.")
    }
    if column.generation != nil {
      throw .refuse(
        .syntaxError, "column \"\(name.text)\" of relation \"\(relation)\" is a generated column",
        hint: "Use ALTER TABLE ... ALTER COLUMN ... DROP EXPRESSION instead.")
    }
    for table in [work.table] + (work.isOnly ? [] : catalog.descendants(of: work.table)) {
      guard let own = catalog.columnNumber(name.text, of: table) else { continue }
      clearDefault(of: ObjectAddress(object: table, column: own))
    }
  }

  // MARK: NOT NULL

  mutating func setNotNull(_ name: Identifier, _ work: inout AlterTableWork) throws(Halt) {
    _ = try alterable(name, work)
    if work.isOnly, !catalog.children(of: work.table).isEmpty,
      catalog.table(work.table)?.kind == .partitioned
    {
      throw .unmodelled("SET NOT NULL on a partitioned table only")
    }
    for table in [work.table] + (work.isOnly ? [] : catalog.descendants(of: work.table)) {
      guard let own = catalog.columnNumber(name.text, of: table) else { continue }
      if catalog.columns(of: table)[own - 1].isNotNull { continue }
      catalog.updateColumn(own, of: table) { $0.isNotNull = true }
      demand(.notNull(table: table, column: own))
    }
  }

  mutating func dropNotNull(_ name: Identifier, _ work: inout AlterTableWork) throws(Halt) {
    let number = try alterable(name, work)
    guard let table = catalog.table(work.table) else { return }
    let column = table.columns[number - 1]
    if !column.isNotNull { return }
    if column.identity != nil {
      throw .refuse(
        .syntaxError,
        "column \"\(name.text)\" of relation \"\(table.name.text)\" is an identity column")
    }
    let indexes = catalog.indexes(of: table.id)
    if indexes.contains(where: { $0.isPrimary && $0.keys.contains { $0.column == number } }) {
      throw .refuse(
        .invalidTableDefinition, "column \"\(name.text)\" is in a primary key")
    }
    if table.partitionBound != nil, let parent = table.inheritsFrom.first,
      let own = catalog.columnNumber(name.text, of: parent),
      catalog.columns(of: parent)[own - 1].isNotNull
    {
      throw .refuse(
        .invalidTableDefinition, "column \"\(name.text)\" is marked NOT NULL in parent table")
    }
    for relation in [table.id] + (work.isOnly ? [] : catalog.descendants(of: table.id)) {
      guard let own = catalog.columnNumber(name.text, of: relation) else { continue }
      catalog.updateColumn(own, of: relation) { $0.isNotNull = false }
    }
  }

  // MARK: Generated and identity columns

  mutating func dropExpression(
    _ name: Identifier, ifExists: Bool, _ work: inout AlterTableWork
  ) throws(Halt) {
    let number = try alterable(name, work)
    let column = catalog.columns(of: work.table)[number - 1]
    let relation = catalog.relations[work.table]?.name.text ?? ""
    guard column.generation != nil else {
      let what =
        "column \"\(name.text)\" of relation \"\(relation)\" is not a stored generated column"
      guard ifExists else { throw .refuse(.objectNotInPrerequisiteState, what) }
      notice("\(what), skipping")
      return
    }
    if !catalog.children(of: work.table).isEmpty {
      throw .unmodelled("DROP EXPRESSION with child tables is not modelled")
    }
    clearDefault(of: ObjectAddress(object: work.table, column: number))
  }

  mutating func addIdentity(
    _ name: Identifier, isAlways: Bool, _ options: [SequenceOption],
    _ work: inout AlterTableWork
  ) throws(Halt) {
    let number = try alterable(name, work)
    guard let table = catalog.table(work.table) else { return }
    let column = table.columns[number - 1]
    // The sequence is made before the column is looked at.
    let plan = SequencePlan(
      type: column.type?.builtinName ?? "", options: options, isIdentity: true,
      isAlways: isAlways)
    let place = "column \"\(name.text)\" of relation \"\(table.name.text)\""
    let sequence = try makeSequence(
      plan, table: table.name.text, column: name.text, schema: table.schema,
      persistence: table.persistence)
    if !column.isNotNull {
      throw .refuse(
        .objectNotInPrerequisiteState,
        "\(place) must be declared NOT NULL before identity can be added")
    }
    if column.identity != nil {
      throw .refuse(.objectNotInPrerequisiteState, "\(place) is already an identity column")
    }
    if column.defaultValue != nil {
      throw .refuse(.objectNotInPrerequisiteState, "\(place) already has a default value")
    }
    attach(sequence, plan, to: ObjectAddress(object: table.id, column: number))
  }

  mutating func setIdentity(
    _ name: Identifier, isAlways: Bool?, _ options: [SequenceOption],
    _ work: inout AlterTableWork
  ) throws(Halt) {
    let number = try alterable(name, work)
    let column = catalog.columns(of: work.table)[number - 1]
    let relation = catalog.relations[work.table]?.name.text ?? ""
    guard let identity = column.identity else {
      throw .refuse(
        .objectNotInPrerequisiteState,
        "column \"\(name.text)\" of relation \"\(relation)\" is not an identity column")
    }
    if let isAlways {
      catalog.updateColumn(number, of: work.table) { $0.identity?.isAlways = isAlways }
    }
    guard !options.isEmpty, var sequence = catalog.sequence(identity.sequence) else { return }
    try apply(options, to: &sequence, isNew: false)
    catalog.replace(.sequence(sequence))
  }

  mutating func dropIdentity(
    _ name: Identifier, ifExists: Bool, _ work: inout AlterTableWork
  ) throws(Halt) {
    let number = try alterable(name, work)
    let column = catalog.columns(of: work.table)[number - 1]
    let relation = catalog.relations[work.table]?.name.text ?? ""
    guard let identity = column.identity else {
      let what = "column \"\(name.text)\" of relation \"\(relation)\" is not an identity column"
      guard ifExists else { throw .refuse(.objectNotInPrerequisiteState, what) }
      notice("\(what), skipping")
      return
    }
    catalog.updateColumn(number, of: work.table) { target in
      target.identity = nil
      target.ownedSequence = nil
    }
    catalog.remove(identity.sequence)
  }
}
