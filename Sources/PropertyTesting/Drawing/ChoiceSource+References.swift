/// Things that are made while a case is drawn, and referred to later: tables, snapshots, handles.
///
/// A reference knows what it refers to. When a shrinker deletes what made the thing, references to
/// others keep meaning the same, and those to the thing itself turn to the first that is left.
public struct Pool: Hashable, Sendable {
  let label: SpanLabel

  /// A pool, told from others by its name.
  public init(_ name: String) { label = SpanLabel(named: name) }
}

/// How many members of a pool were made, and what those of the replayed script are called now.
struct PoolMembers {
  var count = 0
  /// From numbers in the script to numbers in this case.
  var renamed: [Int: Int] = [:]
}

extension ChoiceSource {
  /// Notes that a member of a pool is made here.
  ///
  /// - Returns: Its number, by which ``reference(to:live:line:column:)`` knows it; the first is 0.
  public func register(in pool: Pool) -> Int {
    let number = pools[pool, default: PoolMembers()].count
    pools[pool, default: PoolMembers()].count += 1
    begin(.member, label: pool.label)
    if let old = reader.enteredMember { pools[pool, default: PoolMembers()].renamed[old] = number }
    end()
    return number
  }

  /// Draws a reference to one of the members that are still there; the first made is the simplest.
  ///
  /// - Throws: A rejection when there is none.
  public func reference(
    to pool: Pool, live: [Int], line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Int {
    guard let first = live.min(), let last = live.max() else {
      try reject("there is nothing to refer to")
    }
    var choice = Choice(
      .reference, value: first, in: 0...max(last, (pools[pool]?.count ?? 0) - 1), simplest: first,
      site: Self.site(line, column))
    switch mode {
    case .random: choice.value = live[Int(random.numbers.below(UInt64(live.count)))]
    case .listed: return try listedReference(choice, live)
    case .replay:
      if let old = reader.next(.reference, in: choice.lower...choice.upper) {
        let new = pools[pool]?.renamed[old] ?? first
        choice.value = live.contains(new) ? new : first
      }
    }
    return try record(choice)
  }

  private func listedReference(_ choice: Choice, _ live: [Int]) throws(Rejection) -> Int {
    let value = try supply(choice)
    guard live.contains(value) else { try reject("the reference is to nothing") }
    return value
  }
}
