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
  /// Tells the spans of this generator from those of others; 0 when it opens none.
  let label: UInt64
  let body: @Sendable (ChoiceSource) throws -> Value

  /// A generator for a part of a value, such as a record.
  ///
  /// - Parameters:
  ///   - name: What is made, such as "column". Saved cases find their way by it, so that they
  ///     survive changes elsewhere; without a name the place in the file serves within one build.
  ///   - body: Draws from the source it is given. It rejects a case by throwing a ``Rejection``.
  public init(
    _ name: String = "", line: UInt = #line, column: UInt = #column,
    _ body: @escaping @Sendable (ChoiceSource) throws -> Value
  ) {
    label =
      name.isEmpty
      ? UInt64(ChoiceSource.site(line, column)) | 1 << 32 : Fingerprint.fnv1a(name.utf8)
    self.body = body
  }

  /// A generator whose choices belong to whatever draws it: a single choice, or a collection.
  init(inline body: @escaping @Sendable (ChoiceSource) throws -> Value) {
    label = 0
    self.body = body
  }
}
