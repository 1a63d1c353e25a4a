import Oracles
import SQLSyntax
import Testing

@Suite struct `Small worlds with names that come and go` {
  private func check(
    _ statements: [WorldStatement], choosing count: Int, step: Int, dialect: Dialect
  ) {
    let worlds = SmallWorlds(statements, choosing: count, dialect: dialect)
    #expect(worlds.disagreements(every: step) == [])
  }

  @Test func `of three files are ordered exactly when some order runs`() {
    check(
      SmallWorlds.statements + SmallWorlds.procedures, choosing: 3, step: 2, dialect: .postgresql)
  }

  @Test func `of three files on SQLite are ordered exactly when some order runs`() {
    check(SmallWorlds.statements, choosing: 3, step: 1, dialect: .sqlite)
  }

  @Test func `of four files are ordered exactly when some order runs`() {
    check(
      SmallWorlds.statements + SmallWorlds.procedures, choosing: 4, step: 127,
      dialect: .postgresql)
  }
}
