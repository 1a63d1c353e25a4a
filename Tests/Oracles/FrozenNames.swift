package import DatabaseModel
import Foundation
import HashTreeCollections
import SQLSyntax

/// The names that a PostgreSQL 15 server chose for what statements left without one.
package struct FrozenNames: Decodable {
  var cases: [Case]

  struct Case: Decodable {
    var why: String
    var sql: String
    /// Name, letter of the kind, definition.
    var constraints: [[String]]
    /// Name, letter of the kind.
    var relations: [[String]]
  }

  package static func read() throws -> FrozenNames {
    try JSONDecoder().decode(
      FrozenNames.self, from: Data(contentsOf: FrozenCases.file("pg-names.json")))
  }

  /// The cases in which the model chooses otherwise.
  package func disagreements(plantedFaults: PlantedFaults = .none) throws -> [String] {
    try cases.compactMap { frozen in
      var session = ModelSession(
        catalog: .empty(dialect: .postgresql), state: SessionState(plantedFaults: plantedFaults))
      try session.apply(
        "CREATE TABLE r(id int PRIMARY KEY); "
          + "CREATE TABLE r2(x int, y int, PRIMARY KEY (x, y))")
      let before = session.catalog
      try session.apply(frozen.sql)
      let constraints = session.catalog.constraints.keys.filter { before.constraints[$0] == nil }
      let chosen = Set(constraints.compactMap { session.catalog.constraints[$0]?.name?.text })
      let relations = session.catalog.relations.keys.filter { before.relations[$0] == nil }
      let named = Set(relations.compactMap { session.catalog.relations[$0]?.name.text })
      let agrees =
        chosen == Set(frozen.constraints.map { $0[0] })
        && named == Set(frozen.relations.map { $0[0] })
      return agrees ? nil : "\(frozen.why): \(chosen.sorted()), \(named.sorted())"
    }
  }
}
