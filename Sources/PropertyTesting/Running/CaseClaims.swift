import Synchronization

/// Which cases of a batch were taken by a worker, so that equal ones are judged once.
final class CaseClaims: Sendable {
  private let taken = Mutex<Set<Fingerprint>>([])

  /// - Returns: Whether nobody had taken the case before.
  func claim(_ fingerprint: Fingerprint) -> Bool {
    taken.withLock { $0.insert(fingerprint).inserted }
  }

  /// The results of a batch in order; of equal cases the first iteration has the verdict, whichever
  /// worker came to it first.
  static func settled(_ results: [CaseResult]) -> [CaseResult] {
    var results = results
    var first: [Fingerprint: Int] = [:]
    for place in results.indices where results[place].wasDrawn {
      guard let earlier = first[results[place].fingerprint] else {
        first[results[place].fingerprint] = place
        continue
      }
      guard results[earlier].verdict == nil, results[place].verdict != nil else { continue }
      let iterations = (results[earlier].iteration, results[place].iteration)
      results.swapAt(earlier, place)
      results[earlier].iteration = iterations.0
      results[place].iteration = iterations.1
    }
    return results
  }
}
