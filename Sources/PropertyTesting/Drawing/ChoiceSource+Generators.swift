extension ChoiceSource {
  /// How many generators may draw within one another before the stack would end.
  private static var deepest: Int { 1_000 }

  /// Draws a value of a generator.
  public func draw<Value>(_ generator: Generator<Value>) throws -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Rejection.tooDeep(limit: Self.deepest) }
    guard generator.label != .none else { return try generator.body(self) }
    begin(.group, label: generator.label)
    let value = try generator.body(self)
    end()
    return value
  }

  /// Draws a value and names its part in the whole, such as a field of a record.
  ///
  /// A saved case finds a named part again after the generator was edited: other parts may be
  /// added, removed or moved.
  public func draw<Value>(_ generator: Generator<Value>, as name: String) throws -> Value {
    try group(name) { source in try source.draw(generator) }
  }

  /// Marks what is drawn in a closure as belonging together.
  public func group<Value>(_ name: String, _ body: (ChoiceSource) throws -> Value) throws -> Value {
    begin(.group, label: SpanLabel(named: name))
    let value = try body(self)
    end()
    return value
  }
}
