import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// The columns that parents bring, before the table is made.
  func inheritedNames(_ parents: [ObjectName]) throws(Halt) -> [Identifier] {
    var names: [Identifier] = []
    for name in parents {
      guard case .known(let relation)? = try findRelation(name) else { continue }
      names += catalog.columns(of: relation.id).filter { !$0.isDropped }.map(\.name)
    }
    return names
  }

  /// Puts the parents' columns before the table's own, merging those of one name.
  mutating func inherit(
    _ names: [ObjectName], _ plan: inout TablePlan
  ) throws(Halt) -> [ObjectID] {
    guard !names.isEmpty else { return [] }
    guard names.count == 1 else { throw .unmodelled("Several parents are not modelled") }
    var parents: [ObjectID] = []
    var inherited: [ColumnPlan] = []
    for name in names {
      let relation = try relation(name)
      guard case .table(let parent) = relation else {
        throw .refuse(
          .wrongObjectType,
          "inherited relation \"\(relation.name.text)\" is not a table or foreign table")
      }
      if parent.kind != .ordinary || parent.partitionBound != nil {
        throw .unmodelled("Inheriting from a partitioned table is not modelled")
      }
      parents.append(parent.id)
      for column in parent.columns where !column.isDropped {
        var copy = Column(name: column.name, type: column.type, isNotNull: column.isNotNull)
        copy.isInherited = true
        var child = ColumnPlan(column: copy)
        child.defaultExpression = column.defaultValue?.syntax
        if column.generation != nil { throw .unmodelled("A generated column is inherited") }
        inherited.append(child)
      }
    }
    for own in plan.columns {
      guard let index = inherited.firstIndex(where: { $0.column.name == own.column.name }) else {
        inherited.append(own)
        continue
      }
      notice("merging column \"\(own.column.name.text)\" with inherited definition")
      try merge(own, into: &inherited[index])
    }
    plan.columns = inherited
    return parents
  }

  private func merge(_ own: ColumnPlan, into inherited: inout ColumnPlan) throws(Halt) {
    guard let first = inherited.column.type, let second = own.column.type else { return }
    if first != second {
      throw .refuse(
        .datatypeMismatch, "column \"\(own.column.name.text)\" has a type conflict",
        detail: "\(fullDisplayName(of: first)) versus \(fullDisplayName(of: second))")
    }
    if own.sequence != nil || own.generation != nil {
      throw .unmodelled("A merged column with a sequence or generation")
    }
    inherited.column.isNotNull = inherited.column.isNotNull || own.column.isNotNull
    inherited.defaultExpression = own.defaultExpression ?? inherited.defaultExpression
  }

  mutating func inheritChecks(from parents: [ObjectID], to table: ObjectID) {
    for parent in parents {
      for constraint in catalog.constraints(of: parent) {
        guard case .check(let stored) = constraint.rule, !constraint.isNoInherit else { continue }
        let references = stored.references.map { address in
          guard address.object == parent, let number = address.column,
            let own = catalog.columnNumber(
              catalog.columns(of: parent)[number - 1].name.text, of: table)
          else { return address }
          return ObjectAddress(object: table, column: own)
        }
        let copy = StoredExpression(syntax: stored.syntax, references: references)
        let id = catalog.takeID()
        catalog.add(
          TableConstraint(id: id, owner: table, name: constraint.name, rule: .check(copy)))
        recordCheckEdges(id, of: table, copy)
      }
    }
  }

  func refuseInherit(_ name: ObjectName, _ table: Table) throws(Halt) {
    let parent = try relation(name)
    if table.inheritsFrom.contains(parent.id) {
      throw .refuse(
        .duplicateTable,
        "relation \"\(parent.name.text)\" would be inherited from more than once")
    }
    if catalog.descendants(of: table.id).contains(parent.id) || parent.id == table.id {
      throw .refuse(
        .duplicateTable, "circular inheritance not allowed",
        detail: "\"\(parent.name.text)\" is already a child of \"\(table.name.text)\".")
    }
    throw .unmodelled("ALTER TABLE INHERIT is not modelled")
  }

  func refuseNoInherit(_ name: ObjectName, _ table: Table) throws(Halt) {
    let parent = try relation(name)
    if !table.inheritsFrom.contains(parent.id) {
      throw .refuse(
        .undefinedTable,
        "relation \"\(parent.name.text)\" is not a parent of relation \"\(table.name.text)\"")
    }
    throw .unmodelled("ALTER TABLE NO INHERIT is not modelled")
  }
}
