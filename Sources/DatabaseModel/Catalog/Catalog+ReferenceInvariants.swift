import HashTreeCollections
import SQLSyntax

extension Catalog {
  /// Objects that refer to something that is not there, or to a column out of range.
  func brokenReferences() -> [String] {
    var broken: [String] = []
    for (_, relation) in relations { broken += brokenReferences(of: relation) }
    for (_, constraint) in constraints { broken += brokenReferences(of: constraint) }
    for (_, trigger) in triggers {
      if relations[trigger.table] == nil {
        broken.append("Trigger \(trigger.name.text) is on a table that is not there.")
      }
      if schemas[trigger.schema] == nil {
        broken.append("Trigger \(trigger.name.text) is in a schema that is not there.")
      }
      if let function = trigger.function, routines[function] == nil {
        broken.append("Trigger \(trigger.name.text) calls a function that is not there.")
      }
    }
    for (_, type) in types where schemas[type.schema] == nil {
      broken.append("Type \(type.name.text) is in a schema that is not there.")
    }
    for (_, routine) in routines where schemas[routine.schema] == nil {
      broken.append("Routine \(routine.name.text) is in a schema that is not there.")
    }
    for address in comments.keys where !holds(address.object) {
      broken.append("A comment is about object \(address.object.rawValue), which is not there.")
    }
    return broken
  }

  private func brokenReferences(of relation: Relation) -> [String] {
    switch relation {
    case .table(let table): brokenReferences(of: table)
    case .view(let view): missingSchema(view.schema, of: view.name)
    case .index(let index): brokenReferences(of: index)
    case .sequence(let sequence): missingSchema(sequence.schema, of: sequence.name)
    case .compositeType(_, let schema, let name, let type):
      missingSchema(schema, of: name)
        + (types[type] == nil ? ["Relation \(name.text) has no type."] : [])
    }
  }

  private func missingSchema(_ schema: ObjectID, of name: Identifier) -> [String] {
    schemas[schema] == nil ? ["\(name.text) is in a schema that is not there."] : []
  }

  private func brokenReferences(of table: Table) -> [String] {
    var broken = missingSchema(table.schema, of: table.name)
    let keys = table.columns.filter { !$0.isDropped }.map { $0.name.key(in: dialect) }
    if Set(keys).count != keys.count {
      broken.append("Table \(table.name.text) has two columns of one name.")
    }
    for parent in table.inheritsFrom where relations[parent] == nil {
      broken.append("Table \(table.name.text) inherits from a table that is not there.")
    }
    for column in table.columns {
      guard let sequence = column.ownedSequence, relations[sequence] == nil else { continue }
      broken.append("Column \(column.name.text) owns a sequence that is not there.")
    }
    if let number = table.rowIDColumn, !table.columns.indices.contains(number - 1) {
      broken.append("Table \(table.name.text) has its rowid in a column that is not there.")
    }
    return broken
  }

  private func columnCount(of relation: ObjectID) -> Int {
    switch relations[relation] {
    case .table(let table): table.columns.count
    case .view(let view): view.columns.count
    default: 0
    }
  }

  private func brokenReferences(of index: TableIndex) -> [String] {
    var broken = missingSchema(index.schema, of: index.name)
    if relations[index.table] == nil {
      broken.append("Index \(index.name.text) is on a table that is not there.")
    }
    let count = columnCount(of: index.table)
    for number in index.keys.compactMap(\.column) + index.including
    where !(1...max(count, 1)).contains(number) {
      broken.append("Index \(index.name.text) has a key of column \(number), out of range.")
    }
    if let constraint = index.constraint, constraints[constraint] == nil {
      broken.append("Index \(index.name.text) serves a constraint that is not there.")
    }
    return broken
  }

  private func brokenReferences(of constraint: TableConstraint) -> [String] {
    var broken: [String] = []
    let name = constraint.name?.text ?? "\(constraint.id.rawValue)"
    if relations[constraint.owner] == nil, types[constraint.owner] == nil {
      broken.append("Constraint \(name) belongs to something that is not there.")
    }
    let count = columnCount(of: constraint.owner)
    for number in constraint.rule.columns where !(1...max(count, 1)).contains(number) {
      broken.append("Constraint \(name) has column \(number), out of range.")
    }
    if let index = constraint.rule.keptIndex, relations[index] == nil {
      broken.append("Constraint \(name) rests on an index that is not there.")
    }
    if case .foreignKey(let key) = constraint.rule, case .table(let target, _) = key.target,
      relations[target] == nil
    {
      broken.append("Constraint \(name) refers to a table that is not there.")
    }
    return broken
  }
}

extension ConstraintRule {
  /// Columns of the table itself, by number.
  fileprivate var columns: [Int] {
    switch self {
    case .primaryKey(let columns, _), .unique(let columns, _, _): columns
    case .foreignKey(let key): key.columns
    case .check, .exclusion, .trigger: []
    }
  }

  /// The index that the constraint keeps.
  fileprivate var keptIndex: ObjectID? {
    switch self {
    case .primaryKey(_, let index), .unique(_, let index, _): index
    case .exclusion(let index, _): index
    case .foreignKey, .check, .trigger: nil
    }
  }
}
