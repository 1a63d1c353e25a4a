/// A run of choices that belong together: an element of a list, a record, a branch taken.
///
/// Spans nest. Shrink passes delete, move and replace whole spans, and a replay never lets what is
/// deleted inside one span shift what another reads.
public struct ChoiceSpan: Hashable, Sendable {
  /// What the choices of a span make up.
  public enum Role: UInt8, Sendable {
    /// A value drawn by one generator.
    case group
    /// A collection: its count, if it was free, then its elements.
    case list
    /// One element of a list.
    case element
    /// Holds no choice: it marks where a member of a pool was made.
    case member
  }

  /// What the choices make up.
  public let role: Role
  /// Which generator drew it: equal labels mean the same generator.
  public let label: SpanLabel
  /// The first choice inside.
  public let start: Int
  /// The first choice after it.
  public internal(set) var end: Int
  /// The place of the enclosing span in the sequence's list of spans; -1 at the top.
  public let parent: Int
  /// When it was opened and closed, counting every choice, opening and closing of the sequence.
  let opened: Int
  var closed: Int

  var count: Int { end - start }
}
