/// Guesses at the value a number will settle on, from the numbers drawn at the same place before it.
///
/// Threshold properties give them all one value, ordered sequences successive ones, and properties
/// about distinct values the simplest that is still free. A good guess saves a search.
struct NumberHints {
  let places: [Int]
  let target: ShrinkTarget

  /// The guesses, most telling first.
  var values: [Int] {
    guard let first = places.first else { return [] }
    let choice = target.choices[first]
    let peers = target.choices.indices.filter { place in
      let peer = target.choices[place]
      return peer.site == choice.site && peer.kind == choice.kind && !places.contains(place)
    }
    guard !peers.isEmpty else { return [] }
    var values: [Int] = []
    if let free = simplestFree(choice, Set(peers.map { target.choices[$0].value })) {
      values.append(free)
    }
    let settled = peers.last { $0 < first && !target.choices[$0].isSimplest }
    if let value = settled.map({ target.choices[$0].value }) {
      values.append(value)
      let (next, overflow) = value.addingReportingOverflow(1)
      if !overflow { values.append(next) }
    }
    return values
  }

  private func simplestFree(_ choice: Choice, _ taken: Set<Int>) -> Int? {
    var candidate: Choice? = choice.with(choice.simplest)
    for _ in 0..<64 {
      guard let now = candidate, now.simplicity < choice.simplicity else { return nil }
      if !taken.contains(now.value) { return now.value }
      candidate = now.successor.map(now.with)
    }
    return nil
  }
}
