import DatabaseModel
import Simulation
import TestSupport
import Testing

/// The model against the engine, over what chance writes.
@Suite struct `The simulated SQLite and SQLite` {
  @Test func `work expressions out alike`() throws {
    var source = ExpressionSource(random: .init(seed: 11))
    let engines = try BothEngines()
    for _ in 0..<3_000 {
      let difference = try engines.run("SELECT \(source.expression([]))")
      #expect(difference == nil)
    }
    let silent = engines.silences.values.reduce(0, +)
    print("expressions: \(engines.statements), unmodelled \(silent)")
    #expect(silent * 20 <= engines.statements)
  }

  @Test func `run programs alike`() throws {
    var statements = 0
    var silences: [String: Int] = [:]
    for seed in 1...300 {
      let engines = try BothEngines()
      var source = ProgramSource(seed: UInt64(seed))
      for line in source.program() {
        guard let difference = try engines.run(line) else { continue }
        Issue.record("seed \(seed): \(difference)")
        break
      }
      statements += engines.statements
      silences.merge(engines.silences) { $0 + $1 }
    }
    let silent = silences.values.reduce(0, +)
    print("statements: \(statements), unmodelled \(silent)")
    for (reason, count) in silences.sorted(by: { $0.value > $1.value }).prefix(12) {
      print("  \(count) \(reason)")
    }
    #expect(silent * 10 <= statements)
  }

  private static let parentAndChild = [
    "PRAGMA foreign_keys=ON", "CREATE TABLE p(id INTEGER PRIMARY KEY)",
    "CREATE TABLE c(r REFERENCES p ON DELETE CASCADE, u UNIQUE)", "INSERT INTO p VALUES (1)",
    "INSERT INTO c VALUES (1, NULL)", "INSERT INTO c VALUES (1, NULL)", "DELETE FROM p",
  ]

  @Test(arguments: PlantedFault.ofSimulatedSQLite)
  func `differ where a decision of the model is replaced`(fault: PlantedFault) throws {
    let engines = try BothEngines(planting: [fault])
    for line in Self.parentAndChild where try engines.run(line) != nil { return }
    for seed in 1...400 {
      let engines = try BothEngines(planting: [fault])
      var source = ProgramSource(seed: UInt64(seed))
      for line in source.program() where try engines.run(line) != nil { return }
    }
    Issue.record("\(fault) is not found")
  }
}
