import MigrationEngine

extension CheckReport {
  /// The report for people.
  public func text(color: Bool = false) -> String {
    var parts = [heading]
    if !findings.isEmpty { parts.append(Finding.render(findings, color: color)) }
    if !disagreements.isEmpty { parts.append(Finding.render(disagreements, color: color)) }
    parts.append(summary.map { $0 + "\n" }.joined())
    return parts.joined(separator: "\n")
  }

  private var heading: String {
    "\(directory): \(counted(migrationCount, "migration")), \(dialect.displayName)"
      + " (\(dialectReason))\n"
  }

  private var summary: [String] {
    [verdict, followers, silence].compactMap { $0 } + skippedFiles.map { "passed over: \($0)" }
  }

  private var verdict: String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    let ran =
      "\(counted(statementCount, "statement")) ran from nothing on: "
      + engines.joined(separator: ", ")
    if errors == 0, disagreements.isEmpty, engines.count == 1, !unmodelled.isEmpty {
      return "Nothing is refused, as far as it is known. \(ran)."
    }
    if errors == 0, disagreements.isEmpty {
      return "Clean" + (warnings > 0 ? ", with \(counted(warnings, "warning"))" : "") + ". \(ran)."
    }
    let counts = [counted(errors, "error")] + (warnings > 0 ? [counted(warnings, "warning")] : [])
    return "\(counts.joined(separator: ", ")). \(ran)."
  }

  private var followers: String? {
    followingCount == 0
      ? nil
      : "\(counted(followingCount, "more refusal")) only because of these, not shown."
  }

  private var silence: String? {
    guard !unmodelled.isEmpty else { return nil }
    let count = unmodelled.reduce(0) { $0 + $1.count }
    let lines = unmodelled.prefix(Self.shownReasons).map {
      "  \($0.count) × \($0.reason) (first at \($0.firstPlace))"
    }
    let rest = unmodelled.count - lines.count
    return
      ([
        "The model of the catalog is silent on \(counted(count, "statement"))"
          + (engines.count > 1 ? "; the engine ran them:" : ", so nothing is said of them:")
      ] + lines + (rest > 0 ? ["  and \(counted(rest, "further reason")); see --format json"] : []))
      .joined(separator: "\n")
  }

  private static let shownReasons = 5
}
