import HashTreeCollections
import DatabaseModel
import PropertyTesting
import SQLSyntax

extension Drawing {
  /// A name that none of the others has; by mistake one of theirs.
  func newName(from names: [String], besides taken: [Identifier]) throws -> Identifier {
    if try mistake(), !taken.isEmpty {
      let reserved: [Identifier] = dialect == .sqlite ? ["sqlite_x"] : []
      return try source.element(of: taken + reserved).written(in: dialect)
    }
    let keys = Set(taken.map { $0.key(in: dialect) })
    var free = names.filter { !keys.contains($0) }
    if profile.usesUncommonNames, try source.boolean(0.3) {
      free = NameStyle.uncommon(in: dialect).filter {
        !keys.contains(Identifier($0).key(in: dialect))
      }
    }
    // When all are taken, names with numbers go on.
    var number = 1
    while free.count < 4 {
      let name = "\(names.first ?? "n")\(number)"
      if !keys.contains(name) { free.append(name) }
      number += 1
    }
    let few = Array(free.prefix(4))
    return Identifier(try source.element(of: profile.usesUncommonNames ? free : few))
      .written(in: dialect)
  }

  /// The names that relations of a schema have.
  var relationNames: [Identifier] {
    tables.map(\.name) + views.map(\.name) + indexes.map(\.name) + sequences.map(\.name)
  }

  /// The name of an object as statements write it, with its schema where it needs one.
  func name(of name: Identifier, in schema: ObjectID) throws -> ObjectName {
    let written = name.written(in: dialect)
    guard let owner = catalog.schemas[schema]?.name else { return ObjectName(name: written) }
    let isDefault = isPostgreSQL ? owner.text == "public" : owner.text == "main"
    let isTemporary = owner.text == "temp" || owner.text.hasPrefix("pg_temp")
    if isDefault || isTemporary {
      let isQualified = try isDefault && source.boolean(0.03)
      return ObjectName(name: written, schema: isQualified ? owner : nil)
    }
    return ObjectName(name: written, schema: owner.written(in: dialect))
  }

  /// A name that nothing has.
  var missingName: Identifier { "nosuch" }

  /// An existing table's name; by mistake another relation's, or one that nothing has.
  func tableName(of table: Table) throws -> ObjectName {
    if try mistake() {
      let others = relationNames + [missingName]
      return ObjectName(name: try source.element(of: others.reversed()).written(in: dialect))
    }
    return try name(of: table.name, in: table.schema)
  }

  /// One of the tables.
  func table() throws -> Table {
    try table { _ in true }
  }

  /// One of the tables that some condition holds for.
  func table(where condition: (Table) -> Bool) throws -> Table {
    let id = try reference(to: tables.filter(condition).map(\.id))
    guard let table = catalog.table(id) else { try source.reject("the table is gone") }
    return table
  }

  /// A column's name; by mistake one that the table does not have.
  func columnName(of table: Table) throws -> Identifier {
    if try mistake() { return missingName }
    let columns = table.columns.filter { !$0.isDropped }
    return try source.element(of: columns).name.written(in: dialect)
  }

  /// Some of the columns, each once.
  func columnNames(of table: Table, count: ClosedRange<Int> = 1...2) throws -> [Identifier] {
    let columns = table.columns.filter { !$0.isDropped }.map(\.name)
    var picked: [Identifier] = []
    let names = try source.array(count: count) { source in try source.element(of: columns) }
    for name in names where !picked.contains(name) { picked.append(name) }
    if try mistake(0.02) { picked.append(missingName) }
    return picked.map { $0.written(in: dialect) }
  }
}
