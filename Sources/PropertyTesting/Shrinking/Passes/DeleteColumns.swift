/// Deletes a column: the same part of every sibling, where a number before them says how many parts
/// each has.
struct DeleteColumns: ShrinkPass {
  private static let mostColumns = 32

  func run(on target: ShrinkTarget) {
    while target.stopped == nil, deleteOne(on: target) {}
  }

  private func deleteOne(on target: ShrinkTarget) -> Bool {
    target.siblingGroups.contains { group in
      let rows = group.map { target.parts(after: target.spans[$0].opened) }
      let width = rows[0].count
      guard (2...Self.mostColumns).contains(width), rows.allSatisfy({ $0.count == width }),
        let count = target.earlierNumber(equalTo: width, before: target.spans[group[0]].start),
        target.choices[count].value > target.choices[count].lower
      else { return false }
      return (0..<width).reversed().contains { column in
        target.consider([ChoiceChange(count, width - 1)], cutting: rows.map { $0[column] })
      }
    }
  }
}
