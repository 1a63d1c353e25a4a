/// A failure as it is kept for the next run.
public struct SavedFailure: Hashable, Sendable {
  /// The text of a ``ReplayToken``.
  public let token: String
  /// Which defect it is.
  public let origin: String
  /// The value, printed, for whoever looks into the store.
  public let description: String

  /// A failure to keep.
  public init(token: String, origin: String, description: String) {
    self.token = token
    self.origin = origin
    self.description = description
  }
}
