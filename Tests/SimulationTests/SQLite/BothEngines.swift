import DatabaseModel
import Engines
import SQLiteDriver
import Simulation

/// SQLite in memory and the model of it, side by side.
final class BothEngines {
  private let engine: SQLiteSession
  private let model: SimulatedSQLiteSession
  private(set) var statements = 0
  /// Reasons for which the model kept silent, with how often.
  private(set) var silences: [String: Int] = [:]

  init(planting faults: PlantedFaults = .none) throws {
    engine = try SQLiteSession()
    model = SimulatedSQLite(isInMemory: true).open()
    model.plant(faults)
  }

  /// Runs a text on both, unless it is not modelled.
  ///
  /// - Returns: What differs; `nil` where nothing does.
  func run(_ sql: String) throws -> String? {
    statements += 1
    let predicted = model.run(sql)
    if let failure = predicted.failure, failure.error.scope == .unmodelled {
      silences[failure.error.message, default: 0] += 1
      return nil
    }
    let isOrdered = model.isRowOrderDetermined
    let expected = Self.lines(engine.run(sql), isOrdered: isOrdered)
    let said = Self.lines(predicted, isOrdered: isOrdered)
    if expected != said { return "\(sql)\nengine: \(expected)\nmodel: \(said)" }
    let digests = try engine.readRowDigests()
    if try model.readRowDigests() != digests { return "\(sql)\nleaves other rows" }
    return nil
  }

  /// What a script gave, with the rows sorted where their order is open.
  private static func lines(_ script: ScriptOutcome, isOrdered: Bool) -> [String] {
    var lines = script.outcomes.map { outcome in
      let rows = outcome.rows.map { "\($0)" }
      return "changed \(outcome.changes) \(outcome.columns) \(isOrdered ? rows : rows.sorted()) "
        + outcome.statusAfter.rawValue
    }
    if let failure = script.failure {
      lines.append(
        "\(failure.error.resultCode ?? 0) \(failure.error.message) \(failure.error.scope) "
          + failure.statusAfter.rawValue)
    }
    return lines
  }
}
