/// Lowers a number while another makes up for it: by the same step, the opposite step, or in
/// proportion.
///
/// There is no limit to how far apart the two are.
struct BalancePairs: ShrinkPass {
  /// Whether characters are moved too, and bits looked at; once a round is enough.
  var isThorough = false

  var name: String { isThorough ? "BalancePairs, thorough" : "BalancePairs" }

  /// More characters than this are left alone.
  private static let mostCharacters = 6
  /// How many numbers at rest are tried as partners of one number.
  private static let restingPartners = 4

  func run(on target: ShrinkTarget) {
    if isThorough { balanceCharacters(on: target) }
    var first = 0
    while first < target.choices.count {
      if target.choices[first].isNumeric, !target.choices[first].isSimplest {
        balance(first, on: target)
      }
      first += 1
    }
  }

  private func balance(_ first: Int, on target: ShrinkTarget) {
    let improvements = target.improvements
    for second in partners(of: first, on: target) {
      guard first < target.choices.count, second < target.choices.count,
        !target.choices[first].isSimplest
      else { return }
      NumberPair(first: first, second: second, target: target, isThorough: isThorough).run()
      if target.improvements != improvements, target.stopped != nil { return }
    }
  }

  /// Lowers a character while a later one goes up: brackets that must not match.
  private func balanceCharacters(on target: ShrinkTarget) {
    let places = target.choices.indices.filter { place in
      target.choices[place].kind == .character && !target.choices[place].isSimplest
    }
    guard places.count <= Self.mostCharacters else { return }
    for (index, first) in places.enumerated() {
      for second in places[(index + 1)...]
      where second < target.choices.count && !target.choices[first].isSimplest {
        NumberPair(first: first, second: second, target: target).run()
      }
    }
  }

  /// Moving numbers first; then numbers at rest that stand where the first does in another record,
  /// or beside it.
  private func partners(of first: Int, on target: ShrinkTarget) -> [Int] {
    let later = target.choices.indices.dropFirst(first + 1).filter { place in
      target.choices[place].isNumeric && target.choices[place].isFree
    }
    let moving = later.filter { !target.choices[$0].isSimplest }
    let resting = later.filter { target.choices[$0].isSimplest }
    let parent = target.innermostSpan(around: first)
    let near = resting.filter { target.innermostSpan(around: $0) == parent }
    let alike = resting.filter { place in
      let (one, other) = (target.choices[first], target.choices[place])
      return one.lower == other.lower && one.upper == other.upper
    }
    var seen: Set<Int> = []
    let chosen = (near.suffix(1) + alike.suffix(1) + near.prefix(1) + alike.prefix(1))
      .filter { seen.insert($0).inserted }
    return moving + chosen.prefix(Self.restingPartners)
  }
}
