extension Generator {
  /// Arrays of this generator's values.
  public func array(
    count: ClosedRange<Int> = 0...50, line: UInt = #line, column: UInt = #column
  ) -> Generator<[Value]> {
    Generator<[Value]>(inline: { source in
      try source.array(count: count, of: self, line: line, column: column)
    })
  }

  /// Arrays whose elements differ in some respect.
  public func uniqueArray<Key: Hashable & SendableMetatype>(
    count: ClosedRange<Int> = 0...50, by key: @escaping @Sendable (Value) -> Key,
    line: UInt = #line, column: UInt = #column
  ) -> Generator<[Value]> {
    let site = ChoiceSource.site(line, column)
    return Generator<[Value]>(inline: { source in
      var seen: Set<Key> = []
      return try source.arrayOfSuitable(count: count, site: site) { source in
        let value = try source.draw(self)
        return seen.insert(key(value)).inserted ? value : nil
      }
    })
  }

  /// Sets of this generator's values.
  public func set(
    count: ClosedRange<Int> = 0...50, line: UInt = #line, column: UInt = #column
  ) -> Generator<Set<Value>> where Value: Hashable & SendableMetatype {
    uniqueArray(count: count, by: { $0 }, line: line, column: column).map { Set($0) }
  }

  /// Dictionaries from this generator's values to another's.
  public func dictionary<Other>(
    to values: Generator<Other>, count: ClosedRange<Int> = 0...50, line: UInt = #line,
    column: UInt = #column
  ) -> Generator<[Value: Other]> where Value: Hashable & SendableMetatype {
    paired(with: values).uniqueArray(count: count, by: \.0, line: line, column: column)
      .map { pairs in Dictionary(pairs) { first, _ in first } }
  }
}

extension Generator {
  /// Some of the given values, in their order; none is simplest.
  public static func subset<Element: Sendable>(
    of values: [Element], line: UInt = #line, column: UInt = #column
  ) -> Generator where Value == [Element] {
    Generator(SpanLabel(at: ChoiceSource.site(line, column), drawing: 4)) { source in
      try values.filter { _ in try source.boolean(0.5, line: line, column: column) }
    }
  }

  /// The given values in some order; as given is simplest.
  public static func permutation<Element: Sendable>(
    of values: [Element], line: UInt = #line, column: UInt = #column
  ) -> Generator where Value == [Element] {
    Generator(SpanLabel(at: ChoiceSource.site(line, column), drawing: 5)) { source in
      var order: [Element] = []
      // Each value is put some places before the end, so that one choice makes one value early.
      for (place, value) in values.enumerated() {
        let back =
          place == 0 ? 0 : try source.integer(in: 0...place, line: line, column: column)
        order.insert(value, at: place - back)
      }
      return order
    }
  }
}
