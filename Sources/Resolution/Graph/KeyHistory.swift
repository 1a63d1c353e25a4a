/// All visits to one name, in filename order.
struct KeyHistory {
  var key: Int32
  /// Whether the object is there before the first unit runs.
  var isExisting: Bool
  private(set) var visits: [KeyVisit]
  /// Whether more than one order of the visits may be possible, or what happens depends on it.
  ///
  /// Where this is false, the edges are what every order has in which nothing is refused.
  private(set) var isContested = false

  init(key: Int32, isExisting: Bool, visits: [KeyVisit]) {
    self.key = key
    self.isExisting = isExisting
    self.visits = visits
    leaveRemovalToWhole()
    isContested = findContest()
  }

  /// Where the object only ever goes with what it belongs to, and is created once, the history of
  /// that says all about its going.
  private mutating func leaveRemovalToWhole() {
    let creators = visits.count { $0.provides || $0.isDormant }
    let isImplied = visits.allSatisfy { $0.exit != .absent || $0.isImplied }
    guard creators <= 1, isImplied, hasRemovers else { return }
    visits = visits.compactMap { visit in
      guard visit.exit == .absent else { return visit }
      guard visit.entry == .present else { return nil }
      var user = visit
      user.exit = .present
      user.write = -1
      return user
    }
  }

  var hasRemovers: Bool { visits.contains { $0.exit == .absent } }
  var users: [KeyVisit] { visits.filter(\.uses) }
  var preferringUsers: [KeyVisit] { visits.filter(\.isPreference) }

  private func findContest() -> Bool {
    if visits.count < 2 { return false }
    if visits.contains(where: \.isConditional) { return true }
    let changes = visits.filter { $0.provides || $0.isDormant || $0.exit == .absent }
    let providers = changes.count { $0.exit != .absent }
    let removers = changes.filter { $0.exit == .absent }
    if providers + (isExisting ? 1 : 0) > 1 { return true }
    if removers.isEmpty { return false }
    return removers.count > 1 || removers.contains { $0.entry != .present }
  }

  /// The visits that change or forbid the name, in an order in which each finds what it needs:
  /// always the first in filename order that does.
  ///
  /// What finds nothing comes last.
  ///
  /// - Complexity: Linear.
  func sequence() -> [KeyVisit] {
    let changes = visits.filter { $0.provides || $0.exit == .absent || $0.isDormant }
    var queues: [[KeyVisit]] = [[], [], []]
    for visit in changes { queues[Int(visit.entry.rawValue)].append(visit) }
    var heads = [0, 0, 0]
    var state: KeyVisit.State = isExisting ? .present : .absent
    var sequence: [KeyVisit] = []
    while true {
      let fitting = [KeyVisit.State.any, state].map { Int($0.rawValue) }
        .filter { heads[$0] < queues[$0].count }
      guard let queue = fitting.min(by: { queues[$0][heads[$0]].unit < queues[$1][heads[$1]].unit })
      else { break }
      let visit = queues[queue][heads[queue]]
      heads[queue] += 1
      sequence.append(visit)
      if visit.exit != .any { state = visit.exit }
    }
    for queue in queues.indices { sequence += queues[queue][heads[queue]...] }
    return sequence
  }
}

/// The spans of a sequence of changes in which the name is there.
struct Lifetimes {
  struct Lifetime {
    /// `nil`: there from the start.
    var begin: KeyVisit?
    /// `nil`: to the end.
    var end: KeyVisit?
  }

  private var spans: [Lifetime] = []
  /// For each change: the span it stands in or begins, or -1; with the greatest unit so far.
  private var changes: [(unit: Int32, span: Int, next: Int)] = []
  private let existing: Bool

  init(_ sequence: [KeyVisit], isExisting: Bool) {
    existing = isExisting
    if isExisting { spans.append(Lifetime()) }
    var isOpen = isExisting
    for visit in sequence {
      if visit.exit == .present || visit.isDormant {
        if !isOpen { spans.append(Lifetime(begin: visit)) }
        isOpen = true
      } else if visit.exit == .absent {
        if isOpen { spans[spans.count - 1].end = visit }
        isOpen = false
      }
      changes.append((visit.unit, isOpen ? spans.count - 1 : -1, spans.count))
    }
    changes.sort { $0.unit < $1.unit }
  }

  /// The span that a unit's use falls into by filename order; else the next one, else the last.
  func lifetime(around unit: Int32) -> Lifetime? {
    var lower = 0
    var upper = changes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if changes[middle].unit < unit { lower = middle + 1 } else { upper = middle }
    }
    guard lower > 0 else { return spans.first }
    let change = changes[lower - 1]
    if change.span >= 0 { return spans[change.span] }
    return change.next < spans.count ? spans[change.next] : spans.last
  }
}
