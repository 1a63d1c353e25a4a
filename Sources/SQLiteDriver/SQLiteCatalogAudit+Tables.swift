import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteCatalogAudit {
  func columns(of table: Table, in schema: String) throws(DatabaseError) -> [String] {
    let rows = try session.rows("PRAGMA \(schema).table_xinfo(\(quoted(table.name)))")
    let engine = rows.map { row in
      "\(row[1]) \(folded(row[2].description)) not null \(row[3]) default \(row[4] != .null) "
        + "key \(row[5]) hidden \(row[6])"
    }
    let key = primaryKey(of: table)
    let model = table.columns.enumerated().map { position, column in
      let place = key.firstIndex(of: position + 1).map { $0 + 1 } ?? 0
      return "\(column.name.text) \(folded(type(of: column))) not null \(column.isNotNull ? 1 : 0) "
        + "default \(column.defaultValue != nil) "
        + "key \(place) hidden \(hidden(column))"
    }
    if engine == model { return [] }
    return ["\(schema).\(table.name.text): engine \(engine), model \(model)"]
  }

  private func quoted(_ name: Identifier) -> String {
    "\""
      + name.text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Types compare without case and white space.
  private func folded(_ type: String) -> String {
    String(type.asciiLowercased().filter { $0 != " " })
  }

  private func type(of column: Column) -> String {
    guard case .declared(let words) = column.type?.reference else { return "" }
    let modifiers = column.type?.modifiers ?? []
    if modifiers.isEmpty { return words }
    return "\(words)(\(modifiers.map(String.init).joined(separator: ",")))"
  }

  private func hidden(_ column: Column) -> Int {
    column.generation.map { $0.isStored ? 3 : 2 } ?? 0
  }

  private func primaryKey(of table: Table) -> [Int] {
    for constraint in catalog.constraints(onTable: table.id) {
      if case .primaryKey(let columns, _) = constraint.rule { return columns }
    }
    return []
  }

  func indexes(of table: Table, in schema: String) throws(DatabaseError) -> [String] {
    var engine: Set<String> = []
    for row in try session.rows("PRAGMA \(schema).index_list(\(quoted(table.name)))") {
      let name = Identifier(row[1].description)
      let keys = try session.rows("PRAGMA \(schema).index_xinfo(\(quoted(name)))")
        .filter { $0[5] == .integer(1) }
        .map { "\($0[1]) \($0[3]) \($0[4].description.asciiLowercased())" }
      engine.insert(
        "index \(name.key(in: .sqlite)) unique \(row[2]) partial \(row[4]) automatic "
          + "\(row[3] != .text("c")) keys \(keys)")
    }
    return sentences(engine, modelIndexes(of: table), in: "\(schema).\(table.name.text)")
  }

  private func modelIndexes(of table: Table) -> Set<String> {
    var model: Set<String> = []
    for index in catalog.indexes(onTable: table.id) {
      let keys = index.keys.map { key in
        let column = key.column.map { $0 - 1 } ?? -2
        let collation = key.collation?.name.text.asciiLowercased() ?? "binary"
        return "\(column) \(key.direction == .descending ? 1 : 0) \(collation)"
      }
      model.insert(
        "index \(index.name.key(in: .sqlite)) unique \(index.isUnique ? 1 : 0) partial "
          + "\(index.condition == nil ? 0 : 1) automatic \(index.isAutomatic) keys \(keys)")
    }
    return model
  }

  func foreignKeys(of table: Table, in schema: String) throws(DatabaseError) -> [String] {
    let rows = try session.rows("PRAGMA \(schema).foreign_key_list(\(quoted(table.name)))")
    let engine = rows.map { row in
      "\(row[0]) \(row[1]) \(row[2]) \(row[3]) \(row[4]) \(row[5]) \(row[6])"
        .asciiLowercased()
    }
    let keys = catalog.constraints(onTable: table.id).compactMap { constraint in
      if case .foreignKey(let key) = constraint.rule { key } else { nil }
    }
    // The engine lists the newest first.
    let model = keys.reversed().enumerated().flatMap { number, key in lines(key, number, table) }
    if Set(engine) == Set(model) { return [] }
    return ["\(schema).\(table.name.text): engine \(engine), model \(model)"]
  }

  private func lines(_ key: ForeignKey, _ number: Int, _ table: Table) -> [String] {
    guard case .name(let target, let columns) = key.target else { return [] }
    return key.columns.enumerated().map { position, column in
      let to = columns.indices.contains(position) ? columns[position].text : "NULL"
      let from = table.columns[column - 1].name.text
      let line = "\(number) \(position) \(target.text) \(from) \(to) "
      return (line + "\(key.onUpdate.rawValue) \(key.onDelete.rawValue)").asciiLowercased()
    }
  }
}
