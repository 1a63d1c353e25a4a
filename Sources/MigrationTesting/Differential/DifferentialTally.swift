/// What became of the statements of differential runs.
package struct DifferentialTally: Sendable {
  package var statements = 0
  package var accepted = 0
  package var refused = 0
  /// The engine refused for rows that the model did not have.
  package var decidedByRows = 0
  package var unmodelled = 0
  package var known: [String: Int] = [:]
  package var catalogs = 0
  package var digests = 0
  /// Statements that a sequence lost because the sides could not be brought together again.
  package var cut = 0
  /// Statements drawn, accepted, refused and unmodelled of each kind.
  package var kinds: [String: KindTally] = [:]
  package var reasons: [String: Int] = [:]
  /// How often a kind met each refusal: the code and the words without names.
  package var refusals: [String: [String: Int]] = [:]

  package struct KindTally: Sendable {
    package var drawn = 0
    package var accepted = 0
    package var refused = 0
    package var unmodelled = 0
  }

  package init() {}

  package mutating func add(_ other: DifferentialTally) {
    statements += other.statements
    accepted += other.accepted
    refused += other.refused
    decidedByRows += other.decidedByRows
    unmodelled += other.unmodelled
    catalogs += other.catalogs
    digests += other.digests
    cut += other.cut
    known.merge(other.known, uniquingKeysWith: +)
    reasons.merge(other.reasons, uniquingKeysWith: +)
    refusals.merge(other.refusals) { $0.merging($1, uniquingKeysWith: +) }
    for (kind, tally) in other.kinds {
      kinds[kind, default: KindTally()].drawn += tally.drawn
      kinds[kind, default: KindTally()].accepted += tally.accepted
      kinds[kind, default: KindTally()].refused += tally.refused
      kinds[kind, default: KindTally()].unmodelled += tally.unmodelled
    }
  }
}
