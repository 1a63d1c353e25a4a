/// Lowers a number while the next one goes as far up as it can: for products, and other trades in
/// which the two do not move by equal steps.
///
/// What comes first counts more, so the trade is a gain; afterwards the second is lowered again.
struct TradeNumbers: ShrinkPass {
  /// Numbers of wider domains are left alone.
  private static let widestDomain: UInt = 1 << 20

  func run(on target: ShrinkTarget) {
    var place = 0
    while place < target.choices.count, target.stopped == nil {
      if mayTrade(target.choices[place]) { trade(place, on: target) }
      place += 1
    }
  }

  private func mayTrade(_ choice: Choice) -> Bool {
    choice.isNumeric && !choice.isSimplest && choice.value > choice.simplest
      && (choice.domainSize ?? .max) <= Self.widestDomain
  }

  private func trade(_ first: Int, on target: ShrinkTarget) {
    let partner = target.choices.indices.dropFirst(first + 1).first { mayTrade(target.choices[$0]) }
    guard let partner, target.choices[partner].value < target.choices[partner].upper else { return }
    func consider(_ distance: UInt) -> Bool {
      guard first < target.choices.count, partner < target.choices.count,
        let value = target.choices[first].value(atDistance: distance, below: false)
      else { return false }
      return target.consider([
        ChoiceChange(first, value), ChoiceChange(partner, target.choices[partner].upper),
      ])
    }
    guard consider(target.choices[first].distance - 1) else { return }
    var floor: UInt = 0
    while first < target.choices.count, floor + 1 < target.choices[first].distance {
      let middle = floor + (target.choices[first].distance - floor) / 2
      if !consider(middle) { floor = middle }
      if target.stopped != nil { return }
    }
  }
}
