import PropertyTesting

private enum EngineCommand: Sendable {
  case create(Int)
  case dropTable(Int)
  case add(Int, Int, String)
  case index(Int, Int)
  case rename(Int, Int, Int)
  case drop(Int, Int)
  case insert(Int, Int, String)
  case reindex(Int)

  static func draw(_ source: ChoiceSource) throws -> EngineCommand {
    let kind = try source.branch(8)
    let table = try source.integer(in: 0...1)
    switch kind {
    case 0: return .create(table)
    case 1: return .dropTable(table)
    case 2:
      let column = try source.integer(in: 0...1)
      return .add(table, column, try source.element(of: ["int", "text", "numeric", "uuid"]))
    case 3: return .index(table, try source.integer(in: 0...1))
    case 4: return .rename(table, try source.integer(in: 0...1), try source.integer(in: 0...1))
    case 5: return .drop(table, try source.integer(in: 0...1))
    case 6:
      return .insert(
        table, try source.integer(in: 0...100),
        try source.string(of: .lowercase, count: 0...6))
    default: return .reindex(table)
    }
  }

  var log: String {
    switch self {
    case .create(let table): "create_table(\(table))"
    case .dropTable(let table): "drop_table(\(table))"
    case .add(let table, let column, let type): "add_column(\(table), \(column), \(type))"
    case .index(let table, let column): "add_index(\(table), \(column))"
    case .rename(let table, let from, let to): "rename_column(\(table), \(from), \(to))"
    case .drop(let table, let column): "drop_column(\(table), \(column))"
    case .insert(let table, let number, let text): "insert(\(table), \(number), \(text))"
    case .reindex(let table): "reindex(\(table))"
    }
  }
}

/// The engine of ``Challenges/migrationScript``, with tables that may be dropped, and a command that
/// notices.
private struct Engine {
  private var columns: [Int: Set<Int>] = [:]
  private var indexes: [Int: [Int: Int]] = [:]

  /// - Returns: Whether the engine can still build its indexes.
  mutating func run(_ command: EngineCommand) -> Bool {
    switch command {
    case .create(let table): if columns[table] == nil { columns[table] = [] }
    case .dropTable(let table):
      columns[table] = nil
      indexes[table] = nil
    case .add(let table, let column, _): columns[table]?.insert(column)
    case .index(let table, let column):
      guard columns[table]?.contains(column) == true, indexes[table]?[column] == nil else { break }
      indexes[table, default: [:]][column] = column
    case .rename(let table, let from, let to): rename(table, from, to)
    case .drop(let table, let column):
      if columns[table]?.remove(column) != nil { indexes[table]?[column] = nil }
    case .insert: break
    case .reindex(let table):
      let names = indexes[table] ?? [:]
      return names.values.allSatisfy { columns[table]?.contains($0) == true }
    }
    return true
  }

  private mutating func rename(_ table: Int, _ from: Int, _ to: Int) {
    guard let names = columns[table], names.contains(from), !names.contains(to) else { return }
    columns[table] = names.subtracting([from]).union([to])
    indexes[table] = indexes[table]?.mapValues { $0 == from ? to : $0 }
  }
}

extension Challenges {
  static let migrationEngine = Challenge(
    "migration_engine",
    normalForm: "create_table(0); add_column(0, 0, int); add_index(0, 0); rename_column(0, 0, 1); "
      + "drop_column(0, 1); reindex(0)",
    Generator { source in try source.array(count: 0...50, of: EngineCommand.draw) },
    show: { $0.map(\.log).joined(separator: "; ") }
  ) { commands in
    var engine = Engine()
    return commands.allSatisfy { engine.run($0) }
  }
}
