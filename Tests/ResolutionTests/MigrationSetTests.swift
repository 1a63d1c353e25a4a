import Migrations
import SQLSyntax
import Testing

@Suite struct `A migration set` {
  private func migration(_ name: String, version: String?) -> Migration {
    let source = SourceText(name: name, text: "")
    return Migration(
      id: Migration.ID(name), version: version.map { MigrationVersion($0) },
      script: Script(source: source, dialect: .sqlite, statements: [], diagnostics: []))
  }

  @Test func `is in natural order, repeatable migrations last`() {
    let set = MigrationSet(
      [
        migration("R__views.sql", version: nil), migration("V10__c.sql", version: "10"),
        migration("V2.10__b.sql", version: "2.10"), migration("V2.9__a.sql", version: "2.9"),
        migration("V9__d.sql", version: "9"),
      ], dialect: .sqlite)
    #expect(
      set.migrations.map(\.id.rawValue) == [
        "V2.9__a.sql", "V2.10__b.sql", "V9__d.sql", "V10__c.sql", "R__views.sql",
      ])
  }

  @Test func `knows versions and names that are not unique`() {
    let set = MigrationSet(
      [
        migration("1_a.sql", version: "1"), migration("01_b.sql", version: "01"),
        migration("2_c.sql", version: "2"), migration("2_c.sql", version: "2"),
      ], dialect: .sqlite)
    let duplicates = set.duplicateVersions.map { Set($0.map(\.id.rawValue)) }
    #expect(duplicates == [["1_a.sql", "01_b.sql"]])
    #expect(set.repeatedIDs == ["2_c.sql"])
    #expect(set.migrations.count == 3)
  }

  @Test(arguments: [
    ("2_c.sql", [2]), ("2_c", [2]), ("2", [2]), ("0002", [2]), ("1", [0, 1]), ("3", []),
  ])
  func `finds what a declared dependency means`(reference: String, positions: [Int]) {
    let set = MigrationSet(
      [
        migration("1_a.sql", version: "1"), migration("1_b.sql", version: "1"),
        migration("2_c.sql", version: "2"),
      ], dialect: .sqlite)
    #expect(set.positions(for: DeclaredDependency(reference)) == positions)
  }

  @Test func `stores checksums with their algorithm`() {
    let checksum = Checksum(algorithm: .sha256, hexadecimal: "9f86")
    #expect(checksum.description == "sha256:9f86")
    #expect(Checksum(stored: "sha256:9f86") == checksum)
    #expect(Checksum(stored: "9f86") == nil)
  }
}
