import DatabaseModel
import Foundation
import HashTreeCollections
import Oracles
import SQLSyntax
import Testing

/// Statements whose locks, rewrites and scans a PostgreSQL 15 server showed.
struct FrozenFootprints: Decodable {
  var fixture: [String]
  /// Rows of the tables that have any.
  var rows: [String: Int]
  var cases: [FrozenFootprint]

  private enum CodingKeys: String, CodingKey {
    case fixture, rows, cases, ddl
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    fixture = try container.decode([String].self, forKey: .fixture)
    rows = try container.decode([String: Int].self, forKey: .rows)
    cases = try container.decode(
      [FrozenFootprint].self, forKey: container.contains(.ddl) ? .ddl : .cases)
  }

  static func load(_ name: String) throws -> FrozenFootprints {
    try JSONDecoder().decode(Self.self, from: Data(contentsOf: FrozenCases.file(name)))
  }
}

/// One statement; in a text of several the last one, after the others.
struct FrozenFootprint: Decodable {
  var kind: String?
  var sql: String
  var locks: [String: String]
  var rewritten: [String]
  var built: [String]
  var dropped: [String]
  var seqScanned: [String: Int]?
  var cannotRunInTx: Bool?
  var waitsForOpenWriter: [String]?
  var blocks: [String: [String]]?

  private enum CodingKeys: String, CodingKey {
    case kind, sql, locks, rewritten, built, dropped, blocks
    case seqScanned = "seq_scanned"
    case cannotRunInTx = "cannot_run_in_tx"
    case waitsForOpenWriter = "waits_for_open_writer"
  }
}

/// The model's footprint with names for identities.
struct NamedFootprint {
  var locks: [String: String] = [:]
  var conditional: [String: String] = [:]
  var rewritten: [String] = []
  var built: [String] = []
  var dropped: [String] = []
  var scanned: [String: Int] = [:]

  init(_ footprint: StatementFootprint, in catalog: Catalog, rows: [String: Int]) {
    let name = { (id: ObjectID) in catalog.relations[id]?.name.text ?? "?" }
    for lock in footprint.locks { locks[name(lock.relation)] = lock.mode.name }
    for (relation, mode) in footprint.transientLocks { locks[relation] = mode.name }
    for lock in footprint.conditionalLocks { conditional[name(lock.relation)] = lock.mode.name }
    rewritten = footprint.rewritten.map(name).sorted()
    built = footprint.built.sorted()
    dropped = footprint.dropped.map(name).sorted()
    for (table, times) in footprint.scans {
      guard let count = rows[name(table)] else { continue }
      scanned[name(table)] = count * times
    }
  }
}

/// Compares predictions with what the server showed.
struct FootprintComparison {
  let frozen: FrozenFootprints
  let base: ModelSession
  var exact = 0
  var unmodelled: [String] = []
  var wrong: [String] = []

  init(_ file: String) throws {
    frozen = try .load(file)
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    session.state.roles = ["postgres"]
    for text in ["CREATE SCHEMA s; SET search_path = s"] + frozen.fixture {
      try session.apply(text)
    }
    session.state.isInTransactionBlock = true
    base = session
  }

  mutating func compareAll() {
    for item in frozen.cases {
      switch judge(item) {
      case .success(let differences) where differences.isEmpty: exact += 1
      case .success(let differences):
        wrong.append("\(item.sql): \(differences.joined(separator: "; "))")
      case .failure(let gap): unmodelled.append("\(item.sql): \(gap.reason)")
      }
    }
  }

  struct Gap: Error { var reason: String }

  private func judge(_ item: FrozenFootprint) -> Result<[String], Gap> {
    var session = base
    session.state.isInTransactionBlock = item.cannotRunInTx != true
    var statements = PostgreSQLText.parse(item.sql).statements
    guard let last = statements.popLast() else { return .failure(Gap(reason: "no statement")) }
    var locks: [String: String] = [:]
    for statement in statements {
      guard case .known(let footprint) = session.catalog.footprint(of: statement, in: session.state)
      else { return .failure(Gap(reason: "the statements before it")) }
      locks = NamedFootprint(footprint, in: session.catalog, rows: [:]).locks
      session.execute(statement)
    }
    switch session.catalog.footprint(of: last, in: session.state) {
    case .unmodelled(let reason): return .failure(Gap(reason: reason))
    case .known(let footprint):
      var named = NamedFootprint(footprint, in: session.catalog, rows: frozen.rows)
      // A relation made by the statements before it is not in the list of the server.
      let known = Set(base.catalog.relations.values.map(\.name.text))
      named.locks = named.locks.filter { known.contains($0.key) || $0.key.hasSuffix("_ccnew") }
      named.locks.merge(locks) { first, _ in first }
      return .success(differences(named, footprint, item, last))
    }
  }

  private func differences(
    _ named: NamedFootprint, _ footprint: StatementFootprint, _ item: FrozenFootprint,
    _ statement: Statement
  ) -> [String] {
    var found: [String] = []
    let note = { (what: String, given: String, expected: String) in
      if given != expected { found.append("\(what) \(given) for \(expected)") }
    }
    let waits = item.waitsForOpenWriter ?? []
    if waits.contains("relation:AccessExclusiveLock") {
      // Seen while it waits for its first lock, so that nothing is held.
      note("waits for", "\(footprint.locks.first?.mode.name ?? "")", "AccessExclusiveLock")
    } else {
      let uncertain = item.locks.filter { named.locks[$0.key] != $0.value }
      for (relation, mode) in uncertain where named.conditional[relation] != mode {
        note("lock on \(relation)", named.locks[relation] ?? "none", mode)
      }
      for (relation, mode) in named.locks where item.locks[relation] == nil {
        note("lock on \(relation)", mode, "none")
      }
    }
    note("waits", "\(footprint.waitsForSnapshots)", "\(waits.contains("virtualxid:ShareLock"))")
    note("rewritten", "\(named.rewritten)", "\(item.rewritten)")
    note("built", "\(named.built)", "\(item.built)")
    note("dropped", "\(named.dropped)", "\(item.dropped)")
    if let scanned = item.seqScanned, !statement.isPlanned {
      note("scanned", described(named.scanned), described(scanned))
    }
    if !statement.locksRows {
      let blocked = blocked(by: footprint, item)
      let expected = (item.blocks ?? [:]).filter { blocked[$0.key] != nil }
      note("blocks", described(blocked), described(expected))
    }
    return found
  }

  private func described(_ values: [String: some Any]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }

  /// What statements of another session are kept out of ordinary tables by the locks on a table and
  /// its indexes; rows that are locked are not looked at.
  private func blocked(
    by footprint: StatementFootprint, _ item: FrozenFootprint
  ) -> [String: [String]] {
    let probes: [(String, LockMode)] = [
      ("SELECT", .accessShare), ("SELECT FOR UPDATE", .rowShare), ("INSERT", .rowExclusive),
      ("UPDATE", .rowExclusive), ("DELETE", .rowExclusive), ("CREATE INDEX", .share),
      ("VACUUM/ANALYZE", .shareUpdateExclusive),
    ]
    var blocked: [String: [String]] = [:]
    for (name, _) in item.blocks ?? [:] {
      guard let table = base.catalog.tables(inSchema: "s").first(where: { $0.name.text == name }),
        table.kind == .ordinary, let mode = footprint.mode(on: table.id)
      else { continue }
      let hasClosedIndex = base.catalog.indexes(of: table.id).contains {
        footprint.mode(on: $0.id) == .accessExclusive
      }
      blocked[name] = probes.filter { probe in
        // CREATE INDEX does not plan a query, so that other indexes do not matter to it.
        probe.1.conflicts(with: mode) || hasClosedIndex && probe.1 != .share
      }.map(\.0)
    }
    return blocked
  }
}

extension Statement {
  /// Whether the planner decides how its tables are read.
  var isPlanned: Bool {
    switch kind {
    case .select, .insert, .update, .delete, .createTableAs: true
    case .createView(let view): view.isMaterialized
    case .opaque(let opaque): opaque.kind == "CLUSTER"
    default: false
    }
  }

  /// Whether it keeps other sessions from rows, not only from tables.
  var locksRows: Bool {
    switch kind {
    case .select, .update: true
    default: false
    }
  }
}

@Suite struct `The footprint of a statement` {
  @Test func `equals pg_locks, new files and scans for every kind of schema change`() throws {
    var comparison = try FootprintComparison("pg-locks.json")
    comparison.compareAll()
    #expect(comparison.wrong == [])
    #expect(comparison.unmodelled == [])
    #expect(comparison.exact == 103)
  }

  @Test func `equals what the server shows for variants of each kind, or is not known`() throws {
    var comparison = try FootprintComparison("pg-lock-variants.json")
    comparison.compareAll()
    print(
      "Footprints of variants: \(comparison.exact) exact, "
        + "\(comparison.unmodelled.count) unmodelled:")
    for line in comparison.unmodelled { print("  \(line)") }
    #expect(comparison.wrong == [])
    #expect(comparison.exact >= 199)
  }

  @Test func `has modes that conflict as the server's do`() throws {
    struct Matrix: Decodable { var conflict_matrix: [String: [String]] }
    let matrix = try JSONDecoder().decode(
      Matrix.self, from: Data(contentsOf: FrozenCases.file("pg-locks.json"))
    ).conflict_matrix
    #expect(matrix.count == LockMode.allCases.count)
    for first in LockMode.allCases {
      let conflicting = LockMode.allCases.filter { first.conflicts(with: $0) }.map(\.name)
      #expect(conflicting == matrix[first.name])
    }
  }
}
