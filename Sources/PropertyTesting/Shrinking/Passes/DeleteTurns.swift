/// Deletes one turn of a loop whose body is not marked by spans: a number goes down by one, and a few
/// neighbouring choices and spans behind it go away.
struct DeleteTurns: ShrinkPass {
  private static let longestTurn = 4
  private static let mostTurns = 64
  private static let longestCase = 256

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, deleteOne(on: target) {}
  }

  private func deleteOne(on target: ShrinkTarget) -> Bool {
    guard target.choices.count <= Self.longestCase else { return false }
    return target.choices.indices.contains { place in
      let choice = target.choices[place]
      return choice.kind == .integer && choice.lower >= 0 && choice.value > choice.lower
        && choice.value <= Self.mostTurns && deleteTurn(after: place, on: target)
    }
  }

  private func deleteTurn(after count: Int, on target: ShrinkTarget) -> Bool {
    let parts = target.parts(after: target.places[count])
    for length in 1...Self.longestTurn where length <= parts.count {
      for last in parts.indices.dropFirst(length - 1).reversed() {
        let cut = parts[last - length + 1].lowerBound..<parts[last].upperBound
        var candidate = target.script
        candidate[target.places[count]].value -= 1
        candidate.removeSubrange(cut)
        if target.consider(candidate, onlyShorter: true) { return true }
      }
    }
    return false
  }
}
