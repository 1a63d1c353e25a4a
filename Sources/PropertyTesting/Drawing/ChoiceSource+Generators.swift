extension ChoiceSource {
  /// Draws a value of a generator.
  public func draw<Value>(_ generator: Generator<Value>) throws -> Value {
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
