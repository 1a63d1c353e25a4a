/// One way to look for a simpler case that still fails.
///
/// - Invariant: A pass considers a finite number of candidates, the same ones for the same case; it
///   holds no state. All it knows of the property is what ``ShrinkTarget/consider(_:)`` tells it.
protocol ShrinkPass: Sendable {
  /// The pass's name in statistics.
  var name: String { get }

  /// Looks for simpler cases until it finds no more, or has spent what it allows itself.
  func run(on target: ShrinkTarget)
}

extension ShrinkPass {
  /// The pass's name in statistics.
  var name: String { String(describing: Self.self) }
}

/// Passes that run together until none of them helps any more.
struct ShrinkStage: Sendable {
  let passes: [any ShrinkPass]
  /// Whether the stage goes on while it helps, or once it helped hands back to the first stage.
  let repeats: Bool
}
