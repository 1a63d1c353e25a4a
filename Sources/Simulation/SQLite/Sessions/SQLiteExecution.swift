import DatabaseModel
import Engines
import SQLSyntax

/// The database that statements of one connection run on, and what they share while they run.
final class SQLiteExecution {
  var state: SQLiteState
  var session = SQLiteSessionState()
  /// `YYYY-MM-DD HH:MM:SS`, where the model is told what the engine's clock shows.
  var clock: String?
  var parameters: [SQLValue] = []
  /// The text that is executed; `nil` where statements come as trees.
  var source: [UInt8]?
  var viewDepth = 0
  /// Queries that were compiled since this was last set to zero.
  var queries = 0
  /// Where the statement stands in ``source``.
  var statementRange: SourceRange?

  /// Violations of immediate foreign keys of the statement.
  var violations = 0
  /// The statement writes one row, outside a trigger.
  var isSingleWrite = false
  /// Rows that the statement, or the step of a trigger, changed itself.
  var changes = 0
  /// Tells runs of programs apart, for what is worked out once in each.
  var program = 0
  var programs = 0
  var activeTriggers: [ObjectID] = []
  var triggerDepth = 0
  private var schemas: [SQLiteSchemaRuntime] = []
  private var stamps: Int
  /// What stands in ``state`` while the connection has no view of the database.
  let emptyState: SQLiteState

  /// Wrong decisions that a test planted.
  var faults: PlantedFaults { session.model.plantedFaults }

  init(_ state: SQLiteState, connection: Int32) {
    // Connections number the schemas that they make apart from each other.
    stamps = Int(connection) << 32
    emptyState = SQLiteState(catalog: .empty(dialect: .sqlite), stamp: 0)
    self.state = emptyState
  }

  /// The schema as it is, made ready.
  var schema: SQLiteSchemaRuntime {
    if let first = schemas.first, first.stamp == state.stamp { return first }
    if let place = schemas.firstIndex(where: { $0.stamp == state.stamp }) {
      let found = schemas.remove(at: place)
      schemas.insert(found, at: 0)
      return found
    }
    let made = SQLiteSchemaRuntime(state.catalog, stamp: state.stamp, database: self)
    schemas.insert(made, at: 0)
    if schemas.count > 4 { schemas.removeLast() }
    return made
  }

  /// Takes another catalog; `changed` are the tables that are not as they were, `nil` where any may
  /// have changed.
  func adopt(_ catalog: Catalog, changed: Set<ObjectID>?) {
    let old = schemas.first.flatMap { $0.stamp == state.stamp ? $0 : nil }
    stamps += 1
    state.catalog = catalog
    state.stamp = stamps
    guard let changed, let old else { return }
    schema.inherit(from: old, except: changed)
  }

  func beginProgram() -> Int {
    let outer = program
    programs += 1
    program = programs
    return outer
  }

  func data(of table: SQLiteTableRuntime) -> SQLiteTableData {
    state.tables[table.id] ?? Self.empty(table)
  }

  private static func empty(_ table: SQLiteTableRuntime) -> SQLiteTableData {
    var data = SQLiteTableData()
    data.indexes = Array(repeating: SortedTree(), count: table.uniqueIndexes.count)
    return data
  }

  func update(_ table: SQLiteTableRuntime, _ body: (inout SQLiteTableData) -> Void) {
    if state.tables.update(table.id, body) == nil {
      var data = Self.empty(table)
      body(&data)
      state.tables.set(table.id, data)
    }
  }

  /// The text of an item of SELECT, as a result's column is named by it.
  func text(of item: SelectItem) -> String {
    guard let source else {
      return SQLPrinter(dialect: .sqlite).print(item.expression)
    }
    let range = item.place.range ?? item.expression.place.range
    guard let range, range.upperBound <= source.count else { return "" }
    return String(decoding: source[range.lowerBound..<range.upperBound], as: UTF8.self)
  }
}
