package import DatabaseModel

/// Who holds which locks and who waits for them, in order.
///
/// A request is granted where its mode conflicts neither with what others hold nor with what others
/// wait for before it; a session that holds a lock already which one before it in the queue waits
/// for goes ahead of that one.
///
/// Source: PostgreSQL 15, `src/backend/storage/lmgr/README`.
/// - Invariant: A waiter's mode conflicts with a holder of another session or with a waiter before
///   it; a session waits for one lock at most.
package struct LockTable: Hashable, Sendable {
  private var entries: [LockTag: Entry] = [:]
  private var waits: [Int32: LockTag] = [:]
  private var held: [Int32: Set<LockTag>] = [:]

  /// A planted fault: who waits is passed by.
  var ignoresQueue = false

  package init() {}

  fileprivate struct Entry: Hashable, Sendable {
    /// For each session a bit for each mode it holds.
    var holders: [Int32: UInt8] = [:]
    var queue: [Waiter] = []

    var isFree: Bool { holders.isEmpty && queue.isEmpty }
  }

  fileprivate struct Waiter: Hashable, Sendable {
    var session: Int32
    var mode: LockMode
  }

  package enum Answer: Hashable, Sendable {
    case granted
    case waiting
  }

  package var isEmpty: Bool { entries.isEmpty }

  package func isWaiting(_ session: Int32) -> Bool { waits[session] != nil }

  package func holds(_ session: Int32, _ mode: LockMode, on tag: LockTag) -> Bool {
    (entries[tag]?.holders[session] ?? 0) & mode.bit != 0
  }

  /// The modes a session holds.
  package func modes(of session: Int32, on tag: LockTag) -> [LockMode] {
    let bits = entries[tag]?.holders[session] ?? 0
    return LockMode.allCases.filter { bits & $0.bit != 0 }
  }

  package func tags(of session: Int32) -> Set<LockTag> { held[session] ?? [] }

  private func queuePlace(in entry: Entry, for session: Int32, _ mode: LockMode) -> Int? {
    if ignoresQueue, !entry.conflicts(with: mode, of: session) { return nil }
    return entry.queuePlace(for: session, mode)
  }

  // MARK: Acquiring

  /// Whether a request would be granted at once.
  package func isFree(_ tag: LockTag, _ mode: LockMode, for session: Int32) -> Bool {
    guard let entry = entries[tag] else { return true }
    if entry.holders[session, default: 0] & mode.bit != 0 { return true }
    return queuePlace(in: entry, for: session, mode) == nil
  }

  /// Takes a lock or joins its queue.
  package mutating func acquire(
    _ tag: LockTag, _ mode: LockMode, for session: Int32
  ) -> Answer {
    precondition(waits[session] == nil, "A session that waits asks for nothing else.")
    var entry = entries[tag] ?? Entry()
    if entry.holders[session, default: 0] & mode.bit != 0 { return .granted }
    if let place = queuePlace(in: entry, for: session, mode) {
      entry.queue.insert(Waiter(session: session, mode: mode), at: place)
      entries[tag] = entry
      waits[session] = tag
      return .waiting
    }
    entry.holders[session, default: 0] |= mode.bit
    entries[tag] = entry
    held[session, default: []].insert(tag)
    return .granted
  }

  /// Takes a lock that nobody can have been in the way of.
  package mutating func take(_ tag: LockTag, _ mode: LockMode, for session: Int32) {
    entries[tag, default: Entry()].holders[session, default: 0] |= mode.bit
    held[session, default: []].insert(tag)
  }

  // MARK: Releasing

  /// Leaves the queue.
  package mutating func stopWaiting(_ session: Int32) {
    guard let tag = waits.removeValue(forKey: session) else { return }
    entries[tag]?.queue.removeAll { $0.session == session }
    wake(tag)
  }

  package mutating func release(_ tag: LockTag, _ mode: LockMode, of session: Int32) {
    guard let bits = entries[tag]?.holders[session] else { return }
    setHeld(bits & ~mode.bit, on: tag, of: session)
    wake(tag)
  }

  /// Releases all that a session holds, but for the given.
  package mutating func releaseAll(
    of session: Int32, keeping kept: [LockTag: Set<LockMode>] = [:]
  ) {
    stopWaiting(session)
    for tag in held[session] ?? [] {
      let bits = (kept[tag] ?? []).reduce(UInt8(0)) { $0 | $1.bit }
      setHeld(bits & (entries[tag]?.holders[session] ?? 0), on: tag, of: session)
      wake(tag)
    }
  }

  private mutating func setHeld(_ bits: UInt8, on tag: LockTag, of session: Int32) {
    entries[tag]?.holders[session] = bits == 0 ? nil : bits
    if bits == 0 {
      held[session]?.remove(tag)
      if held[session]?.isEmpty == true { held[session] = nil }
    }
    if entries[tag]?.isFree == true { entries[tag] = nil }
  }

  /// Grants what can be granted, from the front of the queue.
  private mutating func wake(_ tag: LockTag) {
    guard var entry = entries[tag] else { return }
    var ahead: UInt8 = 0
    var remaining: [Waiter] = []
    for waiter in entry.queue {
      if waiter.mode.conflictBits & ahead == 0,
        !entry.conflicts(with: waiter.mode, of: waiter.session)
      {
        entry.holders[waiter.session, default: 0] |= waiter.mode.bit
        held[waiter.session, default: []].insert(tag)
        waits[waiter.session] = nil
      } else {
        ahead |= waiter.mode.bit
        remaining.append(waiter)
      }
    }
    entry.queue = remaining
    entries[tag] = entry.isFree ? nil : entry
  }
}

extension LockTable.Entry {
  /// Whether another session holds a mode that conflicts.
  fileprivate func conflicts(with mode: LockMode, of session: Int32) -> Bool {
    holders.contains { $0.key != session && $0.value & mode.conflictBits != 0 }
  }

  /// Where a request joins the queue; `nil` where it is granted at once.
  fileprivate func queuePlace(for session: Int32, _ mode: LockMode) -> Int? {
    let waiting = queue.reduce(UInt8(0)) { $0 | $1.mode.bit }
    let isBlocked = conflicts(with: mode, of: session)
    if !isBlocked, mode.conflictBits & waiting == 0 { return nil }
    let own = holders[session] ?? 0
    if own == 0 { return queue.count }
    var ahead: UInt8 = 0
    for (place, waiter) in queue.enumerated() {
      if waiter.mode.conflictBits & own != 0 {
        // That one waits for this session, which therefore goes first.
        return mode.conflictBits & ahead == 0 && !isBlocked ? nil : place
      }
      ahead |= waiter.mode.bit
    }
    return queue.count
  }
}

// MARK: - Who waits for whom

extension LockTable {
  /// The sessions that keep a waiting one from going on: holders, and waiters before it.
  package func blockers(of session: Int32) -> [Int32] {
    guard let (entry, place) = wait(of: session) else { return [] }
    let mode = entry.queue[place].mode
    var found = Set(
      entry.holders.filter { $0.key != session && $0.value & mode.conflictBits != 0 }.map(\.key))
    for waiter in entry.queue[..<place] where waiter.mode.conflicts(with: mode) {
      found.insert(waiter.session)
    }
    return found.sorted()
  }

  /// What a session waits for, if it waits.
  package func request(of session: Int32) -> (tag: LockTag, mode: LockMode)? {
    guard let tag = waits[session], let (entry, place) = wait(of: session) else { return nil }
    return (tag, entry.queue[place].mode)
  }

  private func wait(of session: Int32) -> (entry: Entry, place: Int)? {
    guard let tag = waits[session], let entry = entries[tag],
      let place = entry.queue.firstIndex(where: { $0.session == session })
    else { return nil }
    return (entry, place)
  }

  /// Sessions that wait for each other in a circle through this one, itself first; `nil` where
  /// there is none, or where another order of a queue undoes it, which is then the order.
  package mutating func resolveDeadlock(of session: Int32) -> [Int32]? {
    guard let cycle = cycle(from: session) else { return nil }
    for waiter in cycle {
      guard let tag = waits[waiter], let (entry, place) = wait(of: waiter) else { continue }
      let mode = entry.queue[place].mode
      for other in entry.queue[..<place].indices.reversed()
      where cycle.contains(entry.queue[other].session)
        && entry.queue[other].mode.conflicts(with: mode)
      {
        // Only the order of the queue is in the way: try the other order.
        var attempt = self
        let moved = attempt.entries[tag]?.queue.remove(at: place)
        if let moved { attempt.entries[tag]?.queue.insert(moved, at: other) }
        if attempt.cycle(from: session) == nil {
          attempt.wake(tag)
          self = attempt
          return nil
        }
      }
    }
    return cycle
  }

  private func cycle(from session: Int32) -> [Int32]? {
    var path: [Int32] = []
    var seen: Set<Int32> = []
    func visit(_ current: Int32) -> Bool {
      path.append(current)
      for blocker in blockers(of: current) {
        if blocker == session { return true }
        if seen.insert(blocker).inserted, visit(blocker) { return true }
      }
      path.removeLast()
      return false
    }
    return visit(session) ? path : nil
  }
}

extension LockMode {
  fileprivate var bit: UInt8 { 1 << UInt8(rawValue) }

  fileprivate var conflictBits: UInt8 { conflictSet }
}
