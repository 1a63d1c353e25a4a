/// How to make a value out of choices.
///
/// A generator is an ordinary closure that draws from a source:
///
/// ```swift
/// let point = Generator("point") { source in
///   Point(x: try source.integer(in: -9...9), y: try source.integer(in: -9...9))
/// }
/// ```
///
/// It has to be a function of what it draws: no clock, no other randomness. Then every value it
/// makes can be replayed and shrunk, however it was composed.
public struct Generator<Value>: Sendable {
  /// Tells the spans of this generator from those of others, if it opens one.
  let label: SpanLabel
  let body: @Sendable (ChoiceSource) throws -> Value

  /// A generator for a part of a value, such as a record.
  ///
  /// `name`: what is made, such as "column". Saved cases find their way by it, so that they
  /// survive changes elsewhere; without a name the place in the file serves within one build.
  /// `body`: draws from the source it is given. It rejects a case by throwing a ``Rejection``.
  public init(
    _ name: String = "", line: UInt = #line, column: UInt = #column,
    _ body: @escaping @Sendable (ChoiceSource) throws -> Value
  ) {
    label =
      name.isEmpty
      ? SpanLabel(at: ChoiceSource.site(line, column), drawing: 1)
      : SpanLabel(named: name)
    self.body = body
  }

  /// A generator whose choices belong to whatever draws it: a single choice, or a collection.
  init(inline body: @escaping @Sendable (ChoiceSource) throws -> Value) {
    label = .none
    self.body = body
  }
}
