import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension SQLiteExecution {
  func isViolated(
    _ key: SQLiteForeignKeyRuntime, _ parent: SQLiteTableRuntime?, _ row: [SQLValue]
  ) throws(SQLiteHalt) -> Bool {
    let values = key.columns.map { row[$0] }
    if values.contains(where: \.isNull) { return false }
    guard let parent else { return true }
    return try !hasRow(values, key.positions(in: parent), in: parent)
  }

  /// `PRAGMA table_info(t)` and its relatives.
  func describe(_ pragma: String, _ name: String) throws(SQLiteHalt) -> SQLiteResultRows {
    guard
      let id = state.catalog.schemaID("main").flatMap({ state.catalog.relationID(name, in: $0) })
    else { return SQLiteResultRows(columns: Self.columns(of: pragma)) }
    var result = SQLiteResultRows(columns: Self.columns(of: pragma))
    switch state.catalog.relations[id] {
    case .table:
      guard let table = try schema.table(id) else { return result }
      switch pragma {
      case "index_list": result.rows = indexList(table)
      case "foreign_key_list": result.rows = foreignKeyList(table)
      case "index_info": return SQLiteResultRows(columns: Self.columns(of: pragma))
      default: result.rows = try columnList(table, isExtended: pragma == "table_xinfo")
      }
    case .index(let index):
      guard pragma == "index_info", let table = state.catalog.table(index.table) else {
        return result
      }
      result.rows = index.keys.enumerated().map { number, key in
        [
          .integer(Int64(number)), .integer(Int64((key.column ?? -1) - 1)),
          key.column.map { .text(table.columns[$0 - 1].name.text) } ?? .null,
        ]
      }
    default: throw .unmodelled("PRAGMA \(pragma) of a view")
    }
    return result
  }

  private static func columns(of pragma: String) -> [String] {
    switch pragma {
    case "table_info": ["cid", "name", "type", "notnull", "dflt_value", "pk"]
    case "table_xinfo": ["cid", "name", "type", "notnull", "dflt_value", "pk", "hidden"]
    case "index_list": ["seq", "name", "unique", "origin", "partial"]
    case "index_info": ["seqno", "cid", "name"]
    default: ["id", "seq", "table", "from", "to", "on_update", "on_delete", "match"]
    }
  }

  private func columnList(
    _ table: SQLiteTableRuntime, isExtended: Bool
  ) throws(SQLiteHalt) -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    for (position, column) in table.table.columns.enumerated() {
      let isGenerated = column.generation != nil
      if isGenerated, !isExtended { continue }
      let place = table.primaryColumns.firstIndex(of: position).map { $0 + 1 } ?? 0
      var row: [SQLValue] = [
        .integer(Int64(position)), .text(column.name.text),
        .text(Self.type(of: column)), .integer(column.isNotNull ? 1 : 0),
        try defaultText(column, table), .integer(Int64(place)),
      ]
      if isExtended {
        row.append(.integer(column.generation.map { $0.isStored ? 3 : 2 } ?? 0))
      }
      rows.append(row)
    }
    return rows
  }

  private static func type(of column: Column) -> String {
    guard case .declared(let words) = column.type?.reference else { return "" }
    let modifiers = column.type?.modifiers ?? []
    return modifiers.isEmpty
      ? words : "\(words)(\(modifiers.map(String.init).joined(separator: ",")))"
  }

  /// A default as it was written, without the parentheses around it.
  private func defaultText(
    _ column: Column, _ table: SQLiteTableRuntime
  ) throws(SQLiteHalt) -> SQLValue {
    guard let value = column.defaultValue?.syntax else { return .null }
    switch value.kind {
    case .literal(.integer(let digits)), .literal(.decimal(let digits)): return .text(digits)
    case .literal(.string(let text)): return .text(SQLiteScalarFunctions.quoted(text, "'"))
    case .literal(.null) where state.texts[table.id] == nil: return .text("NULL")
    default: throw .unmodelled("The text of a default")
    }
  }

  private func indexList(_ table: SQLiteTableRuntime) -> [[SQLValue]] {
    table.indexes.enumerated().map { number, index in
      let isAutomatic = index.name.hasPrefix("sqlite_autoindex_")
      let origin = index.isPrimary ? "pk" : isAutomatic ? "u" : "c"
      return [
        .integer(Int64(number)), .text(index.name), .integer(index.isUnique ? 1 : 0),
        .text(origin), .integer(index.isPartial ? 1 : 0),
      ]
    }
  }

  private func foreignKeyList(_ table: SQLiteTableRuntime) -> [[SQLValue]] {
    let keys = state.catalog.constraints(of: table.table.id).reversed().compactMap { constraint in
      if case .foreignKey(let key) = constraint.rule { key } else { nil }
    }
    var rows: [[SQLValue]] = []
    for (number, key) in keys.enumerated() {
      guard case .name(let target, let columns) = key.target else { continue }
      for (place, column) in key.columns.enumerated() {
        rows.append([
          .integer(Int64(number)), .integer(Int64(place)), .text(target.text),
          .text(table.table.columns[column - 1].name.text),
          columns.indices.contains(place) ? .text(columns[place].text) : .null,
          .text(key.onUpdate.rawValue), .text(key.onDelete.rawValue), .text("NONE"),
        ])
      }
    }
    return rows
  }
}
