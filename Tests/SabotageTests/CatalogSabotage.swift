import DatabaseModel
import Oracles
import SQLSyntax
import Testing

/// Breaks the model of the catalog in every way that its oracles claim to notice.
@Suite struct `A sabotaged catalog` {
  static let oracles: [(fault: PlantedFault, find: @Sendable (PlantedFaults) throws -> [String])] =
    [
      (.tableMustNotExist, postgreSQL), (.tableNameIsCheckedFirst, postgreSQL),
      (.restrictCascades, postgreSQL), (.anyColumnsAreKeys, postgreSQL),
      (.cascadeStopsEarly, steps), (.newLabelsAreUsable, postgreSQL),
      (.savepointsKeepChanges, steps), (.chosenNamesAreFree, names),
      (.tableMustNotExist, sqlite), (.schemaIsNotReadAgain, sqlite), (.keyColumnsCanGo, sqlite),
      (.renamesStopAtTheTable, sqlite),
    ]

  @Test(arguments: oracles.indices)
  func `is caught by its oracle`(position: Int) throws {
    let (fault, find) = Self.oracles[position]
    #expect(try find([fault]) != [], "\(fault)")
  }

  /// The frozen outcomes show it of the others.
  @Test func `is sound where nothing is planted`() throws {
    #expect(try Self.steps(.none) == [])
  }

  @Test func `has no fault that no oracle is held against`() {
    #expect(Set(Self.oracles.map(\.fault)) == Set(PlantedFault.ofCatalog))
  }

  /// What a PostgreSQL server said.
  @Sendable private static func postgreSQL(_ faults: PlantedFaults) throws -> [String] {
    let cases = try FrozenCases.load()
    let replay = try FrozenReplay(cases, plantedFaults: faults)
    return cases.cases.first { replay.judge($0).0 == .wrong }.map { [$0.id] } ?? []
  }

  /// The names that a PostgreSQL server chose.
  @Sendable private static func names(_ faults: PlantedFaults) throws -> [String] {
    try FrozenNames.read().disagreements(plantedFaults: faults)
  }

  /// What SQLite said.
  @Sendable private static func sqlite(_ faults: PlantedFaults) throws -> [String] {
    let frozen = try SQLiteFrozenCases.read()
    let wrong = frozen.cases.first { recorded in
      var replay = SQLiteReplay(recorded, fixture: frozen.fixture, plantedFaults: faults)
      return replay.run() == .wrong
    }
    return wrong.map { [$0.id] } ?? []
  }

  /// Statements that PostgreSQL runs one after the other without a word.
  @Sendable private static func steps(_ faults: PlantedFaults) throws -> [String] {
    let scripts = [
      """
      CREATE TABLE a (x int); CREATE VIEW b AS SELECT x FROM a; CREATE VIEW c AS SELECT x FROM b;
      CREATE VIEW d AS SELECT x FROM c; DROP TABLE a CASCADE; CREATE VIEW d AS SELECT 1 AS y;
      """,
      """
      BEGIN; SAVEPOINT s; CREATE TABLE a (x int); ROLLBACK TO s; CREATE TABLE a (x int); COMMIT;
      """,
    ]
    return scripts.filter { script in
      var session = ModelSession(
        catalog: .empty(dialect: .postgresql), state: SessionState(plantedFaults: faults))
      return (try? session.apply(script)) == nil
    }
  }
}
