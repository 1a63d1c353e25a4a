import DatabaseModel
import Engines
import MigrationGenerators
import MigrationTesting
import SQLSyntax
import SQLiteDriver
import Testing

/// Breaks the model of SQLite's statements in one decision at a time: the differential run finds it.
@Suite struct `A sabotaged model of SQLite` {
  /// Faults that only a longer sequence can show, with the fewest statements that do.
  static let longest: [PlantedFault: Int] = [:]

  /// Those that the run is known to find; the others of ``PlantedFault/ofSQLiteStatements`` wait.
  static let held: [PlantedFault] = [
    .temporaryTablesStay, .tablesStandForIndexes, .reservedNamesAreFree, .uniquenessIsForgotten,
    .conditionsAreForgotten, .uniqueColumnsCanBeAdded, .nullsFillNewColumns, .transactionsNest,
    .commitNeedsNoTransaction,
  ]

  @Test(arguments: held)
  func `is found by the differential run, in few statements`(fault: PlantedFault) throws {
    let state = SessionState(plantedFaults: [fault])
    var campaign = DifferentialCampaign(
      sequences: SequenceSettings(dialect: .sqlite), seed: 1, statements: 20_000, interval: 1,
      shrinkEvaluations: 600,
      models: { [CatalogSession(.empty(dialect: .sqlite), state: state)] },
      engines: { [try SQLiteSession()] })
    campaign.iterationsOfBatch = 100
    campaign.mostFindings = 1
    let report = campaign.run()
    let found = try #require(report.findings.first, "\(fault) was not found")
    let count = found.sequence.steps.count
    print("\(fault): \(report.tally.statements) statements run, shrunk to \(count)")
    // The fault it is, and nothing else.
    campaign.models = { [CatalogSession(.empty(dialect: .sqlite))] }
    var tally = DifferentialTally()
    #expect(throws: Never.self) { try campaign.judge(found.sequence, &tally) }
    #expect(count <= Self.longest[fault, default: 4], "\(found.message)")
  }
}
