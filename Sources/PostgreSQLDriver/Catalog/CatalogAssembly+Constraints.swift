import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension CatalogAssembly {
  mutating func addIndexes() {
    let keys = Dictionary(grouping: indexKeys) { $0.number(0) }
    for row in indexes.sorted(by: { $0.number(0) < $1.number(0) }) {
      guard let table = identity("pg_class", row.number(3)) else { continue }
      let columns = keys[row.number(0)] ?? []
      var index = TableIndex(
        id: required("pg_class", row.number(0)), schema: required("pg_namespace", row.number(1)),
        name: Identifier(row.text(2)), table: table)
      for key in columns where !key.flag(3) { index.keys.append(self.key(key, of: row.text(2))) }
      index.including = columns.filter { $0.flag(3) }.map { $0.number(2) }
      index.isUnique = row.flag(4)
      index.isPrimary = row.flag(5)
      index.nullsNotDistinct = row.flag(6)
      index.method = row.text(7)
      index.condition = expression(row.optionalText(8), of: row.text(2))
      index.isValid = row.flag(9)
      index.options = row.settings(10)
      index.tablespace = row.optionalText(11)
      index.constraint = identity("pg_constraint", row.number(12))
      // An exclusion constraint's index is not unique, and the model says so too.
      catalog.add(.index(index))
    }
  }

  /// Bit 0 of an option is DESC, bit 1 NULLS FIRST.
  private mutating func key(_ row: CatalogRow, of index: String) -> StoredIndexKey {
    let option = row.number(5)
    var key = StoredIndexKey(direction: option & 1 == 0 ? .ascending : .descending)
    key.column = row.number(2) > 0 ? row.number(2) : nil
    key.expression = expression(row.optionalText(4), of: index)
    let isFirst = option & 2 != 0
    if isFirst != (key.direction == .descending) { key.nulls = isFirst ? .first : .last }
    key.operatorClass = row.optionalText(6).map { ObjectName(name: Identifier($0)) }
    key.collation = row.optionalText(7).map { ObjectName(name: Identifier($0)) }
    return key
  }

  mutating func addConstraints() {
    for row in constraints.sorted(by: { $0.number(0) < $1.number(0) }) {
      guard
        let owner = identity("pg_class", row.number(3)) ?? identity("pg_type", row.number(4)),
        let rule = rule(of: row)
      else { continue }
      catalog.add(
        TableConstraint(
          id: required("pg_constraint", row.number(0)), owner: owner,
          name: Identifier(row.text(1)), rule: rule, isDeferrable: row.flag(13),
          isInitiallyDeferred: row.flag(14), isValidated: row.flag(15),
          // Keys and foreign keys are never inherited, and the server marks them so.
          isNoInherit: row.text(2) == "c" && row.flag(16)))
    }
  }

  private mutating func rule(of row: CatalogRow) -> ConstraintRule? {
    let index = identity("pg_class", row.number(5))
    switch row.text(2) {
    case "p": return .primaryKey(columns: row.numbers(7), index: index)
    case "u":
      let nullsNotDistinct = index.flatMap { catalog.index($0)?.nullsNotDistinct } ?? false
      return .unique(columns: row.numbers(7), index: index, nullsNotDistinct: nullsNotDistinct)
    case "c": return expression(row.optionalText(17), of: row.text(1)).map { .check($0) }
    case "f": return foreignKey(row, index)
    case "x":
      return .exclusion(
        index: index, operators: row.words(18).map { OperatorName(symbol: $0) })
    default:
      let trigger = triggers.first { $0.text(2) == row.text(1) && $0.number(1) == row.number(3) }
      return trigger.flatMap { identity("pg_trigger", $0.number(0)) }.map { .trigger($0) }
    }
  }

  private func foreignKey(_ row: CatalogRow, _ index: ObjectID?) -> ConstraintRule? {
    guard let target = identity("pg_class", row.number(6)) else { return nil }
    return .foreignKey(
      ForeignKey(
        columns: row.numbers(7), target: .table(target, columns: row.numbers(8)),
        onDelete: Self.action(row.text(10)), onUpdate: Self.action(row.text(9)),
        onDeleteColumns: row.numbers(11), match: row.text(12) == "f" ? .full : .simple,
        supportingIndex: index))
  }

  private static func action(_ letter: String) -> ForeignKeyAction {
    switch letter {
    case "r": .restrict
    case "c": .cascade
    case "n": .setNull
    case "d": .setDefault
    default: .noAction
    }
  }
}
