import DatabaseModel
import Engines
import Foundation
import MigrationGenerators
import MigrationTesting
import SQLSyntax
import SQLiteDriver
import Testing

/// The catalog alone beside SQLite: what only rows decide is taken back.
@Suite struct `The catalog beside SQLite` {
  @Test func `parts with it nowhere`() throws {
    let campaign = DifferentialCampaign(
      sequences: SequenceSettings(dialect: .sqlite), seed: CampaignSettings.seed,
      statements: CampaignSettings.statements(3_000), interval: 16,
      models: { [CatalogSession(.empty(dialect: .sqlite))] }, engines: { [try SQLiteSession()] })
    let report = campaign.run()
    try CampaignSettings.show(report)
    let messages = report.findings.map(\.message)
    #expect(messages == [], "\(messages.joined(separator: "\n"))")
    #expect(report.tally.unmodelledShare <= 0.03)
  }
}
