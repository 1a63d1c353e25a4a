import PropertyTesting
import Synchronization
import Testing

/// Runs a property so that the issues of thousands of cases are seen by nobody but the search.
enum SilentRun {
  /// The issues of the case that is being judged.
  private final class Collector: Sendable {
    private let issues = Mutex<[Issue]>([])

    func add(_ issue: Issue) { issues.withLock { $0.append(issue) } }

    /// The issues so far, which are forgotten.
    func take() -> [Issue] {
      issues.withLock { issues in
        defer { issues = [] }
        return issues
      }
    }
  }

  /// Where the issues of the case go that the current task judges.
  @TaskLocal private static var collector: Collector?

  /// What came of a run.
  static func outcome<Value>(
    of runner: PropertyRunner, _ generator: Generator<Value>, workers: Int,
    _ property: @escaping @Sendable (Value, Observations) throws -> Void
  ) async -> PropertyOutcome {
    guard let test = Test.current else {
      return PropertyOutcome(runner.run(generator, property: property))
    }
    let outcome = Mutex(PropertyOutcome(problem: "the run was not performed"))
    let silence: IssueHandlingTrait = .compactMapIssues { issue in
      collector?.add(issue)
      return nil
    }
    do {
      try await silence.provideScope(for: test, testCase: Test.Case.current) { @concurrent in
        let report =
          workers > 1
          ? await runner.run(generator, workers: workers) { try judge($0, $1, property) }
          : runner.run(generator) { try judge($0, $1, property) }
        let result = PropertyOutcome(report)
        outcome.withLock { $0 = result }
      }
    } catch {
      return PropertyOutcome(problem: "the run failed: \(error)")
    }
    return outcome.withLock { $0 }
  }

  /// Judges one case; issues that it recorded are failures as much as errors that it throws.
  private static func judge<Value>(
    _ value: Value, _ observations: Observations,
    _ property: (Value, Observations) throws -> Void
  ) throws {
    let collector = Collector()
    var thrown: (any Error)?
    do {
      try $collector.withValue(collector) { try property(value, observations) }
    } catch {
      thrown = error
    }
    // An issue counts even if the case is given up after it.
    let issues = collector.take().filter(\.isFailure)
    if let issue = issues.first {
      throw PropertyFailure(
        issues.map { "\($0)" }.joined(separator: "\n"), origin: origin(of: issue))
    }
    if let thrown { throw thrown }
  }

  /// Two issues of one line of a test are one defect.
  private static func origin(of issue: Issue) -> String {
    guard let place = issue.sourceLocation else { return "issue" }
    return "\(place.fileID):\(place.line):\(place.column)"
  }
}
