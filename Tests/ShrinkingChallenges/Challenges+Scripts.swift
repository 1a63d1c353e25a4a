import PropertyTesting

private enum Operation: CustomStringConvertible, Sendable {
  case create(Int)
  case add(Int, Int, Int)
  case index(Int, Int)
  case rename(Int, Int, Int)
  case drop(Int, Int)
  case insert(Int, Int, String)

  var description: String {
    switch self {
    case .create(let table): "create \(table)"
    case .add(let table, let column, let type): "add \(table) \(column) \(type)"
    case .index(let table, let column): "index \(table) \(column)"
    case .rename(let table, let from, let to): "rename \(table) \(from) \(to)"
    case .drop(let table, let column): "drop \(table) \(column)"
    case .insert(let table, let number, let text): "insert \(table) \(number) \(text)"
    }
  }

  static func draw(_ source: ChoiceSource) throws -> Operation {
    let kind = try source.branch(6)
    let table = try source.integer(in: 0...1)
    switch kind {
    case 0: return .create(table)
    case 1: return .add(table, try source.integer(in: 0...1), try source.integer(in: 0...7))
    case 2: return .index(table, try source.integer(in: 0...1))
    case 3: return .rename(table, try source.integer(in: 0...1), try source.integer(in: 0...1))
    case 4: return .drop(table, try source.integer(in: 0...1))
    default:
      return .insert(
        table, try source.integer(in: 0...1000),
        try source.string(of: Alphabet("abcdefgh"), count: 0...8))
    }
  }
}

/// A tiny migration engine that files an index under its column's first name, and so forgets to
/// drop the index of a column that was renamed and dropped.
private struct ScriptEngine {
  private var columns: [Int: Set<Int>] = [:]
  /// By table, and by the first name of the column: its name now.
  private var indexes: [Int: [Int: Int]] = [:]

  mutating func run(_ operation: Operation) {
    switch operation {
    case .create(let table): if columns[table] == nil { columns[table] = [] }
    case .add(let table, let column, _): columns[table]?.insert(column)
    case .index(let table, let column):
      if columns[table]?.contains(column) == true { indexes[table, default: [:]][column] = column }
    case .rename(let table, let from, let to): rename(table, from, to)
    case .drop(let table, let column):
      if columns[table]?.remove(column) != nil { indexes[table]?[column] = nil }
    case .insert: break
    }
  }

  private mutating func rename(_ table: Int, _ from: Int, _ to: Int) {
    guard let names = columns[table], names.contains(from), !names.contains(to) else { return }
    columns[table] = names.subtracting([from]).union([to])
    indexes[table] = indexes[table]?.mapValues { $0 == from ? to : $0 }
  }

  /// Whether every index has its column.
  var isConsistent: Bool {
    indexes.allSatisfy { table, names in
      names.values.allSatisfy { columns[table]?.contains($0) == true }
    }
  }
}

extension Challenges {
  /// Five of up to sixty operations, in one order, on one table.
  static let migrationScript = Challenge(
    "migration_script", normalForm: "[create 0, add 0 0 0, index 0 0, rename 0 0 1, drop 0 1]",
    Generator { source in
      let count = try source.integer(in: 0...60)
      return try source.array(count: count...count, of: Operation.draw)
    }
  ) { operations in
    var engine = ScriptEngine()
    for operation in operations { engine.run(operation) }
    return engine.isConsistent
  }
}
