import Migrations
import SQLSyntax
import Testing

@testable import MigrationSources

@Suite struct `A directory's layout` {
  private func read(_ names: [String]) throws -> MigrationSource {
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, "SELECT 1;") })
    return try TemporaryDirectory.with(texts: files) { directory in
      try SourceReader.read(directory.path, dialect: .sqlite)
    }
  }

  private func ids(_ names: [String]) throws -> [String] {
    try read(names).set.migrations.map(\.id.rawValue)
  }

  @Test func `orders versions as numbers`() throws {
    let names = ["V10__c.sql", "V2__b.sql", "V1.9__a.sql", "R__v.sql", "V1.10__d.sql"]
    #expect(
      try ids(names)
        == ["V1.9__a.sql", "V1.10__d.sql", "V2__b.sql", "V10__c.sql", "R__v.sql"])
  }

  @Test func `joins an up file with its down file`() throws {
    let source = try read(["1_a.up.sql", "1_a.down.sql", "2_b.up.sql"])
    #expect(source.set.migrations.map(\.id.rawValue) == ["1_a.up.sql", "2_b.up.sql"])
    #expect(source.set.migrations.map { $0.downScript != nil } == [true, false])
    #expect(source.diagnostics == [])
  }

  @Test func `says of a down file that its up file is missing`() throws {
    let source = try read(["1_a.up.sql", "2_b.down.sql"])
    #expect(source.diagnostics.map(\.code) == ["down-without-up"])
  }

  @Test func `takes a folder with up.sql or migration.sql for one migration`() throws {
    let source = try read(["10_b/up.sql", "10_b/down.sql", "2_a/migration.sql"])
    #expect(source.set.migrations.map(\.id.rawValue) == ["10_b/up.sql", "2_a/migration.sql"])
    #expect(source.set.migrations.map(\.name) == ["b", "a"])
    #expect(source.set.migrations.first?.downScript != nil)
  }

  @Test func `orders folders as text, dashes aside, as their runners do`() throws {
    #expect(
      try ids([
        "20170102131034_a/up.sql", "2019-03-22-170700_b/up.sql", "20250625_c/up.sql",
        "20250626000000_d/up.sql",
      ]) == [
        "20170102131034_a/up.sql", "2019-03-22-170700_b/up.sql", "20250625_c/up.sql",
        "20250626000000_d/up.sql",
      ])
  }

  @Test func `takes other folders for an order`() throws {
    #expect(
      try ids(["0.10/00__a.sql", "0.2/01__c.sql", "0.2/00__b.sql"])
        == ["0.2/00__b.sql", "0.2/01__c.sql", "0.10/00__a.sql"])
  }

  @Test func `says of every file that it passes over why it does`() throws {
    let source = try read(["1_a.sql", "README.md", "old/2_b.sql", ".hidden.sql"])
    #expect(source.set.migrations.count == 1)
    #expect(source.skipped.map(\.name) == ["README.md", "old/2_b.sql"])
  }

  @Test func `warns of a migration that is a program`() throws {
    let source = try read(["1_a.sql", "2_b.go"])
    #expect(source.diagnostics.map(\.code) == ["code-migration"])
  }
}
