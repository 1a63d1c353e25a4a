package import DatabaseModel

/// The rows of a table by number, in ascending order, as a persistent value.
///
/// A B+ tree of copy-on-write buffers: a copy costs nothing and shares every node until one of the
/// two changes it.
///
/// - Complexity: Looking up, inserting and removing cost O(log n); the first change after a copy
///   copies the nodes of one path.
/// - Invariant: Keys ascend; a leaf has no children, an inner node no rows; no node but the root
///   is empty.
package struct RowTree: Sendable {
  /// The values of a row, in the order of the table's columns.
  package typealias Row = [Datum]

  private var root = Node()
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  /// The smallest number in use.
  package var firstKey: Int64? { isEmpty ? nil : root.firstKey }

  /// The greatest number in use.
  package var lastKey: Int64? { isEmpty ? nil : root.lastKey }

  /// The row of a number.
  ///
  /// Setting `nil` removes it.
  package subscript(key: Int64) -> Row? {
    get { root.row(key) }
    set {
      guard let newValue else {
        remove(key)
        return
      }
      if let split = root.insert(key, newValue, &count) { grow(split) }
    }
  }

  @discardableResult
  package mutating func remove(_ key: Int64) -> Row? {
    guard let old = root.remove(key) else { return nil }
    count -= 1
    while root.children.count == 1 { root = root.children[0] }
    return old
  }

  private mutating func grow(_ right: Node) {
    let left = root
    root = Node(children: [left, right])
  }
}

extension RowTree {
  /// A leaf with rows, or an inner node with children; `keys[i]` is the number of `rows[i]`, or the
  /// first key of `children[i]` when it was made.
  fileprivate struct Node: Sendable {
    var keys: [Int64] = []
    var rows: [Row] = []
    var children: [Node] = []

    static let capacity = 32

    init(keys: [Int64] = [], rows: [Row] = []) {
      self.keys = keys
      self.rows = rows
    }

    init(children: [Node]) {
      self.children = children
      keys = children.map(\.keys[0])
    }

    var isLeaf: Bool { children.isEmpty }

    var isEmpty: Bool { keys.isEmpty }

    /// An inner node keeps the key it once began with, which may be gone.
    var firstKey: Int64 { isLeaf ? keys[0] : children[0].firstKey }

    var lastKey: Int64 { isLeaf ? keys[keys.count - 1] : children[children.count - 1].lastKey }

    /// The first place whose key is not below the given one.
    func lowerBound(_ key: Int64) -> Int {
      var low = 0
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low
    }

    /// The child that has the key, if any has.
    func childIndex(_ key: Int64) -> Int {
      let place = lowerBound(key)
      if place < keys.count, keys[place] == key { return place }
      return place == 0 ? 0 : place - 1
    }

    func row(_ key: Int64) -> Row? {
      if !isLeaf { return children[childIndex(key)].row(key) }
      let place = lowerBound(key)
      return place < keys.count && keys[place] == key ? rows[place] : nil
    }

    /// Inserts or replaces a row.
    ///
    /// - Returns: The right half, where the node had to be split.
    mutating func insert(_ key: Int64, _ row: Row, _ count: inout Int) -> Node? {
      if isLeaf {
        let place = lowerBound(key)
        if place < keys.count, keys[place] == key {
          rows[place] = row
          return nil
        }
        keys.insert(key, at: place)
        rows.insert(row, at: place)
        count += 1
      } else {
        let place = childIndex(key)
        if let right = children[place].insert(key, row, &count) {
          children.insert(right, at: place + 1)
          keys.insert(right.keys[0], at: place + 1)
        }
        if key < keys[place] { keys[place] = key }
      }
      return keys.count > Self.capacity ? split() : nil
    }

    private mutating func split() -> Node {
      // Rows mostly come in ascending order, so the left half is kept fuller.
      let middle = keys.count * 3 / 4
      var right = Node()
      right.keys = Array(keys[middle...])
      keys.removeSubrange(middle...)
      if isLeaf {
        right.rows = Array(rows[middle...])
        rows.removeSubrange(middle...)
      } else {
        right.children = Array(children[middle...])
        children.removeSubrange(middle...)
      }
      return right
    }

    mutating func remove(_ key: Int64) -> Row? {
      if isEmpty { return nil }
      if isLeaf {
        let place = lowerBound(key)
        guard place < keys.count, keys[place] == key else { return nil }
        keys.remove(at: place)
        return rows.remove(at: place)
      }
      let place = childIndex(key)
      guard let old = children[place].remove(key) else { return nil }
      if children[place].isEmpty {
        children.remove(at: place)
        keys.remove(at: place)
      }
      return old
    }
  }
}

extension RowTree: Sequence {
  /// Gives the rows in ascending order of their numbers.
  package struct Iterator: IteratorProtocol {
    private var path: [(node: Node, place: Int)] = []

    fileprivate init(_ root: Node) { descend(root) }

    private mutating func descend(_ node: Node) {
      var node = node
      while !node.isLeaf {
        path.append((node, 0))
        node = node.children[0]
      }
      path.append((node, 0))
    }

    package mutating func next() -> (key: Int64, row: Row)? {
      while let (node, place) = path.last {
        if node.isLeaf, place < node.keys.count {
          path[path.count - 1].place += 1
          return (node.keys[place], node.rows[place])
        }
        path.removeLast()
        guard let (parent, child) = path.last else { return nil }
        path[path.count - 1].place += 1
        if child + 1 < parent.children.count { descend(parent.children[child + 1]) }
      }
      return nil
    }
  }

  package func makeIterator() -> Iterator { Iterator(root) }
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
