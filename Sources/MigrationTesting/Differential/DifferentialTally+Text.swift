package import SQLSyntax

extension DifferentialTally {
  /// The share of statements that the model does not know.
  package var unmodelledShare: Double {
    statements == 0 ? 0 : Double(unmodelled) / Double(statements)
  }

  /// The share of statements of real histories that it would not know: each kind's share, weighted
  /// by the frequency of the kind there.
  package func weightedUnmodelledShare(_ dialect: Dialect) -> Double {
    var total = 0.0
    var unknown = 0.0
    for (kind, frequency) in StatementFrequencies.of(dialect) {
      guard let tally = kinds[kind], tally.drawn > 0 else { continue }
      total += Double(frequency)
      unknown += Double(frequency) * Double(tally.unmodelled) / Double(tally.drawn)
    }
    return total == 0 ? 0 : unknown / total
  }

  /// One line.
  package var summary: String {
    "\(statements) statements: \(accepted) accepted, \(refused) refused alike, "
      + "\(decidedByRows) decided by rows, \(unmodelled) unmodelled "
      + "(\(percent(unmodelledShare))), \(known.values.reduce(0, +)) known differences, "
      + "\(catalogs) catalogs and \(digests) sets of row digests compared, \(cut) cut off"
  }

  /// A table of kinds and what became of them, then of the refusals that each met.
  package func coverage(_ dialect: Dialect) -> String {
    var lines = [
      "kind | drawn | accepted | refused | unmodelled | share in histories"
    ]
    let frequencies = Dictionary(uniqueKeysWithValues: StatementFrequencies.of(dialect))
    let total = Double(frequencies.values.reduce(0, +))
    for (kind, tally) in kinds.sorted(by: { ($0.value.drawn, $1.key) > ($1.value.drawn, $0.key) }) {
      let share = frequencies[kind].map { percent(Double($0) / total) } ?? "-"
      lines.append(
        "\(kind) | \(tally.drawn) | \(tally.accepted) | \(tally.refused) | \(tally.unmodelled) "
          + "| \(share)")
      for (check, hits) in (refusals[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
        lines.append("  \(check) × \(hits)")
      }
    }
    lines.append(
      "unmodelled, weighted by histories: \(percent(weightedUnmodelledShare(dialect)))")
    for (reason, hits) in reasons.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
      lines.append("  unmodelled × \(hits): \(reason)")
    }
    return lines.joined(separator: "\n")
  }

  private func percent(_ share: Double) -> String {
    "\((share * 10_000).rounded() / 100) %"
  }
}
