import Migrations
import Testing

@testable import MigrationSources

@Suite struct `A file's name` {
  struct Case: CustomTestStringConvertible, Sendable {
    var file: String
    var version: String?
    var name: String
    var isDown = false
    var testDescription: String { file }
  }

  static let cases: [Case] = [
    Case(file: "0001_users.sql", version: "0001", name: "users"),
    Case(file: "0001_add_users.up.sql", version: "0001", name: "add users"),
    Case(file: "0001_add_users.down.sql", version: "0001", name: "add users", isDown: true),
    Case(file: "20240131120000-users.sql", version: "20240131120000", name: "users"),
    Case(file: "2024-01-31-120000_users.sql", version: "2024-01-31-120000", name: "users"),
    Case(file: "V1.2__users.sql", version: "1.2", name: "users"),
    Case(file: "v3_users.sql", version: "3", name: "users"),
    Case(file: "U1.2__users.sql", version: "1.2", name: "users", isDown: true),
    Case(file: "R__views.sql", version: nil, name: "views"),
    Case(file: "001.do.users.SQL", version: "001", name: "do.users"),
    Case(file: "users.sql", version: "users", name: "users"),
    Case(file: "7.sql", version: "7", name: ""),
    Case(file: "30_tags.up..sql", version: "30", name: "tags.up."),
  ]

  @Test(arguments: cases)
  func `gives version, name and direction`(_ expected: Case) throws {
    let name = try #require(FileName(baseName: expected.file))
    #expect(name.version?.text == expected.version)
    #expect(name.name == expected.name)
    #expect((name.direction == .down) == expected.isDown)
  }

  @Test(arguments: ["README.md", "0001_users", "0001_users.sql.bak", "sql"])
  func `without the extension is no migration's`(file: String) {
    #expect(FileName(baseName: file) == nil)
  }
}
