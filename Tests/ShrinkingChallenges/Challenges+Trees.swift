import PropertyTesting

/// An arithmetic expression.
private indirect enum Expression: CustomStringConvertible, Sendable {
  case literal(Int)
  case sum(Expression, Expression)
  case quotient(Expression, Expression)

  var description: String {
    switch self {
    case .literal(let number): "\(number)"
    case .sum(let left, let right): "(+ \(left) \(right))"
    case .quotient(let left, let right): "(/ \(left) \(right))"
    }
  }

  /// Whether some divisor is written as 0.
  var dividesByLiteralZero: Bool {
    switch self {
    case .literal: return false
    case .sum(let left, let right): return left.dividesByLiteralZero || right.dividesByLiteralZero
    case .quotient(let left, let right):
      if case .literal(0) = right { return true }
      return left.dividesByLiteralZero || right.dividesByLiteralZero
    }
  }

  /// The value, or `nil` after a division by zero.
  var value: Int? {
    switch self {
    case .literal(let number): return number
    case .sum(let left, let right):
      guard let one = left.value, let other = right.value else { return nil }
      return one &+ other
    case .quotient(let left, let right):
      guard let one = left.value, let other = right.value, other != 0 else { return nil }
      return one.dividedReportingOverflow(by: other).partialValue
    }
  }
}

/// A heap that is merged wrongly.
private indirect enum Heap: CustomStringConvertible, Sendable {
  case empty
  case node(Int, Heap, Heap)

  var description: String {
    switch self {
    case .empty: "None"
    case .node(let head, let left, let right): "(\(head), \(left), \(right))"
    }
  }

  func merged(with other: Heap) -> Heap {
    guard case .node(let head, let left, let right) = self else { return other }
    guard case .node(let otherHead, let otherLeft, let otherRight) = other else { return self }
    return head <= otherHead
      ? .node(head, right.merged(with: other), left)
      : .node(otherHead, otherRight.merged(with: self), otherLeft)
  }

  /// The elements, each before those below it, those on the right first.
  var elements: [Int] {
    guard case .node(let head, let left, let right) = self else { return [] }
    return [head] + right.elements + left.elements
  }
}

extension Challenges {
  private static let expression = Generator<Expression>.recursive(
    "expression", leaf: Generator<Int>.integer().map(Expression.literal), depth: 5
  ) { child in
    Generator.oneOf([
      child.paired(with: child).map { Expression.sum($0, $1) },
      child.paired(with: child).map { Expression.quotient($0, $1) },
    ])
  }

  /// A division by zero that is not written as one.
  static let calculator = Challenge("calculator", normalForm: "(/ 0 (+ 0 0))", expression) {
    expression in
    try discard(unless: !expression.dividesByLiteralZero)
    return expression.value != nil
  }

  private static func heap(from low: Int, size: Int) -> Generator<Heap> {
    Generator("heap") { source in
      guard size > 0, try source.boolean() else { return .empty }
      let head = try source.integer(in: low...Int.max, toward: low)
      let child = heap(from: head, size: size / 2)
      return .node(head, try source.draw(child), try source.draw(child))
    }
  }

  /// A heap whose elements, taken out one by one with a faulty merge, are out of order.
  static let binaryHeap = Challenge(
    "binheap", normalForm: "(0, None, (0, (0, None, None), (1, None, None)))", floor: 0.95,
    heap(from: 0, size: 20)
  ) { heap in
    guard case .node(let head, let left, let right) = heap else { return true }
    let taken = [head] + left.merged(with: right).elements
    return taken == taken.sorted() && heap.elements.sorted() == taken
  }
}
