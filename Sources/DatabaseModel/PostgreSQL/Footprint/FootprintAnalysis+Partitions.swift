import HashTreeCollections
import SQLSyntax

extension FootprintAnalysis {
  mutating func attach(
    _ name: ObjectName, _ bound: PartitionBound?, to parent: Table
  ) throws(Halt) {
    guard case .table(let table)? = try find(name) else {
      throw .unmodelled("What is attached is no table")
    }
    if !catalog.indexes(of: parent.id).isEmpty || !catalog.constraints(of: parent.id).isEmpty {
      throw .unmodelled("What a partition takes over from its parent is not modelled")
    }
    let hasDefault = catalog.children(of: parent.id).contains {
      catalog.table($0)?.partitionBound?.isDefault == true
    }
    if hasDefault || table.kind == .partitioned {
      throw .unmodelled("ATTACH beside a default partition is not modelled")
    }
    footprint.lock(table.id, .accessExclusive)
    switch try proof(of: bound, for: table, parent) {
    case true?: break
    case false?: footprint.scan(table.id)
    case nil: throw .unmodelled("Whether a CHECK proves the partition's bound is not modelled")
    }
  }

  /// Whether the table's CHECKs say what the bound demands; `nil` where that is not sure.
  private func proof(
    of bound: PartitionBound?, for table: Table, _ parent: Table
  ) throws(Halt) -> Bool? {
    let checks = catalog.constraints(of: table.id).filter(\.isValidated).compactMap { constraint in
      if case .check(let stored) = constraint.rule { stored.syntax } else { nil }
    }
    if checks.isEmpty { return false }
    guard case .range(let from, let to) = bound, from.count == 1, to.count == 1,
      let lower = from[0].integer, let upper = to[0].integer,
      let key = parent.partitionBy?.keys.first?.column
    else { return nil }
    let facts = checks.flatMap(\.conjuncts)
    if !facts.contains(where: { $0.mentions(key) }) { return false }
    let isKnown =
      facts.contains { $0.isNotNullTest(of: key) }
      || catalog.columnNumber(key.text, of: table.id).map { table.columns[$0 - 1].isNotNull }
        == true
    let hasLower = facts.contains {
      $0.bound(of: key, [">=": 0, ">": 1]).map { $0 >= lower } == true
    }
    let hasUpper = facts.contains {
      $0.bound(of: key, ["<": 0, "<=": 1]).map { $0 <= upper } == true
    }
    return isKnown && hasLower && hasUpper ? true : nil
  }

  mutating func detach(
    _ name: ObjectName, _ mode: DetachMode, from parent: Table
  ) throws(Halt) {
    guard let child = try find(name) else { return try stopIfRefused() }
    if !catalog.indexes(of: parent.id).isEmpty || !catalog.constraints(of: child.id).isEmpty {
      throw .unmodelled("What a detached partition keeps of its parent is not modelled")
    }
    switch mode {
    case .plain: footprint.lock(child.id, .accessExclusive)
    case .concurrently:
      footprint.lockBriefly(parent.id, .shareUpdateExclusive)
      footprint.lockBriefly(child.id, .accessExclusive)
      footprint.waitsForSnapshots = true
    case .finalize: throw .unmodelled("DETACH PARTITION FINALIZE is not modelled")
    }
  }
}

extension SQLExpression {
  fileprivate var integer: Int? {
    if case .success(let value) = ConstantArithmetic.value(of: self) { value } else { nil }
  }

  /// What must hold for the whole to hold.
  fileprivate var conjuncts: [SQLExpression] {
    if case .and(let operands) = kind { operands.flatMap(\.conjuncts) } else { [self] }
  }

  private func isColumn(_ name: Identifier) -> Bool {
    if case .column(let reference) = kind { reference.column == name } else { false }
  }

  fileprivate func isNotNullTest(of column: Identifier) -> Bool {
    if case .isNull(let operand, isNegated: true) = kind { operand.isColumn(column) } else { false }
  }

  fileprivate func mentions(_ column: Identifier) -> Bool {
    var found = false
    walk { node in
      if let reference = node as? ColumnReference, reference.column == column { found = true }
      return !found
    }
    return found
  }

  /// The number of `column operator number` moved by what the operator adds; a strict lower bound
  /// of integers is one above.
  fileprivate func bound(of column: Identifier, _ operators: [String: Int]) -> Int? {
    guard case .binary(let left, let name, let right) = kind, left.isColumn(column),
      let offset = operators[name.symbol], let value = right.integer
    else { return nil }
    return value + offset
  }
}
