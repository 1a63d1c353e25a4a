extension PlanReport {
  /// The plan for people: the order, what moved and why, then what is wrong.
  public func text(color: Bool = false) -> String {
    var parts = [
      "\(directory): \(counted(migrations.count, "migration")), \(dialect.displayName)"
        + " (\(dialectReason))\n"
    ]
    parts.append(isOrdered ? orderText : cyclesText)
    if !findings.isEmpty { parts.append(Finding.render(findings, color: color)) }
    parts.append(closing)
    return parts.joined(separator: "\n")
  }

  private var orderText: String {
    let width = migrations.map(\.file.count).max() ?? 0
    return migrations.enumerated().map { position, migration in
      let number =
        String(repeating: " ", count: 4 - min(4, "\(position + 1)".count))
        + "\(position + 1)"
      guard migration.isMoved else { return "\(number)  \(migration.file)\n" }
      let padding = String(repeating: " ", count: max(0, width - migration.file.count))
      return "\(number)  \(migration.file)\(padding)  moved from"
        + " \(migration.filenamePosition + 1)\n"
        + migration.moveReasons.map { "        \($0)\n" }.joined()
    }.joined()
  }

  private var cyclesText: String {
    "No order of these files runs:\n"
      + cycles.map { cycle in
        "  \((cycle + cycle.prefix(1)).joined(separator: " needs "))\n"
      }.joined()
  }

  private var closing: String {
    let errors = findings.count { $0.severity == .error }
    let moved = migrations.count { $0.isMoved }
    var lines = skippedFiles.map { "passed over: \($0)\n" }
    if !isOrdered {
      lines.append(
        mended.map { mended in
          "`--fix OUTDIR` writes a set that runs. It would\n"
            + mended.changes.map { "  \($0)\n" }.joined()
        } ?? "No split of the files breaks \(cycles.count == 1 ? "the circle" : "the circles").\n")
    } else if moved > 0 {
      lines.append("\(counted(moved, "file")) moved. `--fix OUTDIR` writes the set renamed.\n")
    } else if errors == 0 {
      lines.append("Filename order runs.\n")
    }
    if errors > 0 { lines.append("\(counted(errors, "error")).\n") }
    return lines.joined()
  }
}
