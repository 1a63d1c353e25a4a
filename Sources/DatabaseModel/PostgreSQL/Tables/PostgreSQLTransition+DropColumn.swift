import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func dropColumn(
    _ name: Identifier, ifExists: Bool, _ behavior: DropBehavior?, _ work: inout AlterTableWork
  ) throws(Halt) {
    guard let table = catalog.table(work.table) else { return }
    guard let number = catalog.columnNumber(name.text, of: table.id) else {
      if SystemColumns.types[name.text] != nil {
        throw .refuse(.featureNotSupported, "cannot drop system column \"\(name.text)\"")
      }
      guard ifExists, !mayBeUnseen(table.name.text) else {
        throw missingColumn(name.text, of: .table(table))
      }
      notice(
        "column \"\(name.text)\" of relation \"\(table.name.text)\" does not exist, skipping")
      return
    }
    if table.columns[number - 1].isInherited {
      throw .refuse(
        .invalidTableDefinition, "cannot drop inherited column \"\(name.text)\"")
    }
    try checkPartitionKey(name, of: table, verb: "drop")
    let children = catalog.children(of: table.id)
    if !children.isEmpty, work.isOnly {
      if table.kind == .partitioned {
        throw .refuse(
          .invalidTableDefinition,
          "cannot drop column from only the partitioned table when partitions exist",
          hint: "Do not specify the ONLY keyword.")
      }
      throw .unmodelled("DROP COLUMN of the parent alone is not modelled")
    }
    var targets = [ObjectAddress(object: table.id, column: number)]
    for child in catalog.descendants(of: table.id) {
      guard let own = catalog.columnNumber(name.text, of: child) else { continue }
      if catalog.table(child)?.inheritsFrom.count ?? 0 > 1 {
        throw .unmodelled("DROP COLUMN with several parents is not modelled")
      }
      catalog.updateColumn(own, of: child) { $0.isInherited = false }
      targets.append(ObjectAddress(object: child, column: own))
    }
    try drop(targets, behavior)
  }

  func checkPartitionKey(_ name: Identifier, of table: Table, verb: String) throws(Halt) {
    guard let key = table.partitionBy?.keys else { return }
    if key.contains(where: { $0.column == name }) {
      throw .refuse(
        .invalidTableDefinition,
        "cannot \(verb) column \"\(name.text)\" because it is part of the partition key "
          + "of relation \"\(table.name.text)\"")
    }
    if key.contains(where: { $0.column == nil }) {
      throw .unmodelled("A partition key that is an expression is not modelled")
    }
  }

  // MARK: Dropping in general

  /// Drops objects with what depends on them, or refuses where that needs CASCADE.
  mutating func drop(
    _ targets: [ObjectAddress], _ behavior: DropBehavior?, quietly: Bool = false
  ) throws(Halt) {
    let plan = DropPlan(
      dropping: targets, in: catalog, plantedFaults: session.plantedFaults)
    if let (target, owner) = plan.refusedOwner {
      throw .refuse(
        .dependentObjectsStillExist,
        "cannot drop \(try describe(target)) because \(try describe(owner)) requires it",
        hint: "You can drop \(try describe(owner)) instead.")
    }
    try refuseUnseenDependents(plan)
    let reported = plan.reported
    if !reported.isEmpty {
      guard behavior == .cascade || session.plantedFaults.contains(.restrictCascades) else {
        throw try refusal(reported, of: targets)
      }
      if !quietly { try announce(reported) }
    }
    for entry in plan.entries { remove(entry.object) }
  }

  /// Objects made by statements that are not modelled may depend on what is dropped.
  private func refuseUnseenDependents(_ plan: DropPlan) throws(Halt) {
    guard !catalog.unknowns.isEmpty else { return }
    if catalog.unknowns.contains(where: { $0.names.isEmpty }) {
      throw .unmodelled("Something not known may depend on what is dropped")
    }
    for entry in plan.entries {
      for name in names(of: entry.object.object) where mayBeUnseen(name) {
        throw .unmodelled("Something not known may depend on \(name)")
      }
    }
  }

  /// The names under which a statement that is not modelled may have changed the object.
  private func names(of id: ObjectID) -> [String] {
    let owner =
      catalog.columnDefaults[id]?.object ?? catalog.constraints[id]?.owner
      ?? catalog.triggers[id]?.table ?? catalog.policies[id]?.table ?? catalog.index(id)?.table
    return [id, owner].compactMap { $0 }.compactMap { object in
      catalog.relations[object]?.name.text ?? catalog.types[object]?.name.text
        ?? catalog.routines[object]?.name.text
    }
  }

  private static let reportLimit = 100

  private func refusal(
    _ reported: [DropPlan.Entry], of targets: [ObjectAddress]
  ) throws(Halt) -> Halt {
    var lines: [String] = []
    for entry in reported.prefix(Self.reportLimit) {
      guard let because = entry.because else { continue }
      lines.append("\(try describe(entry.object)) depends on \(try describe(because))")
    }
    let detail = lines.joined(separator: "\n") + rest(reported)
    let hint = "Use DROP ... CASCADE to drop the dependent objects too."
    guard targets.count == 1 else {
      return .refuse(
        .dependentObjectsStillExist,
        "cannot drop desired object(s) because other objects depend on them", detail: detail,
        hint: hint)
    }
    return .refuse(
      .dependentObjectsStillExist,
      "cannot drop \(try describe(targets[0])) because other objects depend on it",
      detail: detail, hint: hint)
  }

  private func rest(_ reported: [DropPlan.Entry]) -> String {
    let count = reported.count - Self.reportLimit
    if count <= 0 { return "" }
    return "\nand \(count) other object\(count == 1 ? "" : "s") (see server log for list)"
  }

  private mutating func announce(_ reported: [DropPlan.Entry]) throws(Halt) {
    var lines: [String] = []
    for entry in reported.prefix(Self.reportLimit) {
      lines.append("drop cascades to \(try describe(entry.object))")
    }
    if reported.count == 1 { return notice(lines[0]) }
    notice(
      "drop cascades to \(reported.count) other objects",
      detail: lines.joined(separator: "\n") + rest(reported))
  }

  /// Takes out one object, or one column.
  private mutating func remove(_ address: ObjectAddress) {
    guard let number = address.column else { return catalog.remove(address.object) }
    if case .view = catalog.relations[address.object] { return }
    if case .compositeType(_, _, _, let type) = catalog.relations[address.object] {
      if case .composite(var columns) = catalog.types[type]?.form {
        columns[number - 1].isDropped = true
        catalog.types[type]?.form = .composite(columns)
      }
      return
    }
    catalog.removeColumn(number, of: address.object)
  }
}
