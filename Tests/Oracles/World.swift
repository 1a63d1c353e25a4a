/// What a statement does to a database that has names only; answers whether it is accepted.
package struct WorldStatement: Sendable {
  package var sql: String
  /// Whether it changes or reads an object that others may change or read.
  package var touches = false
  package var run: @Sendable (inout World) -> Bool
}

/// A database reduced to tables with columns, and indexes.
package struct World {
  var tables: [String: Set<String>] = [:]
  var indexes: [String: String] = [:]

  func isTaken(_ name: String) -> Bool { tables[name] != nil || indexes[name] != nil }

  mutating func create(_ name: String, _ columns: Set<String>) -> Bool {
    if isTaken(name) { return false }
    tables[name] = columns
    return true
  }

  mutating func drop(_ name: String) -> Bool {
    indexes = indexes.filter { $0.value != name }
    return tables.removeValue(forKey: name) != nil
  }

  mutating func rename(_ old: String, to new: String) -> Bool {
    guard let columns = tables[old], !isTaken(new) else { return false }
    tables[old] = nil
    tables[new] = columns
    indexes = indexes.mapValues { $0 == old ? new : $0 }
    return true
  }

  func has(_ table: String, _ column: String) -> Bool { tables[table]?.contains(column) ?? false }
}
