/// Deletes an element and what belongs to it elsewhere, and renumbers what refers to later elements.
///
/// What belongs to it are the elements of the same place in lists as long as its own, or shorter by
/// one. References are plain numbers; those above the deleted place go down by one.
struct DeleteAndRenumber: ShrinkPass {
  /// Larger numbers are not taken for references.
  private static let largestReference = 10_000

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, deleteOne(on: target) {}
  }

  private func deleteOne(on target: ShrinkTarget) -> Bool {
    for list in target.lists {
      let groups = parallelGroups(to: list, on: target)
      for place in list.elements.indices.reversed()
      where delete(place, of: list, groups, on: target) {
        return true
      }
    }
    return false
  }

  private func parallelGroups(to list: ElementList, on target: ShrinkTarget) -> [[Int]] {
    target.siblingGroups.filter { group in
      group != list.elements && (0...1).contains(list.elements.count - group.count)
        && !list.elements.contains(target.spans[group[0]].parent)
    }
  }

  private func delete(
    _ place: Int, of list: ElementList, _ groups: [[Int]], on target: ShrinkTarget
  ) -> Bool {
    let own = target.whole(list.elements[place])
    let parallel = disjoint(
      groups.compactMap { group in
        let index = place - (list.elements.count - group.count)
        return index >= 0 ? target.whole(group[index]) : nil
      }.filter { !$0.overlaps(own) })
    for cuts in parallel.isEmpty ? [[own]] : [[own] + parallel, [own]] {
      let count = ChoiceChange(list.count, target.choices[list.count].value - 1)
      if cuts.count > 1, target.consider([count], cutting: cuts) { return true }
      for floor in [place, place - 1] {
        let changes = renumbered(above: floor, except: list.count, outside: cuts, on: target)
        if !changes.isEmpty, target.consider([count] + changes, cutting: cuts) { return true }
      }
    }
    return false
  }

  private func renumbered(
    above floor: Int, except count: Int, outside cuts: [Range<Int>], on target: ShrinkTarget
  ) -> [ChoiceChange] {
    target.choices.indices.compactMap { place in
      let choice = target.choices[place]
      guard choice.isNumeric, choice.value > max(floor, choice.lower), place != count,
        choice.upper < Self.largestReference,
        !cuts.contains(where: { $0.contains(target.places[place]) })
      else { return nil }
      return ChoiceChange(place, choice.value - 1)
    }
  }

  /// The ranges that lie in no other.
  private func disjoint(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.filter { range in
      !ranges.contains {
        $0 != range && $0.lowerBound <= range.lowerBound
          && $0.upperBound >= range.upperBound
      }
    }
  }
}
