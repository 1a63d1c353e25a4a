package import SQLSyntax

/// What a PostgreSQL statement touches beside its result: the relations it locks, writes anew,
/// builds, drops and reads from end to end.
///
/// System catalogs and TOAST tables are left out. A statement that the engine refuses has the
/// footprint of what it did before that, as far as it is sure.
package struct StatementFootprint: Hashable, Sendable {
  /// Locks in the order in which they are first taken, each relation once with its strongest mode.
  package private(set) var locks: [RelationLock] = []
  /// Locks that a row calls for, a foreign key's check for instance: taken only if there is such
  /// a row.
  package private(set) var conditionalLocks: [RelationLock] = []
  /// Locks on relations that live only while the statement runs, by name.
  package var transientLocks: [String: LockMode] = [:]
  /// Tables and indexes that get a new file: the table itself for a rewrite, an index where it is
  /// built anew under its identity.
  package private(set) var rewritten: [ObjectID] = []
  /// Names of new tables and indexes, and of indexes that are built anew under a new identity.
  package private(set) var built: [String] = []
  /// Tables and indexes that go, those among them that are built anew under a new identity.
  package private(set) var dropped: [ObjectID] = []
  /// How often a table is read from its first row to its last.
  package private(set) var scans: [ObjectID: Int] = [:]
  /// The statement waits until no transaction is left whose snapshot is older, in transactions of
  /// its own: the CONCURRENTLY forms.
  package var waitsForSnapshots = false
  /// Locks that are given back before the statement ends: by INSERT on its indexes, by a statement
  /// of several transactions in those before it waits.
  package private(set) var releasedLocks: [RelationLock] = []

  package init() {}

  package mutating func lock(_ relation: ObjectID, _ mode: LockMode) {
    Self.add(RelationLock(relation: relation, mode: mode), to: &locks)
  }

  mutating func lockBriefly(_ relation: ObjectID, _ mode: LockMode) {
    Self.add(RelationLock(relation: relation, mode: mode), to: &releasedLocks)
  }

  package mutating func lockForRows(_ relation: ObjectID, _ mode: LockMode) {
    Self.add(RelationLock(relation: relation, mode: mode), to: &conditionalLocks)
  }

  private static func add(_ lock: RelationLock, to list: inout [RelationLock]) {
    guard let place = list.firstIndex(where: { $0.relation == lock.relation }) else {
      list.append(lock)
      return
    }
    list[place].mode = max(list[place].mode, lock.mode)
  }

  mutating func rewrite(_ relation: ObjectID) {
    if !rewritten.contains(relation) { rewritten.append(relation) }
  }

  mutating func build(_ name: String) {
    if !built.contains(name) { built.append(name) }
  }

  mutating func drop(_ relation: ObjectID) {
    if !dropped.contains(relation) { dropped.append(relation) }
  }

  mutating func scan(_ table: ObjectID, times: Int = 1) {
    if times > 0 { scans[table, default: 0] += times }
  }

  package func mode(on relation: ObjectID) -> LockMode? {
    locks.first { $0.relation == relation }?.mode
  }
}

/// A lock on a relation.
package struct RelationLock: Hashable, Sendable {
  package var relation: ObjectID
  package var mode: LockMode

  package init(relation: ObjectID, mode: LockMode) {
    self.relation = relation
    self.mode = mode
  }
}

/// A statement's footprint, or why it is not known.
package enum FootprintAnswer: Hashable, Sendable {
  case known(StatementFootprint)
  case unmodelled(reason: String)

  package var known: StatementFootprint? {
    if case .known(let footprint) = self { footprint } else { nil }
  }
}

extension Catalog {
  /// What a statement would lock, rewrite, build, drop and scan on this PostgreSQL catalog; a
  /// transition is what ``applying(_:in:)`` gave, where it was asked already.
  package func footprint(
    of statement: Statement, in session: SessionState, transition: Transition? = nil
  ) -> FootprintAnswer {
    guard dialect == .postgresql else {
      return .unmodelled(reason: "Only PostgreSQL locks relations one by one")
    }
    let transition = transition ?? applying(statement, in: session)
    var analysis = FootprintAnalysis(before: self, session: session, transition: transition)
    do {
      try analysis.run(statement)
      return .known(analysis.footprint)
    } catch {
      switch error {
      case .refused: return .known(analysis.footprint)
      case .unmodelled(let reason): return .unmodelled(reason: reason)
      }
    }
  }
}
