import DatabaseModel
import Migrations
import Oracles
import Resolution
import SQLParsing
import SQLSyntax
import Testing

/// Breaks the resolver in every way that its oracles claim to notice.
@Suite struct `A sabotaged resolver` {
  /// What each fault is held against; the answer is what was found to be wrong.
  static let oracles: [(fault: PlantedFault, find: @Sendable (PlantedFaults) -> [String])] = [
    (.dropsDoNothing, worlds), (.ifNotExistsInsists, worlds), (.guardsAlwaysHold, worlds),
    (.columnsStayBehind, worlds), (.missingNamesPass, worlds), (.anyOrderWillDo, graphs),
    (.waitersMove, graphs), (.anyCycleWillDo, graphs), (.declarationsAreIgnored, declarations),
  ]

  @Test(arguments: oracles.indices)
  func `is caught by its oracle`(position: Int) {
    let (fault, find) = Self.oracles[position]
    #expect(find([fault]) != [], "\(fault)")
  }

  /// The tests of small worlds and graphs show it of the others.
  @Test func `is sound where nothing is planted`() {
    #expect(Self.declarations(.none) == [])
  }

  @Test func `has no fault that no oracle is held against`() {
    #expect(Set(Self.oracles.map(\.fault)) == Set(PlantedFault.ofResolution))
  }

  @Sendable private static func worlds(_ faults: PlantedFaults) -> [String] {
    SmallWorlds(
      SmallWorlds.statements + SmallWorlds.procedures, choosing: 3, dialect: .postgresql,
      plantedFaults: faults
    ).disagreements(every: 7, limit: 1)
  }

  @Sendable private static func graphs(_ faults: PlantedFaults) -> [String] {
    SmallGraphs(plantedFaults: faults, SmallGraphs.foreignKeys).disagreements(every: 5, limit: 1)
  }

  /// A file that says it needs a later one comes behind it.
  @Sendable private static func declarations(_ faults: PlantedFaults) -> [String] {
    let migrations = [("1_a.sql", ["2_b.sql"]), ("2_b.sql", [])].map { name, needed in
      Migration(
        id: Migration.ID(name), version: MigrationVersion(String(name.prefix(1))),
        script: SQLParser.parse(SourceText(name: name, text: "SELECT 1;"), dialect: .postgresql),
        dependencies: needed.map { DeclaredDependency($0) })
    }
    let set = MigrationSet(migrations, dialect: .postgresql)
    let order = DependencyResolver(plantedFaults: faults).resolve(set).order.map(\.rawValue)
    return order == ["2_b.sql", "1_a.sql"] ? [] : ["the order is \(order)"]
  }
}
