public import Testing

/// Replays one case of the properties of a test, instead of searching.
///
/// It is for looking into a failure, and does not belong into the repository: a test that has the
/// trait fails, whatever the case does.
public struct ReplayingTrait: TestTrait, SuiteTrait, TestScoping {
  /// The text of the token in force.
  @TaskLocal static var token: String?

  private let text: String
  private let sourceLocation: SourceLocation

  init(_ text: String, sourceLocation: SourceLocation) {
    self.text = text
    self.sourceLocation = sourceLocation
  }

  /// Runs a test with the token in force, and then complains that it was left there.
  @concurrent public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    defer {
      Issue.record(
        "`.replaying` replays one case and searches no others; remove it when you are done",
        sourceLocation: sourceLocation)
    }
    try await Self.$token.withValue(text) { try await function() }
  }
}

extension Trait where Self == ReplayingTrait {
  /// Replays the case of a token, which a failing property printed.
  public static func replaying(
    _ token: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> ReplayingTrait {
    ReplayingTrait(token, sourceLocation: sourceLocation)
  }
}
