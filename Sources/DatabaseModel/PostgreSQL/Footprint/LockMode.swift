/// The eight modes in which PostgreSQL locks a relation, the weakest first.
///
/// Source: PostgreSQL 15, §13.3.1 Table-Level Locks.
package enum LockMode: Int, CaseIterable, Comparable, Hashable, Sendable {
  case accessShare
  case rowShare
  case rowExclusive
  case shareUpdateExclusive
  case share
  case shareRowExclusive
  case exclusive
  case accessExclusive

  /// As `pg_locks.mode` has it: `AccessShareLock`.
  package var name: String { Self.names[rawValue] }

  private static let names = [
    "AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock",
    "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock",
  ]

  /// The mode after `IN` and before `MODE` in LOCK TABLE: `ACCESS SHARE`.
  package init?(words: String) {
    guard let place = Self.words.firstIndex(of: words) else { return nil }
    self = Self.allCases[place]
  }

  private static let words = [
    "ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE",
    "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE",
  ]

  /// Whether two sessions cannot hold these two modes on one relation at a time.
  package func conflicts(with other: LockMode) -> Bool {
    conflictSet & (1 << UInt8(other.rawValue)) != 0
  }

  /// A bit for each mode that it conflicts with.
  package var conflictSet: UInt8 { Self.conflictSets[rawValue] }

  /// For each mode a bit for each mode that it conflicts with; table 13.2 of the manual.
  private static let conflictSets: [UInt8] = [
    0b1000_0000, 0b1100_0000, 0b1111_0000, 0b1111_1000, 0b1110_1100, 0b1111_1100, 0b1111_1110,
    0b1111_1111,
  ]

  package static func < (first: LockMode, second: LockMode) -> Bool {
    first.rawValue < second.rawValue
  }
}
