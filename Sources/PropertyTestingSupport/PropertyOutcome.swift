import PropertyTesting
import Testing

/// What a test run is told of a property: only text, so that it may come from anywhere.
struct PropertyOutcome: Sendable {
  /// What failed, and why; `nil` when the property holds.
  private(set) var problem: String?
  /// What makes the verdict worth less.
  var warnings: [String] = []
  /// Failures to keep for the next run.
  private(set) var failures: [SavedFailure] = []
  /// Saved failures that do not fail any more.
  private(set) var fixed: [SavedFailure] = []

  init(problem: String) { self.problem = problem }

  init<Value>(_ report: RunReport<Value>) {
    failures = report.counterexamples.map(\.saved) + report.generatorFailures
    fixed = report.fixed
    if report.holds {
      warnings =
        report.isReplay
        ? [report.text] : report.findings.map { "\($0.kind.rawValue): \($0.message)" }
    } else {
      problem = report.text
    }
  }

  /// Records one issue for what failed, and a warning for each doubt.
  func record(at sourceLocation: SourceLocation, named name: String) {
    for warning in warnings {
      Issue.record(
        Comment(rawValue: warning), severity: .warning, sourceLocation: sourceLocation)
    }
    guard let problem else { return }
    let text = ([problem] + failures.map(replayLine)).joined(separator: "\n")
    for (number, failure) in failures.enumerated() {
      Attachment.record(
        "\(failure.description)\n\n\(failure.token)\n",
        named: "counterexample\(number == 0 ? "" : "-\(number + 1)").txt",
        sourceLocation: sourceLocation)
    }
    Attachment.record(text, named: "report.txt", sourceLocation: sourceLocation)
    Issue.record(Comment(rawValue: text), sourceLocation: sourceLocation)
  }

  private func replayLine(_ failure: SavedFailure) -> String {
    "SHAKETABLE_REPLAY=\(failure.token) swift test\(PropertyName.filter)"
  }
}
