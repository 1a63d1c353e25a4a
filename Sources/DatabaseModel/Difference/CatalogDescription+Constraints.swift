import HashTreeCollections
import SQLSyntax

extension CatalogDescription {
  mutating func describe(_ constraint: TableConstraint) {
    guard let path = path(of: constraint) else { return }
    add(
      path,
      [
        "rule": rule(constraint.rule, of: constraint.owner),
        "deferrable": "\(constraint.isDeferrable)",
        "initially deferred": "\(constraint.isInitiallyDeferred)",
        "validated": "\(constraint.isValidated)", "no inherit": "\(constraint.isNoInherit)",
        "conflict": constraint.conflict?.rawValue,
      ])
  }

  /// A constraint without a name goes by its rule.
  func path(of constraint: TableConstraint) -> ObjectPath? {
    guard let owner = path(of: constraint.owner) else { return nil }
    let name =
      constraint.name.map { $0.key(in: catalog.dialect) }
      ?? rule(constraint.rule, of: constraint.owner)
    return ObjectPath(.constraint, owner.names + [name], ownerKind: owner.kind)
  }

  private func rule(_ rule: ConstraintRule, of owner: ObjectID) -> String {
    switch rule {
    case .primaryKey(let columns, _): "PRIMARY KEY (\(columnNames(columns, of: owner)))"
    case .unique(let columns, _, let nullsNotDistinct):
      "UNIQUE (\(columnNames(columns, of: owner)))"
        + (nullsNotDistinct ? " NULLS NOT DISTINCT" : "")
    case .check(let expression): "CHECK (\(text.print(expression.syntax)))"
    case .foreignKey(let key): foreignKey(key, of: owner)
    case .exclusion(let index, let operators):
      "EXCLUDE \(index.map { names(of: $0).last ?? "" } ?? "") "
        + operators.map(\.symbol).joined(separator: ", ")
    case .trigger(let trigger): "TRIGGER \(names(of: trigger).last ?? "")"
    }
  }

  private func foreignKey(_ key: ForeignKey, of owner: ObjectID) -> String {
    let target =
      switch key.target {
      case .table(let id, let columns):
        "\(names(of: id).joined(separator: ".")) (\(columnNames(columns, of: id)))"
      case .name(let name, let columns):
        "\(name.key(in: catalog.dialect)) "
          + "(\(columns.map { $0.key(in: catalog.dialect) }.joined(separator: ", ")))"
      }
    let deleted =
      key.onDeleteColumns.isEmpty
      ? "" : " (\(columnNames(key.onDeleteColumns, of: owner)))"
    return "FOREIGN KEY (\(columnNames(key.columns, of: owner))) REFERENCES \(target) "
      + "MATCH \(key.match.rawValue) ON UPDATE \(key.onUpdate.rawValue) "
      + "ON DELETE \(key.onDelete.rawValue)\(deleted)"
  }
}
