import DatabaseModel
import Foundation
import HashTreeCollections
import SQLSyntax
import Testing

private struct FrozenNames: Decodable {
  var cases: [Case]

  struct Case: Decodable {
    var why: String
    var sql: String
    /// Name, letter of the kind, definition.
    var constraints: [[String]]
    /// Name, letter of the kind.
    var relations: [[String]]
  }
}

@Suite struct `Names that PostgreSQL chooses` {
  @Test func `are the ones a server chose`() throws {
    let data = try Data(contentsOf: FrozenCases.file("pg-names.json"))
    for frozen in try JSONDecoder().decode(FrozenNames.self, from: data).cases {
      var session = ModelSession(catalog: .empty(dialect: .postgresql))
      try session.apply(
        "CREATE TABLE r(id int PRIMARY KEY); "
          + "CREATE TABLE r2(x int, y int, PRIMARY KEY (x, y))")
      let before = session.catalog
      try session.apply(frozen.sql)
      let constraints = session.catalog.constraints.keys.filter { before.constraints[$0] == nil }
      #expect(
        Set(constraints.compactMap { session.catalog.constraints[$0]?.name?.text })
          == Set(frozen.constraints.map { $0[0] }), "\(frozen.why)")
      let relations = session.catalog.relations.keys.filter { before.relations[$0] == nil }
      #expect(
        Set(relations.compactMap { session.catalog.relations[$0]?.name.text })
          == Set(frozen.relations.map { $0[0] }), "\(frozen.why)")
    }
  }
}
