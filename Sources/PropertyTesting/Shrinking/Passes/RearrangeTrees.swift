/// Exchanges any two spans of one label that do not hold each other, and then sorts siblings.
///
/// Trees of the same nodes have many shapes of one size. An exchange alone seldom gives a tree that
/// still fails; two of them often do. Replaying is cheap and most results are not simpler, so few
/// are evaluated.
struct RearrangeTrees: ShrinkPass {
  private static let mostSpans = 16
  private static let mostEvaluations = 200
  private static let mostReplays = 4_000

  func run(on target: ShrinkTarget) {
    let (evaluations, replays) = (target.evaluations, target.replays)
    func mayGoOn() -> Bool {
      target.evaluations - evaluations < Self.mostEvaluations
        && target.replays - replays < Self.mostReplays && target.stopped == nil
    }
    while mayGoOn(), exchangeOnce(on: target, while: mayGoOn) {}
  }

  private func exchangeOnce(on target: ShrinkTarget, while mayGoOn: () -> Bool) -> Bool {
    let once = exchanges(in: target.script)
    for candidate in once where mayGoOn() && target.consider(candidate) { return true }
    for candidate in once {
      for second in exchanges(in: candidate) where mayGoOn() && target.consider(second) {
        return true
      }
    }
    return false
  }

  /// The script with two of its spans exchanged, for every two that may be.
  private func exchanges(in script: [ScriptToken]) -> [[ScriptToken]] {
    var found: [[ScriptToken]] = []
    for spans in spansByLabel(script) where spans.count <= Self.mostSpans {
      for (place, first) in spans.enumerated() {
        for second in spans[(place + 1)...]
        where first.upperBound <= second.lowerBound && script[first] != script[second] {
          var exchanged = Array(script[..<first.lowerBound])
          exchanged += script[second]
          exchanged += script[first.upperBound..<second.lowerBound]
          exchanged += script[first]
          exchanged += script[second.upperBound...]
          found.append(exchanged)
        }
      }
    }
    return found
  }

  /// Spans whose label occurs at different depths: only recursive values have any.
  private func spansByLabel(_ script: [ScriptToken]) -> [[Range<Int>]] {
    var spans: [SpanLabel: [Range<Int>]] = [:]
    var nested: [SpanLabel] = []
    var open: [Int] = []
    for (place, token) in script.enumerated() {
      if token.tag == .open {
        let isNested = open.contains { script[$0].label == token.label }
        if isNested, !nested.contains(token.label) { nested.append(token.label) }
        open.append(place)
      } else if token.tag == .close, let start = open.popLast() {
        spans[script[start].label, default: []].append(start..<(place + 1))
      }
    }
    return nested.map { label in (spans[label] ?? []).sorted { $0.lowerBound < $1.lowerBound } }
  }
}
