import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// Makes the sequence behind a `serial` or identity column; it is attached to the column later.
  mutating func makeSequence(
    _ plan: SequencePlan, table: String, column: String, schema: ObjectID,
    persistence: Persistence
  ) throws(Halt) -> ObjectID {
    if plan.isIdentity, !["int2", "int4", "int8"].contains(plan.type) {
      throw .refuse(
        .invalidParameterValue, "identity column type must be smallint, integer, or bigint")
    }
    var name = freeRelationName(table, column, label: "seq", in: schema)
    for case .name(let given) in plan.options {
      name = given.name
      if try existsRelation(name.text, in: schema) {
        throw .refuse(.duplicateTable, "relation \"\(name.text)\" already exists")
      }
    }
    var sequence = SequenceDefinition(id: catalog.nextID, schema: schema, name: name)
    sequence.type = plan.type
    sequence.maximum = Self.maximum(of: plan.type)
    sequence.isIdentity = plan.isIdentity
    sequence.persistence = persistence
    try apply(plan.options, to: &sequence, isNew: true)
    sequence.id = catalog.takeID()
    catalog.add(.sequence(sequence))
    recordSchemaEdge(sequence.id, schema)
    return sequence.id
  }

  static func maximum(of type: String) -> Int64 {
    switch type {
    case "int2": Int64(Int16.max)
    case "int4": Int64(Int32.max)
    default: Int64.max
    }
  }

  static func minimum(of type: String) -> Int64 {
    switch type {
    case "int2": Int64(Int16.min)
    case "int4": Int64(Int32.min)
    default: Int64.min
    }
  }

  /// Binds sequences to the columns they were made for.
  mutating func attachSequences(of plan: TablePlan) throws(Halt) {
    for (index, column) in plan.columns.enumerated() {
      guard let sequence = column.column.ownedSequence, let source = column.sequence else {
        continue
      }
      attach(sequence, source, to: ObjectAddress(object: plan.id, column: index + 1))
    }
  }

  mutating func attach(_ id: ObjectID, _ plan: SequencePlan, to column: ObjectAddress) {
    if var sequence = catalog.sequence(id) {
      sequence.ownedBy = column
      catalog.replace(.sequence(sequence))
    }
    catalog.record(id, on: [column], plan.isIdentity ? .internal : .automatic)
    catalog.updateColumn(column.column ?? 1, of: column.object) { target in
      target.ownedSequence = id
      if plan.isIdentity { target.identity = IdentityColumn(isAlways: plan.isAlways, sequence: id) }
    }
    if plan.isIdentity { return }
    let call = Self.nextValue(of: catalog.sequence(id)?.name.text ?? "")
    let expression = StoredExpression(syntax: call, references: [ObjectAddress(object: id)])
    setDefault(expression, of: column, isGenerated: false)
  }

  private static func nextValue(of sequence: String) -> SQLExpression {
    let name = SQLExpression(kind: .literal(.string(sequence)))
    let cast = SQLExpression(kind: .cast(name, TypeName(name: ObjectName("regclass"))))
    return SQLExpression(
      kind: .call(
        FunctionCall(name: ObjectName("nextval"), arguments: [FunctionArgument(value: cast)])))
  }

  /// Gives a column a default, which is an object of its own that others depend on.
  mutating func setDefault(
    _ expression: StoredExpression, of column: ObjectAddress, isGenerated: Bool
  ) {
    clearDefault(of: column)
    let id = catalog.takeID()
    catalog.columnDefaults[id] = column
    catalog.updateColumn(column.column ?? 1, of: column.object) { target in
      target.defaultObject = id
      if isGenerated {
        target.generation = Generation(expression: expression, isStored: true)
      } else {
        target.defaultValue = expression
      }
    }
    catalog.record(id, on: [column], isGenerated ? .internal : .automatic)
    catalog.record(id, on: expression.references, .normal)
  }

  mutating func clearDefault(of column: ObjectAddress) {
    let columns = catalog.columns(of: column.object)
    guard let number = column.column, columns.indices.contains(number - 1),
      let id = columns[number - 1].defaultObject
    else { return }
    catalog.remove(id)
  }

  // MARK: CREATE SEQUENCE, ALTER SEQUENCE

  mutating func createSequence(_ create: CreateSequence) throws(Halt) -> String {
    let schema = try creationSchema(of: create.name, persistence: create.persistence)
    let name = create.name.name
    if try existsRelation(name.text, in: schema) {
      if create.ifNotExists {
        notice("relation \"\(name.text)\" already exists, skipping", state: .duplicateTable)
        return "CREATE SEQUENCE"
      }
    }
    var sequence = SequenceDefinition(id: catalog.nextID, schema: schema, name: name)
    sequence.persistence = create.persistence
    try apply(create.options, to: &sequence, isNew: true)
    try checkNameIsFree(name.text, in: schema, hasRowType: false)
    sequence.id = catalog.takeID()
    catalog.add(.sequence(sequence))
    recordSchemaEdge(sequence.id, schema)
    try setOwner(of: sequence.id, from: create.options)
    return "CREATE SEQUENCE"
  }

  mutating func alterSequence(_ alter: AlterSequence) throws(Halt) -> String {
    let found = try findRelation(alter.name)
    if found == nil, alter.ifExists {
      notice("relation \"\(alter.name.name.text)\" does not exist, skipping")
      return "ALTER SEQUENCE"
    }
    let relation = try relation(alter.name)
    guard case .sequence(var sequence) = relation else {
      throw .refuse(
        .wrongObjectType, "\"\(relation.name.text)\" is not a sequence")
    }
    try apply(alter.options, to: &sequence, isNew: false)
    catalog.replace(.sequence(sequence))
    try setOwner(of: sequence.id, from: alter.options)
    return "ALTER SEQUENCE"
  }

  private mutating func setOwner(
    of id: ObjectID, from options: [SequenceOption]
  ) throws(Halt) {
    for case .ownedBy(let owner) in options {
      if catalog.sequence(id)?.isIdentity == true {
        throw .unmodelled("OWNED BY of an identity's sequence is not modelled")
      }
      let column = try owner.map { reference throws(Halt) in try self.column(reference) }
      catalog.removeEdges(from: id) { $0.kind == .automatic }
      guard var sequence = catalog.sequence(id) else { continue }
      if let old = sequence.ownedBy, let number = old.column {
        catalog.updateColumn(number, of: old.object) { $0.ownedSequence = nil }
      }
      sequence.ownedBy = column
      catalog.replace(.sequence(sequence))
      guard let column, let number = column.column else { continue }
      catalog.record(id, on: [column], .automatic)
      catalog.updateColumn(number, of: column.object) { $0.ownedSequence = id }
    }
  }

  /// The column that `table.column` names.
  private func column(_ reference: ColumnReference) throws(Halt) -> ObjectAddress {
    let parts = reference.parts
    guard parts.count >= 2 else {
      throw .refuse(
        .syntaxError, "invalid OWNED BY option",
        hint: "Specify OWNED BY table.column or OWNED BY NONE.")
    }
    let table = try relation(
      ObjectName(name: parts[parts.count - 2], schema: parts.count > 2 ? parts[0] : nil))
    guard case .table = table else {
      throw .unmodelled("A sequence owned by something other than a table")
    }
    let name = parts[parts.count - 1].text
    guard let number = catalog.columnNumber(name, of: table.id) else {
      throw missingColumn(name, of: table)
    }
    return ObjectAddress(object: table.id, column: number)
  }

  func missingColumn(_ name: String, of relation: Relation) -> Halt {
    if mayBeUnseen(relation.name.text) || catalog.unknowns.contains(where: \.names.isEmpty) {
      return .unmodelled("The column \(name) may exist")
    }
    return .refuse(
      .undefinedColumn, "column \"\(name)\" of relation \"\(relation.name.text)\" does not exist")
  }

  // MARK: Options

  /// Applies a sequence's options and checks them in the engine's order.
  func apply(
    _ options: [SequenceOption], to sequence: inout SequenceDefinition, isNew: Bool
  ) throws(Halt) {
    var seen = SequenceOptionValues()
    try seen.read(options)
    if let type = seen.type {
      let resolved = try resolve(type).builtinName ?? ""
      guard ["int2", "int4", "int8"].contains(resolved) else {
        throw .refuse(
          .invalidParameterValue, "sequence type must be smallint, integer, or bigint")
      }
      let isAtLimit = sequence.maximum == Self.maximum(of: sequence.type)
      sequence.type = resolved
      if isAtLimit { sequence.maximum = Self.maximum(of: resolved) }
    }
    if let increment = seen.increment {
      if increment == 0 { throw .refuse(.invalidParameterValue, "INCREMENT must not be zero") }
      sequence.increment = increment
    }
    try setLimits(seen, of: &sequence, isNew: isNew)
    if let cycles = seen.cycles { sequence.isCycling = cycles }
    if let start = seen.start {
      sequence.start = start
    } else if isNew {
      sequence.start = sequence.increment > 0 ? sequence.minimum : sequence.maximum
    }
    try checkStart(sequence)
    if let cache = seen.cache {
      if cache < 1 {
        throw .refuse(.invalidParameterValue, "CACHE (\(cache)) must be greater than zero")
      }
      sequence.cache = cache
    }
    if seen.restarts, isNew { throw .unmodelled("RESTART of a new sequence") }
  }

  private func setLimits(
    _ seen: SequenceOptionValues, of sequence: inout SequenceDefinition, isNew: Bool
  ) throws(Halt) {
    let rises = sequence.increment > 0
    if let maximum = seen.maximum {
      sequence.maximum = maximum
    } else if isNew || seen.hasNoMaximum {
      sequence.maximum = rises ? Self.maximum(of: sequence.type) : -1
    }
    if let minimum = seen.minimum {
      sequence.minimum = minimum
    } else if isNew || seen.hasNoMinimum {
      sequence.minimum = rises ? 1 : Self.minimum(of: sequence.type)
    }
    for (value, word) in [(sequence.maximum, "MAXVALUE"), (sequence.minimum, "MINVALUE")] {
      let range = Self.minimum(of: sequence.type)...Self.maximum(of: sequence.type)
      if !range.contains(value) {
        throw .refuse(
          .invalidParameterValue,
          "\(word) (\(value)) is out of range for sequence data type "
            + displayName(of: .builtin(sequence.type)))
      }
    }
    if sequence.minimum >= sequence.maximum {
      throw .refuse(
        .invalidParameterValue,
        "MINVALUE (\(sequence.minimum)) must be less than MAXVALUE (\(sequence.maximum))")
    }
  }

  private func checkStart(_ sequence: SequenceDefinition) throws(Halt) {
    if sequence.start < sequence.minimum {
      throw .refuse(
        .invalidParameterValue,
        "START value (\(sequence.start)) cannot be less than MINVALUE (\(sequence.minimum))")
    }
    if sequence.start > sequence.maximum {
      throw .refuse(
        .invalidParameterValue,
        "START value (\(sequence.start)) cannot be greater than MAXVALUE (\(sequence.maximum))")
    }
  }
}

/// The options of one statement, each at most once.
private struct SequenceOptionValues {
  var type: TypeName?
  var increment: Int64?
  var minimum: Int64?
  var maximum: Int64?
  var hasNoMinimum = false
  var hasNoMaximum = false
  var start: Int64?
  var cache: Int64?
  var cycles: Bool?
  var restarts = false

  mutating func read(_ options: [SequenceOption]) throws(Halt) {
    for option in options {
      switch option {
      case .type(let name): type = name
      case .increment(let text): increment = try Self.number(text)
      case .minimum(let text):
        if let text { minimum = try Self.number(text) } else { hasNoMinimum = true }
      case .maximum(let text):
        if let text { maximum = try Self.number(text) } else { hasNoMaximum = true }
      case .start(let text): start = try Self.number(text)
      case .cache(let text): cache = try Self.number(text)
      case .cycle(let isCycling): cycles = isCycling
      case .restart: restarts = true
      case .ownedBy, .name, .logged: break
      }
    }
  }

  private static func number(_ text: String) throws(Halt) -> Int64 {
    guard let number = Int64(text) else {
      throw .unmodelled("A sequence's option out of range is not modelled")
    }
    return number
  }
}
