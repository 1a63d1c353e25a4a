import Foundation
import MigrationTesting

/// What a run is told from outside.
enum CampaignSettings {
  /// The same in every run, unless `SHAKETABLE_SEED` says otherwise: a number, or `random`.
  static var seed: UInt64 {
    switch ProcessInfo.processInfo.environment["SHAKETABLE_SEED"] {
    case nil: 1
    case let text?: UInt64(text) ?? UInt64.random(in: 0...UInt64.max)
    }
  }

  /// As many as a test asks for, or as `SHAKETABLE_STATEMENTS` says.
  static func statements(_ count: Int) -> Int {
    ProcessInfo.processInfo.environment["SHAKETABLE_STATEMENTS"].flatMap { Int($0) } ?? count
  }

  /// Prints what was compared; findings go to a directory each.
  static func show(_ report: DifferentialReport) throws {
    print("seed \(seed): \(report.tally.summary)")
    print(report.tally.coverage(report.dialect))
    for remark in report.remarks { print(remark) }
    guard !report.findings.isEmpty else { return }
    let directory = FileManager.default.temporaryDirectory.appending(path: "shaketable-differences")
    for place in try report.write(below: directory) { print("written to \(place.path())") }
  }
}
