/// What is already known, so that no case is judged twice.
///
/// Scripts are remembered as written, and sequences as they came out, because many scripts come out
/// the same. Both are bounded: when full, they forget everything and start again.
struct VerdictCache: ShrinkCache {
  private var scripts: Set<Fingerprint> = []
  private var verdicts: [Fingerprint: Bool] = [:]
  private let capacity: Int

  init(capacity: Int = 1 << 20) { self.capacity = capacity }

  /// Notes that a script is being tried.
  ///
  /// - Returns: Whether it was new.
  mutating func isNew(script: [ScriptToken]) -> Bool {
    if scripts.count >= capacity { scripts.removeAll() }
    return scripts.insert(Fingerprint(of: script)).inserted
  }

  /// Whether a sequence failed when it was judged; `nil` when it never was.
  func hasFailed(_ sequence: Fingerprint) -> Bool? { verdicts[sequence] }

  mutating func remember(_ sequence: Fingerprint, hasFailed: Bool) {
    if verdicts.count >= capacity { verdicts.removeAll() }
    verdicts[sequence] = hasFailed
  }
}
