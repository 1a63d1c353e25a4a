import HashTreeCollections
import SQLSyntax

/// What becomes of a column's values when its type changes.
enum TypeChange: Hashable {
  /// Each value is computed anew.
  case computed
  /// The bytes stay; indexes over the column are taken over.
  case kept
  /// The bytes stay, but sort differently.
  case resorted
}

extension FootprintAnalysis {
  mutating func alterType(
    _ alter: AlterColumnType, of table: Table, _ change: inout TableChange
  ) throws(Halt) {
    guard let number = catalog.columnNumber(alter.column.text, of: table.id),
      let source = table.columns[number - 1].type
    else { return }
    let target = try before.resolve(alter.type)
    let column = table.columns[number - 1]
    var kind = try typeChange(from: source, to: target)
    if let using = alter.using, !isSameColumn(using, column.name) { kind = .computed }
    if kind == .computed {
      change.isRewritten = true
    } else if alter.collation != column.collation || !sortsAlike(source, target) {
      kind = .resorted
    }
    change.retyped[number] = kind
    try recheck(column: number, kind, of: table, &change)
  }

  /// Whether an index over the old type serves the new one: both use one operator class.
  private func sortsAlike(_ source: DataType, _ target: DataType) -> Bool {
    let (old, new) = (before.baseType(source).bare, before.baseType(target).bare)
    if old == new { return true }
    let names = [old.builtinName ?? "", new.builtinName ?? ""]
    return names.allSatisfy { ["text", "varchar"].contains($0) }
      || names.allSatisfy { ["timestamp", "timestamptz"].contains($0) }
  }

  private func isSameColumn(_ expression: SQLExpression, _ column: Identifier) -> Bool {
    if case .column(let reference) = expression.kind { reference.column == column } else { false }
  }

  /// Whether the bytes of a value stay when its type changes.
  ///
  /// Source: PostgreSQL 15, ALTER TABLE, Notes; a conversion that changes nothing is left out by
  /// the planner: a longer varchar, numeric or varbit, a finer timestamp or interval.
  private func typeChange(from source: DataType, to target: DataType) throws(Halt) -> TypeChange {
    if hasDomainConstraints(target) { return .computed }
    let (old, new) = (before.baseType(source), before.baseType(target))
    if old.isArray || new.isArray {
      if old == new { return .kept }
      throw .unmodelled("A change of an array's type is not modelled")
    }
    if old.bare == new.bare { return keepsModifier(old, new) ? .kept : .computed }
    let names = [old.builtinName ?? "", new.builtinName ?? ""]
    if names.allSatisfy({ ["timestamp", "timestamptz"].contains($0) }) {
      if !new.modifiers.isEmpty, new.modifiers != old.modifiers { return .computed }
      return Self.zonesAtUTC.contains(before.session.timeZone) ? .kept : .computed
    }
    guard try before.coercion(from: old, to: new, in: .assignment) == .relabel else {
      return .computed
    }
    if new.builtinName == "varchar", let limit = new.modifiers.first {
      // A length is checked unless the old one was no longer.
      return old.builtinName == "varchar" && (old.modifiers.first ?? .max) <= limit
        ? .kept : .computed
    }
    return new.modifiers.isEmpty ? .kept : .computed
  }

  private static let zonesAtUTC: Set<String> = ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "utc"]

  private func keepsModifier(_ old: DataType, _ new: DataType) -> Bool {
    if old.modifiers == new.modifiers, old.intervalFields == new.intervalFields { return true }
    switch new.builtinName {
    case "varchar", "varbit":
      guard let limit = new.modifiers.first else { return true }
      return (old.modifiers.first ?? .max) <= limit
    case "numeric":
      if new.modifiers.isEmpty { return true }
      guard old.modifiers.count > 0 else { return false }
      let scale = { (type: DataType) in type.modifiers.count > 1 ? type.modifiers[1] : 0 }
      return scale(old) == scale(new) && old.modifiers[0] <= new.modifiers[0]
    case "timestamp", "timestamptz", "time", "timetz":
      guard let precision = new.modifiers.first else { return true }
      return precision >= 6 || (old.modifiers.first ?? 6) <= precision
    default: return new.modifiers.isEmpty && new.intervalFields == nil
    }
  }

  // MARK: What rests on the column

  /// Constraints over a column whose type changes are dropped and made again.
  private mutating func recheck(
    column number: Int, _ kind: TypeChange, of table: Table, _ change: inout TableChange
  ) throws(Halt) {
    for edge in catalog.edges(to: ObjectAddress(object: table.id, column: number)) {
      guard let constraint = catalog.constraints[edge.dependent.object] else { continue }
      switch constraint.rule {
      case .check:
        if constraint.isValidated { change.isScanned = true }
      case .foreignKey(let key):
        guard case .table(let parent, _) = key.target else { continue }
        footprint.lock(constraint.owner, .accessExclusive)
        footprint.lock(parent, .accessExclusive)
        if !constraint.isValidated { continue }
        if kind == .kept { continue }
        checkForeignKey(of: constraint.owner, to: parent)
      default: continue
      }
    }
  }

  /// Indexes over a column whose type changes are dropped and made again.
  mutating func rebuildIndexes(of table: Table, _ change: TableChange) {
    for index in catalog.indexes(of: table.id) {
      let kinds = change.retyped.filter { number, _ in index.uses(number) }.map(\.value)
      if kinds.isEmpty { continue }
      footprint.lock(index.id, .accessExclusive)
      footprint.build(index.name.text)
      footprint.drop(index.id)
      // The engine does not compare expressions and conditions of old and new.
      let isPlain = index.condition == nil && index.keys.allSatisfy { $0.expression == nil }
      if !change.isRewritten, !isPlain || kinds.contains(.resorted) { footprint.scan(table.id) }
    }
  }
}

extension TableIndex {
  /// Whether a key, an included column, an expression or the condition needs a column.
  fileprivate func uses(_ number: Int) -> Bool {
    if keys.contains(where: { $0.column == number }) || including.contains(number) { return true }
    let expressions = keys.compactMap(\.expression) + [condition].compactMap { $0 }
    return expressions.contains { expression in
      expression.references.contains { $0.object == table && $0.column == number }
    }
  }
}
