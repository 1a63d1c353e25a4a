package import Migrations

/// A set of migrations with all splits carried out, as text.
package struct MendedSet: Hashable, Sendable {
  /// Every file, new ones included, in filename order.
  package let files: [MendedFile]
  /// What was done, in the order in which it was done.
  package let splits: [SplitProposal]
  /// Whether the files have an order that runs; where not, what is left cannot be mended by moving
  /// statements.
  package let isResolved: Bool

  init(files: [MendedFile], splits: [SplitProposal], isResolved: Bool) {
    self.files = files
    self.splits = splits
    self.isResolved = isResolved
  }
}

/// A file of a mended set.
package struct MendedFile: Hashable, Sendable {
  package enum Change: String, Hashable, Sendable {
    /// Byte for byte as it was.
    case unchanged
    /// Statements were taken out or put in another order; the rest is byte for byte as it was.
    case changed
    case new
  }

  package var name: Migration.ID
  package var utf8: [UInt8]
  package var change: Change

  package init(name: Migration.ID, utf8: [UInt8], change: Change) {
    self.name = name
    self.utf8 = utf8
    self.change = change
  }

  package var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension DependencyResolver {
  /// Splits files until an order is possible, or until no split helps.
  ///
  /// Each split takes statements out of a file for good, so there are at most as many as statements
  /// and foreign keys.
  package func mend(_ set: MigrationSet) -> MendedSet {
    let solver = Solver(existing: existing)
    let splitter = CycleSplitter(existing: existing)
    var work = WorkingSet(set)
    var splits: [SplitProposal] = []
    var solution = solver.solve(work)
    while let split = nextSplit(splitter, work, solution) {
      splits.append(split.proposal)
      work = split.work
      solution = solver.solve(work)
    }
    guard let files = MendedText(work: work, splits: splits).files() else {
      return MendedSet(files: [], splits: [], isResolved: false)
    }
    return MendedSet(files: files, splits: splits, isResolved: solution.isClean)
  }

  private func nextSplit(
    _ splitter: CycleSplitter, _ work: WorkingSet, _ solution: Solver.Solution
  ) -> CycleSplitter.Split? {
    for edge in solution.misplaced {
      if let split = splitter.reorder(unit: Int(edge.from), in: work, solution) { return split }
    }
    guard solution.misplaced.isEmpty else { return nil }
    for component in solution.outcome.cyclic {
      guard let cycle = CycleReport(work: work, solution: solution).cycle(among: component) else {
        continue
      }
      if let split = splitter.split(cycle, among: component, in: work, solution) { return split }
    }
    return nil
  }
}
