extension Generator where Value: FixedWidthInteger & Sendable {
  /// Integers of a range, its ends and small numbers more often than others.
  ///
  /// `toward`: the simplest of them; without it, the one nearest to zero.
  public static func integer(
    in range: ClosedRange<Value>, toward: Value = 0, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    Generator(inline: { source in
      try source.integer(in: range, toward: toward, line: line, column: column)
    })
  }

  /// Any integer of the type; small ones as often as large ones.
  public static func integer(line: UInt = #line, column: UInt = #column) -> Generator {
    integer(in: Value.min...Value.max, line: line, column: column)
  }
}

extension Generator where Value == Bool {
  /// Booleans; false is simpler.
  ///
  /// `probability`: how often one is true.
  public static func boolean(
    _ probability: Double = 0.5, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    Generator(inline: { source in
      try source.boolean(probability, line: line, column: column)
    })
  }
}

extension Generator where Value == [UInt8] {
  /// Runs of bytes.
  public static func bytes(
    count: ClosedRange<Int>, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    Generator(inline: { source in
      try source.array(count: count, line: line, column: column) { source in
        UInt8(truncatingIfNeeded: try source.integer(in: 0...255, line: line, column: column))
      }
    })
  }
}
