package import DatabaseModel

/// The rows of a table by number, in ascending order, as a persistent value.
///
/// - Complexity: As ``SortedTree``'s.
package struct RowTree: Sendable {
  /// The values of a row, in the order of the table's columns.
  package typealias Row = [Datum]

  private var tree = SortedTree<Int64, Row>()

  package init() {}

  package var count: Int { tree.count }

  package var isEmpty: Bool { tree.isEmpty }

  /// The smallest number in use.
  package var firstKey: Int64? { tree.first?.key }

  /// The greatest number in use.
  package var lastKey: Int64? { tree.last?.key }

  /// The row of a number.
  ///
  /// Setting `nil` removes it.
  package subscript(key: Int64) -> Row? {
    get { tree[key] }
    set {
      if let newValue { tree.set(key, newValue) } else { tree.remove(key) }
    }
  }

  @discardableResult
  package mutating func remove(_ key: Int64) -> Row? { tree.remove(key) }
}

extension RowTree: Sequence {
  /// Gives the rows in ascending order of their numbers.
  package struct Iterator: IteratorProtocol {
    fileprivate var entries: SortedTree<Int64, Row>.Iterator

    package mutating func next() -> (key: Int64, row: Row)? {
      guard let (key, row) = entries.next() else { return nil }
      return (key, row)
    }
  }

  package func makeIterator() -> Iterator { Iterator(entries: tree.makeIterator()) }
}

extension RowTree: Hashable {
  package static func == (left: RowTree, right: RowTree) -> Bool {
    left.count == right.count && left.elementsEqual(right) { $0.key == $1.key && $0.row == $1.row }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for (key, row) in self {
      hasher.combine(key)
      hasher.combine(row)
    }
  }
}
