/// How a migration's statements differ from what they once were, by the checksums of their tokens.
package enum StatementChange: Hashable, Sendable {
  /// The statement at `earlier` became the one at `later`.
  case changed(earlier: Int, later: Int)
  case removed(earlier: Int)
  case added(later: Int)

  /// The least set of changes that makes the earlier statements the later ones, in order.
  ///
  /// Positions count from 0 in the list they belong to. What stands between two unchanged
  /// statements is paired from the front, and only what is left over was removed or added.
  package static func changes(from earlier: [Checksum], to later: [Checksum]) -> [StatementChange] {
    let difference = later.difference(from: earlier)
    let removed = Set(difference.removals.map(\.offset))
    let added = Set(difference.insertions.map(\.offset))
    var changes: [StatementChange] = []
    var (old, new) = (0, 0)
    while old < earlier.count || new < later.count {
      let isRemoved = removed.contains(old)
      let isAdded = added.contains(new)
      switch (isRemoved, isAdded) {
      case (true, true): changes.append(.changed(earlier: old, later: new))
      case (true, false): changes.append(.removed(earlier: old))
      case (false, true): changes.append(.added(later: new))
      case (false, false): break
      }
      if isRemoved || !isAdded { old += 1 }
      if isAdded || !isRemoved { new += 1 }
    }
    return changes
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
