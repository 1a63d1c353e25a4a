/// Lowers equal numbers together: all that are equal, and those drawn at one place in the source.
///
/// It runs before ``LowerNumbers``, which would tear them apart.
struct LowerEqualNumbers: ShrinkPass {
  private struct Group: Hashable {
    let value: Int
    let site: UInt32?
  }

  func run(on target: ShrinkTarget) {
    var groups: [Group: [Int]] = [:]
    var order: [Group] = []
    for (place, choice) in target.choices.enumerated() where choice.isNumeric && !choice.isSimplest
    {
      for group in [
        Group(value: choice.value, site: nil), Group(value: choice.value, site: choice.site),
      ] {
        if groups[group] == nil { order.append(group) }
        groups[group, default: []].append(place)
      }
    }
    for group in order {
      let places = (groups[group] ?? []).filter { place in
        guard place < target.choices.count else { return false }
        let choice = target.choices[place]
        return choice.isNumeric && choice.value == group.value
      }
      if places.count > 1 {
        NumberSearch(places: places, target: target, isThorough: false).run()
      }
    }
  }
}
