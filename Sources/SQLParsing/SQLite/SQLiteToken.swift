/// A token: what it is and the bytes it stands on.
struct SQLiteToken: Hashable, Sendable {
  var kind: SQLiteTokenKind
  var start: UInt32
  var end: UInt32

  init(_ kind: SQLiteTokenKind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }
}
