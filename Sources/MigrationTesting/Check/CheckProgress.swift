/// How far a check is.
public struct CheckProgress: Hashable, Sendable {
  /// What is being done.
  public enum Stage: String, Hashable, Sendable {
    case onCatalog = "catalog"
    case onEngine = "engine"
  }

  /// What is being done.
  public var stage: Stage
  /// Migrations done, of how many.
  public var done: Int
  /// All migrations.
  public var total: Int

  package init(stage: Stage, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}
