import DatabaseModel
import Foundation
import MigrationEngine
import MigrationTesting
import Testing

/// Breaks what a check says in every way that its cases claim to notice.
@Suite struct `A sabotaged check` {
  struct Case: Sendable, CustomTestStringConvertible {
    var faults: PlantedFaults
    var dialect: SQLDialect
    var sql: String
    /// What a sound check says of the text.
    var sound: Said

    var testDescription: String { "\(faults)" }
  }

  /// How many of each.
  struct Said: Hashable {
    var errors = 0
    var following = 0
    var disagreements = 0
  }

  static let cases = [
    Case(
      faults: [.uncertaintyIsForgotten], dialect: .postgresql,
      sql: "DO $$ BEGIN EXECUTE current_setting('a.ddl'); END $$; CREATE INDEX i ON a (id);",
      sound: Said()),
    Case(
      faults: [.followersAreTold], dialect: .sqlite,
      sql: "CREATE TABLE a (id INTEGER, id TEXT); CREATE INDEX i ON a (id);",
      sound: Said(errors: 1, following: 1)),
    // A faulty catalog, of which only the comparison with the engine tells.
    Case(
      faults: [.tableMustNotExist], dialect: .sqlite,
      sql: "CREATE TABLE a (id INTEGER); CREATE TABLE IF NOT EXISTS a (id INTEGER);",
      sound: Said()),
  ]

  @Test(arguments: cases)
  func `says something else than a sound one`(planted: Case) throws {
    #expect(try said(planted.sql, planted.dialect, .none) == planted.sound)
    #expect(try said(planted.sql, planted.dialect, planted.faults) != planted.sound)
  }

  @Test func `that compares nothing keeps what a sound one tells`() throws {
    let sql = "CREATE TABLE a (id INTEGER); CREATE TABLE IF NOT EXISTS a (id INTEGER);"
    #expect(try said(sql, .sqlite, [.tableMustNotExist]) == Said(disagreements: 1))
    #expect(
      try said(sql, .sqlite, [.tableMustNotExist, .disagreementsAreKept])
        != Said(disagreements: 1))
  }

  @Test func `has no fault that no case is held against`() {
    let planted =
      [.disagreementsAreKept]
      + PlantedFault.ofCheck.filter { fault in
        Self.cases.contains { $0.faults.contains(fault) }
      }
    #expect(Set(planted) == Set(PlantedFault.ofCheck))
  }

  private func said(
    _ sql: String, _ dialect: SQLDialect, _ faults: PlantedFaults
  ) throws -> Said {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "shaketable-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try Data(sql.utf8).write(to: directory.appending(path: "1.sql"))
    let report = try DirectoryCheck.run(
      directory: directory.path(), dialect: dialect, plantedFaults: faults)
    return Said(
      errors: report.findings.count { $0.severity == .error }, following: report.followingCount,
      disagreements: report.disagreements.count)
  }
}
