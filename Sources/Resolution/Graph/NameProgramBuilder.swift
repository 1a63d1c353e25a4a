import DatabaseModel
import SQLSyntax

/// Turns effects into a ``NameProgram``.
///
/// - Complexity: Linear in the number of effects, but for renamed relations, whose parts are copied
///   for each rename.
struct NameProgramBuilder {
  private let existing: ExistingObjects
  private let dialect: Dialect
  private let plantedFaults: PlantedFaults
  private var program = NameProgram()
  /// By key: whether something creates it, or it is there from the start.
  private var isCreatable: [Bool] = []
  /// By key of a relation: whether it may have columns that are not listed.
  private var isOpen: [Bool] = []
  private var freedNames = FreedNames()
  private var renamesColumns = false
  private var views: [SchemaObject] = []
  private var functions: Set<String> = []
  /// Schemas that relations move into, with indexes and sequences that nobody names.
  private var movedInto: Set<String> = []
  /// Relations and types that get another name: old, new.
  private var renames: [(SchemaObject, SchemaObject)] = []

  init(existing: ExistingObjects, dialect: Dialect, plantedFaults: PlantedFaults) {
    self.dialect = dialect
    self.existing = existing
    self.plantedFaults = plantedFaults
  }

  mutating func build(_ units: [[StatementEffects]]) -> NameProgram {
    program.names.reserveCapacity(units.reduce(0) { $0 + $1.count } * 4)
    internCreated(units)
    if renamesColumns, dialect == .sqlite { openViews() }
    closeUnderRenames()
    for unit in units { add(unit) }
    program.isCreatable = isCreatable
    return program
  }

  // MARK: What can exist

  private mutating func internCreated(_ units: [[StatementEffects]]) {
    for object in existing.objects.sorted(by: SchemaObject.precedes) {
      program.existing.append(note(object))
    }
    for relation in existing.openRelations.sorted(by: SchemaObject.precedes) {
      markOpen(note(relation))
    }
    for unit in units {
      for statement in unit {
        // By index, because a copy of an effect costs more than all that is done with it here.
        for index in statement.effects.indices { internCreated(statement.effects[index]) }
      }
    }
  }

  private mutating func internCreated(_ effect: Effect) {
    switch effect.action {
    case .create:
      if effect.object.namespace == .column, effect.object.name == "*" {
        if let whole = effect.object.whole { markOpen(note(whole)) }
      } else {
        note(effect.object)
        if effect.type == .view { views.append(effect.object) }
        if effect.object.namespace == .function { functions.insert(effect.object.name) }
      }
    case .rename(let target, _):
      note(target)
      freedNames.note(effect.object)
      if effect.object.namespace == .column { renamesColumns = true }
      if effect.object.schema != target.schema { movedInto.insert(target.schema) }
      if effect.object.namespace == .relation || effect.object.namespace == .type {
        renames.append((effect.object, target))
      }
    case .drop: freedNames.note(effect.object)
    default: break
    }
  }

  @discardableResult
  private mutating func note(_ object: SchemaObject) -> Int32 {
    let key = intern(object)
    isCreatable[Int(key)] = true
    return key
  }

  private mutating func intern(_ object: SchemaObject) -> Int32 {
    let key = program.names.intern(object)
    while isCreatable.count < program.names.count {
      isCreatable.append(false)
      isOpen.append(false)
    }
    return key
  }

  private mutating func markOpen(_ key: Int32) { isOpen[Int(key)] = true }

  /// Parts of a relation can exist under every name that it may get.
  private mutating func closeUnderRenames() {
    var changed = !renames.isEmpty
    while changed {
      changed = false
      for (old, new) in renames where copyParts(from: intern(old), to: intern(new), new) {
        changed = true
      }
    }
  }

  private mutating func copyParts(
    from old: Int32, to new: Int32, _ newObject: SchemaObject
  ) -> Bool {
    var changed = false
    if isOpen[Int(old)], !isOpen[Int(new)] {
      isOpen[Int(new)] = true
      changed = true
    }
    for part in program.names.parts[Int(old)] where isCreatable[Int(part)] {
      let object = program.names.objects[Int(part)]
      let copy = intern(newObject.part(object.namespace, object.name))
      if !isCreatable[Int(copy)] {
        isCreatable[Int(copy)] = true
        changed = true
      }
    }
    return changed
  }

  /// A renamed column has its new name in the views that show it, too.
  private mutating func openViews() {
    for view in views { markOpen(intern(view)) }
  }

  // MARK: Operations

  private mutating func add(_ unit: [StatementEffects]) {
    let number = Int32(program.units.count)
    let first = program.statements.count
    for (position, statement) in unit.enumerated() {
      add(statement, unit: number, position: Int32(position))
    }
    program.units.append(NameProgram.Unit(statements: first..<program.statements.count))
  }

  private mutating func add(_ effects: StatementEffects, unit: Int32, position: Int32) {
    let firstCondition = program.conditions.count
    for condition in effects.conditions { add(condition) }
    let first = program.operations.count
    // Where effects vanish, skip counts shrink: remember where each effect's operation went.
    var starts: [Int] = []
    for (index, effect) in effects.effects.enumerated() {
      starts.append(program.operations.count)
      let before = program.operations.count
      lower(effect, at: index, in: effects, unit: Int(unit))
      if program.operations.count > before { addConditions(of: effect) }
    }
    starts.append(program.operations.count)
    for (index, effect) in effects.effects.enumerated() where effect.skipCount > 0 {
      let own = starts[index]
      guard own < starts[index + 1] else { continue }
      let end = starts[min(index + 1 + effect.skipCount, starts.count - 1)]
      program.operations[own].skipCount = Int32(end - own - 1)
    }
    program.statements.append(
      NameProgram.Statement(
        unit: unit, position: position, operations: first..<program.operations.count,
        conditions: firstCondition..<program.conditions.count))
  }

  private mutating func addConditions(of effect: Effect) {
    guard !effect.conditions.isEmpty, !plantedFaults.contains(.guardsAlwaysHold) else { return }
    let start = Int32(program.conditionPool.count)
    program.conditionPool += effect.conditions.map { Int32($0) }
    program.operations[program.operations.count - 1].conditions =
      start..<Int32(program.conditionPool.count)
  }

  private mutating func add(_ condition: EffectCondition) {
    switch condition {
    case .present(let objects): program.conditions.append(.present(addToPool(objects)))
    case .absent(let objects): program.conditions.append(.absent(addToPool(objects)))
    case .otherwise(let index): program.conditions.append(.otherwise(index))
    case .unknown: program.conditions.append(.unknown)
    case .handled(let existing, let missing):
      program.conditions.append(.handled(existing: existing, missing: missing))
    }
  }

  private mutating func addToPool(_ objects: [SchemaObject]) -> Range<Int> {
    let start = program.pool.count
    program.pool += creatableKeys(objects)
    return start..<program.pool.count
  }

  /// The numbers of those objects that can exist at all, open owners spelled out.
  private func creatableKeys(_ objects: [SchemaObject]) -> [Int32] {
    objects.flatMap { object -> [Int32] in
      if object.owner == "*" { return program.names.namesakes[object] ?? [] }
      guard let key = program.names.number(of: object), isCreatable[Int(key)] else { return [] }
      return [key]
    }
  }

  private mutating func lower(
    _ effect: Effect, at index: Int, in statement: StatementEffects, unit: Int
  ) {
    if effect.conditions.contains(where: { cannotHold($0, of: statement) }) { return }
    let isUncertain = effect.conditions.contains { isUnknown($0, of: statement) }
    let isCaught = effect.conditions.contains { statement.conditions[$0].catchesMissing }
    let reports = !isUncertain && !isCaught
    switch effect.action {
    case .create(let creation):
      guard effect.object.name != "*" else { return }
      let isFree = freedNames.mayFree(effect)
      var operation = make(isFree ? .createAnyway : code(for: creation, isUncertain), effect, index)
      operation.key = intern(effect.object)
      if let container = effect.container {
        operation.container = intern(container)
        program.noteContainment(of: operation.key, in: operation.container)
      }
      program.operations.append(operation)
    case .reference(let reference):
      let code: NameOperation.Code =
        reference == .possible || isUncertain ? .prefer : .require
      if reference == .deferred { return }
      append(code, effect, index, unit, reportsMissing: reference == .required && reports)
    case .data:
      append(isUncertain ? .prefer : .data, effect, index, unit, reportsMissing: reports)
    case .alter(let ifExists):
      let isLenient = ifExists || isUncertain
      append(
        isLenient ? .alterIfPresent : .alter, effect, index, unit,
        reportsMissing: !isLenient && reports)
    case .drop(let ifExists):
      // Without knowing, nothing is taken to be dropped.
      if isUncertain || plantedFaults.contains(.dropsDoNothing) { return }
      append(
        ifExists ? .dropIfPresent : .drop, effect, index, unit, reportsMissing: !ifExists && reports
      )
    case .rename(let target, let ifExists):
      if isUncertain { return }
      let before = program.operations.count
      append(
        ifExists ? .renameIfPresent : .rename, effect, index, unit,
        reportsMissing: !ifExists && reports)
      if program.operations.count > before { return addTarget(target) }
      // Whatever was meant, it has the new name afterwards.
      var operation = make(.createAnyway, effect, index)
      operation.key = intern(target)
      program.operations.append(operation)
    }
  }

  private func isUnknown(_ condition: Int, of statement: StatementEffects) -> Bool {
    switch statement.conditions[condition] {
    case .unknown: true
    case .otherwise(let other): isUnknown(other, of: statement)
    default: false
    }
  }

  /// Whether a condition asks for something that can never be there.
  private func cannotHold(_ condition: Int, of statement: StatementEffects) -> Bool {
    switch statement.conditions[condition] {
    case .present(let objects): return creatableKeys(objects).isEmpty
    case .otherwise(let other):
      guard case .absent(let objects) = statement.conditions[other] else { return false }
      return creatableKeys(objects).isEmpty
    default: return false
    }
  }

  private func code(
    for creation: EffectAction.Creation, _ isUncertain: Bool
  ) -> NameOperation.Code {
    switch creation {
    case .plain: isUncertain ? .createIfAbsent : .create
    case .ifNotExists: plantedFaults.contains(.ifNotExistsInsists) ? .create : .createIfAbsent
    case .orReplace, .automatic: .createAnyway
    }
  }

  private func make(
    _ code: NameOperation.Code, _ effect: Effect, _ index: Int
  ) -> NameOperation {
    NameOperation(
      code: code, key: -1, skipCount: 0, statement: Int32(program.statements.count),
      effect: Int32(index))
  }

  /// Adds an operation on whatever of an effect's objects can exist; notes it where none can.
  private mutating func append(
    _ code: NameOperation.Code, _ effect: Effect, _ index: Int, _ unit: Int, reportsMissing: Bool
  ) {
    let objects = [effect.object] + effect.alternatives
    if effect.object.namespace == .column, hasOpenOwner(objects) { return }
    let keys = creatableKeys(objects)
    guard let first = keys.first else {
      if reportsMissing, isJudged(objects), !effect.mayHaveAutomaticName,
        !mayBeSomethingElse(effect),
        !plantedFaults.contains(.missingNamesPass)
      {
        program.missing.append(
          MissingOperation(unit: unit, statement: program.statements.count, effect: index))
      }
      return
    }
    var operation = make(code, effect, index)
    operation.key = first
    operation.keys = Int32(program.pool.count)
    operation.keyCount = Int32(keys.count)
    operation.isCascading = effect.isCascading
    program.pool += keys
    program.operations.append(operation)
  }

  /// A table takes its indexes and sequences along into another schema; `row.name` may as well be
  /// `name(row)`.
  private func mayBeSomethingElse(_ effect: Effect) -> Bool {
    if effect.object.namespace == .column { return functions.contains(effect.object.name) }
    guard effect.type == .index || effect.type == .sequence else { return false }
    return movedInto.contains(effect.object.schema)
  }

  /// Whether some relation may have the column without anybody having listed it.
  private func hasOpenOwner(_ columns: [SchemaObject]) -> Bool {
    if columns.count == 1, !creatableKeys(columns).isEmpty { return false }
    return columns.contains { column in
      guard let whole = column.whole, let key = program.names.number(of: whole) else {
        return false
      }
      return isOpen[Int(key)]
    }
  }

  /// A part of a relation that is itself missing is not reported again; a constraint may have a
  /// name that the engine chose.
  private func isJudged(_ objects: [SchemaObject]) -> Bool {
    if objects.contains(where: { $0.namespace == .constraint }) { return false }
    let wholes = objects.compactMap(\.whole)
    if wholes.count < objects.count { return true }
    return wholes.contains { !creatableKeys([$0]).isEmpty }
  }

  private mutating func addTarget(_ target: SchemaObject) {
    let last = program.operations.count - 1
    let old = program.operations[last].key
    program.operations[last].target = intern(target)
    guard target.namespace == .relation || target.namespace == .type else { return }
    let start = Int32(program.renamedParts.count)
    for part in program.names.parts[Int(old)] where !plantedFaults.contains(.columnsStayBehind) {
      let object = program.names.objects[Int(part)]
      let copy = intern(target.part(object.namespace, object.name))
      program.renamedParts.append((part, copy))
    }
    program.operations[last].parts = start..<Int32(program.renamedParts.count)
  }
}

extension SchemaObject {
  /// A fixed order, so that nothing depends on hashing.
  static func precedes(_ first: SchemaObject, _ second: SchemaObject) -> Bool {
    (first.namespace.rawValue, first.schema, first.owner, first.name)
      < (second.namespace.rawValue, second.schema, second.owner, second.name)
  }
}

extension EffectCondition {
  fileprivate var catchesMissing: Bool {
    if case .handled(_, missing: true) = self { true } else { false }
  }
}
