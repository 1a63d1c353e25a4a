import DatabaseModel
import Engines
import Foundation
import MigrationGenerators
import MigrationTesting
import SQLSyntax
import SQLiteDriver

/// Gives drawn statements to the model and to SQLite for as long as it is told to.
///
/// `Soak [--statements N] [--seed N]`: goes on after a difference; each is shrunk, printed and
/// written to a directory. Ends with code 1 where there was one.
@main struct Soak {
  private var statements = 1_000_000
  private var seed: UInt64 = 1

  static func main() throws {
    var soak = Soak()
    guard soak.read(CommandLine.arguments.dropFirst()) else {
      print("usage: Soak [--statements N] [--seed N]")
      exit(2)
    }
    exit(try soak.run() ? 0 : 1)
  }

  private mutating func read(_ arguments: ArraySlice<String>) -> Bool {
    var rest = arguments
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return false }
      switch option {
      case "--statements": statements = Int(value) ?? -1
      case "--seed": seed = UInt64(value) ?? 0
      default: return false
      }
    }
    return statements >= 0
  }

  /// - Returns: Whether nothing differed.
  private func run() throws -> Bool {
    var campaign = DifferentialCampaign(
      sequences: SequenceSettings(dialect: .sqlite), seed: seed, statements: statements,
      models: { [CatalogSession(.empty(dialect: .sqlite))] }, engines: { [try SQLiteSession()] })
    campaign.goesOn = true
    campaign.progress = { report in
      if report.batches.isMultiple(of: 20) { print(report.tally.summary) }
    }
    let report = campaign.run()
    print(report.tally.summary)
    print(report.tally.coverage(.sqlite))
    for finding in report.findings { print(finding.message + "\n") }
    let directory = FileManager.default.temporaryDirectory.appending(path: "shaketable-differences")
    for place in try report.write(below: directory) { print("written to \(place.path())") }
    return report.findings.isEmpty
  }
}
