/// Exchanges of two values throughout a case: which table is number 0 does not matter.
///
/// Numbers with the same bounds form a class, and so do characters of one alphabet. Values are exchanged in a whole class, in what was
/// drawn at one place of the source, or in all but that.
struct ValueSwaps {
  private struct Class: Hashable {
    let kind: Choice.Kind
    let lower: Int
    let upper: Int
  }

  let target: ShrinkTarget

  /// Exchanges that could help, in the order in which their classes first occur.
  var changes: [[ChoiceChange]] {
    var sites: [Class: [UInt32: Set<Int>]] = [:]
    var order: [Class] = []
    for choice in target.choices where isNameLike(choice) {
      let key = Class(kind: choice.kind, lower: choice.lower, upper: choice.upper)
      if sites[key] == nil { order.append(key) }
      sites[key, default: [:]][choice.site, default: []].insert(choice.value)
    }
    return order.flatMap { key in swaps(in: key, sites[key] ?? [:]) }
  }

  private func isNameLike(_ choice: Choice) -> Bool {
    (choice.isNumeric || choice.kind == .character) && choice.isFree
      && (choice.domainSize ?? .max) <= 256
  }

  private func swaps(in key: Class, _ sites: [UInt32: Set<Int>]) -> [[ChoiceChange]] {
    var found: [[ChoiceChange]] = []
    for chosen in subsets(of: sites.keys.sorted()) {
      let present = Set(chosen.flatMap { sites[$0] ?? [] }).sorted()
      for value in present where value > key.lower {
        for other in key.lower..<min(value, key.lower + 3) {
          let swap = exchange(value, other, in: key, chosen)
          if swap.count > 1 { found.append(swap) }
        }
      }
    }
    return found
  }

  private func subsets(of sites: [UInt32]) -> [Set<UInt32>] {
    let all = Set(sites)
    guard sites.count > 1, sites.count <= 8 else { return [all] }
    let allButOne = sites.map { all.subtracting([$0]) }
    return [all] + allButOne + (sites.count > 2 ? sites.map { [$0] } : [])
  }

  private func exchange(
    _ value: Int, _ other: Int, in key: Class, _ sites: Set<UInt32>
  ) -> [ChoiceChange] {
    target.choices.indices.compactMap { place in
      let choice = target.choices[place]
      guard isNameLike(choice), choice.lower == key.lower, choice.upper == key.upper,
        choice.kind == key.kind,
        sites.contains(choice.site)
      else { return nil }
      if choice.value == value { return ChoiceChange(place, other) }
      return choice.value == other ? ChoiceChange(place, value) : nil
    }
  }
}
