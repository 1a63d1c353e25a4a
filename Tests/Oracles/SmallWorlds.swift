package import DatabaseModel
import Migrations
import Resolution
import SQLParsing
package import SQLSyntax

/// Holds the resolver against every order of a few files whose names come and go.
package struct SmallWorlds {
  var dialect: Dialect
  var statements: [WorldStatement]
  /// How many files a set has.
  var count: Int
  private let resolver: DependencyResolver
  private let orders: [[Int]]

  package init(
    _ statements: [WorldStatement], choosing count: Int, dialect: Dialect,
    plantedFaults: PlantedFaults = .none
  ) {
    self.dialect = dialect
    self.statements = statements
    self.count = count
    resolver = DependencyResolver(plantedFaults: plantedFaults)
    orders = Permutations.all(count)
  }

  /// What the resolver says of every `step`th choice of statements, each a file, where the orders say
  /// otherwise; no more than `limit` of them.
  package func disagreements(every step: Int, limit: Int = .max) -> [String] {
    let migrations = parsed()
    var total = 1
    for _ in 0..<count { total *= statements.count }
    var found: [String] = []
    for code in stride(from: 0, to: total, by: step) where found.count < limit {
      var rest = code
      let indexes = (0..<count).map { _ in
        defer { rest /= statements.count }
        return rest % statements.count
      }
      let set = MigrationSet(
        indexes.enumerated().map { migrations[$0][$1] }, dialect: dialect)
      if let fault = disagreement(set, indexes.map { statements[$0] }) { found.append(fault) }
    }
    return found
  }

  private func parsed() -> [[Migration]] {
    (0..<count).map { position in
      statements.map { statement in
        let name = "\(position + 1)_file.sql"
        let source = SourceText(name: name, text: statement.sql)
        return Migration(
          id: Migration.ID(name), version: MigrationVersion("\(position + 1)"),
          script: SQLParser.parse(source, dialect: dialect))
      }
    }
  }

  private func disagreement(_ set: MigrationSet, _ choice: [WorldStatement]) -> String? {
    let clean = orders.filter { Self.runs($0, choice) }
    let resolution = resolver.resolve(set)
    let sql = choice.map(\.sql).joined(separator: " | ")
    guard let plan = resolution.plan else {
      if clean.isEmpty, !resolution.problems.isEmpty { return nil }
      return "no plan, but \(clean) of \(sql)"
    }
    let planned = plan.migrations.compactMap { set.migrations.firstIndex(of: $0) }
    if !clean.contains(planned) { return "\(planned) of \(sql)" }
    if !choice.contains(where: \.touches), planned != Permutations.best(clean) {
      return "\(planned), where \(Permutations.best(clean) ?? []) is better, of \(sql)"
    }
    return nil
  }

  private static func runs(_ order: [Int], _ choice: [WorldStatement]) -> Bool {
    var world = World()
    return order.allSatisfy { choice[$0].run(&world) }
  }
}
