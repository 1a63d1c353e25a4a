package import DatabaseModel
import Migrations
import Resolution
import SQLParsing
import SQLSyntax

/// Holds the resolver against every order of four files, for every way in which they can need each
/// other: each needs any of the three others.
package struct SmallGraphs {
  private static let names = ["1_a.sql", "2_b.sql", "3_c.sql", "4_d.sql"]
  private static let orders = Permutations.all(4)
  private static let measured = orders.map { (order: $0, measure: Permutations.measure($0)) }

  private let resolver: DependencyResolver
  /// By node and set of needed nodes.
  private let migrations: [[Migration]]

  /// The closure gives the text of a node's file from the nodes that it needs.
  package init(
    plantedFaults: PlantedFaults = .none, _ sql: (_ node: Int, _ needed: [Int]) -> String
  ) {
    resolver = DependencyResolver(plantedFaults: plantedFaults)
    migrations = (0..<4).map { node in
      (0..<16).map { mask in
        let text = sql(node, (0..<4).filter { mask & (1 << $0) != 0 && $0 != node })
        let source = SourceText(name: Self.names[node], text: text)
        return Migration(
          id: Migration.ID(Self.names[node]), version: MigrationVersion("\(node + 1)"),
          script: SQLParser.parse(source, dialect: .postgresql))
      }
    }
  }

  /// Each file makes a table that refers to the tables it needs.
  package static func foreignKeys(_ node: Int, _ needed: [Int]) -> String {
    let keys = needed.map { ", to_\($0) int REFERENCES t\($0) (id)" }.joined()
    return "CREATE TABLE t\(node) (id int PRIMARY KEY\(keys));\n"
  }

  /// Each file makes a table, and views of the tables it needs.
  package static func views(_ node: Int, _ needed: [Int]) -> String {
    let views = needed.map { "CREATE VIEW v\(node)_\($0) AS SELECT id FROM t\($0);\n" }
    return "CREATE TABLE t\(node) (id int PRIMARY KEY);\n" + views.joined()
  }

  /// Where the resolver says something else than the orders of every `step`th graph; no more than
  /// `limit` of them.
  package func disagreements(every step: Int = 1, limit: Int = .max) -> [String] {
    var found: [String] = []
    for code in 0..<4096 where found.count < limit {
      let graph = Graph(code)
      if graph.needs % step == 0 {
        found += disagreements(of: graph).map { "graph \(code): \($0)" }
      }
    }
    return found
  }

  private func disagreements(of graph: Graph) -> [String] {
    let set = MigrationSet(
      (0..<4).map { migrations[$0][(graph.needs >> (4 * $0)) & 15] }, dialect: .postgresql)
    let resolution = resolver.resolve(set)
    let expected = Self.measured.filter { graph.allows($0.order) }
      .min { $0.measure.lexicographicallyPrecedes($1.measure) }
    guard let plan = resolution.plan, let expected else {
      if (resolution.plan == nil) != (expected == nil) {
        return ["plan \(resolution.order), best order \(expected?.order ?? [])"]
      }
      return disagreements(of: resolution, graph, set)
    }
    var found: [String] = []
    let order = plan.migrations.compactMap { set.migrations.firstIndex(of: $0) }
    if order != expected.order { found.append("plan \(order), best order \(expected.order)") }
    if plan.moves.count != expected.measure[0] { found.append("\(plan.moves.count) moves") }
    if plan.moves.contains(where: { $0.reason == nil }) { found.append("a move without reason") }
    return found
  }

  private func disagreements(
    of resolution: Resolution, _ graph: Graph, _ set: MigrationSet
  ) -> [String] {
    let cycles = resolution.cycles
    var found: [String] = []
    // Of several entangled groups, each has a cycle of its own.
    if cycles.map(\.edges.count).min() != graph.shortestCycle(Self.orders) {
      found.append("cycles of \(cycles.map(\.edges.count))")
    }
    if cycles.first?.isShortest != true { found.append("a cycle not proved shortest") }
    for cycle in cycles {
      if !graph.has(cycle) { found.append("a cycle that is none: \(cycle.migrations)") }
      if cycle.split == nil { found.append("a cycle without a split") }
    }
    // Mending takes a while; every third graph shows it.
    if graph.needs % 3 == 0 {
      let mended = resolver.mend(set)
      if !mended.isResolved { found.append("it is not mended") }
      // Reading every mended file again would take long; one in eleven shows the text is right.
      if graph.needs % 11 == 0, resolver.resolve(mended.set).plan == nil {
        found.append("the mended text has no plan")
      }
    }
    return found
  }
}

/// Four nodes, each of which needs some of the others.
private struct Graph {
  /// Bit `4 * node + needed`: the node needs the other.
  var needs = 0

  init(_ code: Int) {
    var rest = code
    for node in 0..<4 {
      for other in 0..<4 where other != node {
        if rest & 1 == 1 { needs |= 1 << (4 * node + other) }
        rest >>= 1
      }
    }
  }

  func needs(_ node: Int, _ other: Int) -> Bool { needs & (1 << (4 * node + other)) != 0 }

  func allows(_ order: [Int]) -> Bool {
    order.indices.allSatisfy { position in
      (0..<4).allSatisfy { !needs(order[position], $0) || order[..<position].contains($0) }
    }
  }

  func shortestCycle(_ orders: [[Int]]) -> Int? {
    (2...4).first { length in
      orders.contains { order in
        let ring = order.prefix(length)
        return zip(ring, ring.dropFirst() + ring.prefix(1)).allSatisfy { needs($1, $0) }
      }
    }
  }

  /// Whether each of its edges is there and leads to the next.
  func has(_ cycle: DependencyCycle) -> Bool {
    zip(cycle.edges, cycle.edges.dropFirst() + cycle.edges.prefix(1)).allSatisfy { edge, next in
      let from = Self.number(edge.prerequisite.migration)
      let to = Self.number(edge.dependent.migration)
      return needs(to, from) && edge.dependent.migration == next.prerequisite.migration
    }
  }

  private static func number(_ id: Migration.ID) -> Int {
    (Int(id.rawValue.prefix { $0.isNumber }) ?? 0) - 1
  }
}

extension MendedSet {
  /// Its files, read again.
  fileprivate var set: MigrationSet {
    MigrationSet(
      files.map { file in
        let source = SourceText(name: file.name.rawValue, text: file.text)
        return Migration(
          id: file.name,
          version: MigrationVersion(String(file.name.rawValue.prefix { $0 != "_" })),
          script: SQLParser.parse(source, dialect: .postgresql))
      }, dialect: .postgresql)
  }
}
