extension ChoiceSource {
  /// Draws an array: how many elements first, then each of them.
  public func array<Element>(
    count range: ClosedRange<Int>, line: UInt = #line, column: UInt = #column,
    of element: (ChoiceSource) throws -> Element
  ) throws -> [Element] {
    let site = Self.site(line, column)
    begin(.list, label: SpanLabel(at: site))
    let count = try count(in: range, site: site)
    var elements: [Element] = []
    elements.reserveCapacity(min(count, limit))
    for _ in 0..<count {
      begin(.element, label: SpanLabel(at: site))
      elements.append(try element(self))
      end()
    }
    end()
    return elements
  }

  /// Draws an array of elements of one generator.
  public func array<Element>(
    count range: ClosedRange<Int>, of element: Generator<Element>, line: UInt = #line,
    column: UInt = #column
  ) throws -> [Element] {
    try array(count: range, line: line, column: column) { source in try source.draw(element) }
  }

  /// Draws an array from which elements may be missing: those that come out `nil`, or that reject.
  ///
  /// What does not make it into the array is not part of the case, so an element must have no effect
  /// beyond its draws before it is certain.
  public func suitableArray<Element>(
    count range: ClosedRange<Int>, line: UInt = #line, column: UInt = #column,
    of element: (ChoiceSource) throws -> Element?
  ) throws -> [Element] {
    try arrayOfSuitable(count: range, site: Self.site(line, column), of: element)
  }

  /// Draws an array from which elements may be missing: those that come out `nil`, or that reject.
  ///
  /// What does not make it into the array is not part of the case. When too few make it, the case
  /// is rejected.
  ///
  /// `attempts`: how many misses in a row end the array while drawing at random.
  func arrayOfSuitable<Element>(
    count range: ClosedRange<Int>, site: UInt32, attempts: Int = 16,
    of element: (ChoiceSource) throws -> Element?
  ) throws -> [Element] {
    begin(.list, label: SpanLabel(at: site))
    let countPlace = range.lowerBound < range.upperBound ? recorded.count : nil
    let count = try count(in: range, site: site)
    var elements: [Element] = []
    for _ in 0..<count {
      let found = try suitable(site: site, attempts: attempts, of: element)
      if let found {
        elements.append(found)
      } else if mode == .random {
        break
      }
    }
    guard elements.count >= range.lowerBound else { try reject("a collection is too small") }
    if let countPlace { correctCount(at: countPlace, by: elements.count - count) }
    end()
    return elements
  }

  private func suitable<Element>(
    site: UInt32, attempts: Int, of element: (ChoiceSource) throws -> Element?
  ) throws -> Element? {
    for _ in 0..<(mode == .random ? attempts : 1) {
      let start = mark
      begin(.element, label: SpanLabel(at: site))
      do {
        if let found = try element(self) {
          end()
          return found
        }
      } catch Rejection.unsuitable {}
      rewind(to: start)
    }
    return nil
  }

  /// Draws one of some values; the first is the simplest.
  ///
  /// - Throws: A rejection when there are none.
  public func element<Values: RandomAccessCollection>(
    of values: Values, line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Values.Element {
    guard !values.isEmpty else { try reject("there is nothing to choose from") }
    let place = try integer(in: 0...(values.count - 1), line: line, column: column)
    return values[values.index(values.startIndex, offsetBy: place)]
  }
}
