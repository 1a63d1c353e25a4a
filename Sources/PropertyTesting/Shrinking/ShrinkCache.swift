/// Remembers what was tried; ``VerdictCache`` is the one in use.
protocol ShrinkCache {
  /// Notes that a script is being tried, and says whether it was new.
  mutating func isNew(script: [ScriptToken]) -> Bool
  /// Whether a sequence failed when it was judged; `nil` when it never was.
  func hasFailed(_ sequence: Fingerprint) -> Bool?
  /// Notes a verdict.
  mutating func remember(_ sequence: Fingerprint, hasFailed: Bool)
}
