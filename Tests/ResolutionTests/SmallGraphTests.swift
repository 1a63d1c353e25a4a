import Migrations
import Resolution
import SQLParsing
import SQLSyntax
import Testing

/// Every way in which four migrations can need each other: each needs any of the three others.
@Suite struct `Every graph of four migrations` {
  private static let names = ["1_a.sql", "2_b.sql", "3_c.sql", "4_d.sql"]
  private static let orders = Permutations.all(4)
  private static let measured = orders.map { (order: $0, measure: Permutations.measure($0)) }

  /// By node and set of needed nodes.
  private static func migrations(
    _ sql: (_ node: Int, _ needed: [Int]) -> String
  ) -> [[Migration]] {
    (0..<4).map { node in
      (0..<16).map { mask in
        let text = sql(node, (0..<4).filter { mask & (1 << $0) != 0 && $0 != node })
        let source = SourceText(name: names[node], text: text)
        return Migration(
          id: Migration.ID(names[node]), version: MigrationVersion("\(node + 1)"),
          script: SQLParser.parse(source, dialect: .postgresql))
      }
    }
  }

  /// Bit `4 * node + needed` of a world: the node needs the other.
  private static func needs(_ world: Int, _ node: Int, _ other: Int) -> Bool {
    world & (1 << (4 * node + other)) != 0
  }

  private static func forEachWorld(_ body: (Int) -> Void) {
    for code in 0..<4096 {
      var world = 0
      var rest = code
      for node in 0..<4 {
        for other in 0..<4 where other != node {
          if rest & 1 == 1 { world |= 1 << (4 * node + other) }
          rest >>= 1
        }
      }
      body(world)
    }
  }

  private static func runs(_ order: [Int], in world: Int) -> Bool {
    order.indices.allSatisfy { position in
      (0..<4).allSatisfy {
        !needs(world, order[position], $0) || order[..<position].contains($0)
      }
    }
  }

  private static func shortestCycle(_ world: Int) -> Int? {
    for length in 2...4 {
      for order in orders {
        let ring = order.prefix(length)
        let closes = zip(ring, ring.dropFirst() + ring.prefix(1)).allSatisfy {
          needs(world, $1, $0)
        }
        if closes { return length }
      }
    }
    return nil
  }

  private func check(every step: Int, _ sql: (_ node: Int, _ needed: [Int]) -> String) {
    let migrations = Self.migrations(sql)
    let resolver = DependencyResolver()
    Self.forEachWorld { world in
      guard world % step == 0 else { return }
      let set = MigrationSet(
        (0..<4).map { migrations[$0][(world >> (4 * $0)) & 15] }, dialect: .postgresql)
      let resolution = resolver.resolve(set)
      let expected = Self.measured.filter { Self.runs($0.order, in: world) }
        .min { $0.measure.lexicographicallyPrecedes($1.measure) }?.order
      #expect(resolution.planned == expected.map { $0.map { $0 + 1 } }, "world \(world)")
      if let expected {
        let moved = Permutations.measure(expected)[0]
        #expect(resolution.plan?.moves.count == moved)
        #expect(resolution.plan?.moves.allSatisfy { $0.reason != nil } ?? false)
      } else {
        checkCycle(resolution, world, set)
      }
    }
  }

  private func checkCycle(_ resolution: Resolution, _ world: Int, _ set: MigrationSet) {
    guard let cycle = resolution.cycles.first else {
      Issue.record("no cycle in world \(world)")
      return
    }
    // Of several entangled groups, each has a cycle of its own.
    #expect(resolution.cycles.map(\.edges.count).min() == Self.shortestCycle(world))
    #expect(cycle.isShortest)
    for cycle in resolution.cycles {
      for (edge, next) in zip(cycle.edges, cycle.edges.dropFirst() + cycle.edges.prefix(1)) {
        let from = edge.prerequisite.migration.number - 1
        let to = edge.dependent.migration.number - 1
        #expect(Self.needs(world, to, from), "world \(world)")
        #expect(edge.dependent.migration == next.prerequisite.migration)
      }
      #expect(cycle.split != nil)
    }
    // Mending takes a while; every third world shows it.
    guard world % 3 == 0 else { return }
    let mended = DependencyResolver().mend(set)
    #expect(mended.isResolved, "world \(world)")
    // Reading every mended file again would take long; one in eleven shows the text is right.
    if world % 11 == 0 {
      #expect(DependencyResolver().resolve(makeSet(mended, dialect: .postgresql)).plan != nil)
    }
  }

  @Test func `is ordered, moving as little as possible, or shown to have a cycle`() {
    check(every: 1) { node, needed in
      let keys = needed.map { ", to_\($0) int REFERENCES t\($0) (id)" }.joined()
      return "CREATE TABLE t\(node) (id int PRIMARY KEY\(keys));\n"
    }
  }

  @Test func `is ordered as well where statements can be taken out of files`() {
    check(every: 7) { node, needed in
      let views = needed.map { "CREATE VIEW v\(node)_\($0) AS SELECT id FROM t\($0);\n" }
      return "CREATE TABLE t\(node) (id int PRIMARY KEY);\n" + views.joined()
    }
  }
}
