/// Values by key in ascending order, as a persistent value.
///
/// A B+ tree of copy-on-write buffers: a copy costs nothing and shares every node until one of the
/// two changes it.
///
/// - Complexity: Looking up, inserting and removing cost O(log n); the first change after a copy
///   copies the nodes of one path.
/// - Invariant: Keys ascend; a leaf has no children, an inner node no values; no node but the root
///   is empty.
struct SortedTree<Key: Comparable & Sendable, Value: Sendable>: Sendable {
  private var root = Node()
  private(set) var count = 0

  init() {}

  var isEmpty: Bool { count == 0 }

  var first: (key: Key, value: Value)? { isEmpty ? nil : root.first }

  var last: (key: Key, value: Value)? { isEmpty ? nil : root.last }

  subscript(key: Key) -> Value? { root.value(key) }

  /// Inserts or replaces a value.
  mutating func set(_ key: Key, _ value: Value) {
    if let right = root.insert(key, value, &count) {
      let left = root
      root = Node()
      root.keys = [left.firstKey, right.firstKey]
      root.children = [left, right]
    }
  }

  /// Changes the value of a key in place.
  ///
  /// - Returns: What the body gives; `nil` where there is no such key.
  @discardableResult
  mutating func update<Result>(_ key: Key, _ body: (inout Value) -> Result) -> Result? {
    root.update(key, body)
  }

  @discardableResult
  mutating func remove(_ key: Key) -> Value? {
    guard let old = root.remove(key) else { return nil }
    count -= 1
    while root.children.count == 1 { root = root.children[0] }
    return old
  }

  /// Gives every entry in ascending order until the body says `false`.
  func forEach<Failure: Error>(
    _ body: (Key, Value) throws(Failure) -> Bool
  ) throws(Failure) {
    if !isEmpty { _ = try root.forEach(body) }
  }

  /// All entries in ascending order.
  var entries: [(key: Key, value: Value)] {
    var found: [(key: Key, value: Value)] = []
    found.reserveCapacity(count)
    forEach { key, value in
      found.append((key, value))
      return true
    }
    return found
  }
}

extension SortedTree {
  /// A leaf with values, or an inner node with children; `keys[i]` belongs to `values[i]`, or is no
  /// greater than the keys of `children[i]`.
  fileprivate struct Node: Sendable {
    var keys: [Key] = []
    var values: [Value] = []
    var children: [Node] = []

    static var capacity: Int { 32 }

    var isLeaf: Bool { children.isEmpty }
    var firstKey: Key { keys[0] }

    var first: (key: Key, value: Value) {
      isLeaf ? (keys[0], values[0]) : children[0].first
    }

    var last: (key: Key, value: Value) {
      isLeaf ? (keys[keys.count - 1], values[keys.count - 1]) : children[children.count - 1].last
    }

    /// The first place whose key is not below the given one.
    func lowerBound(_ key: Key) -> Int {
      var low = 0
      var high = keys.count
      // Keys mostly come in ascending order.
      if high > 0, keys[high - 1] < key { return high }
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low
    }

    func childIndex(_ key: Key) -> Int {
      let place = lowerBound(key)
      if place < keys.count, keys[place] == key { return place }
      return place == 0 ? 0 : place - 1
    }

    func value(_ key: Key) -> Value? {
      if !isLeaf { return children[childIndex(key)].value(key) }
      let place = lowerBound(key)
      return place < keys.count && keys[place] == key ? values[place] : nil
    }

    mutating func update<Result>(_ key: Key, _ body: (inout Value) -> Result) -> Result? {
      if !isLeaf { return children[childIndex(key)].update(key, body) }
      let place = lowerBound(key)
      guard place < keys.count, keys[place] == key else { return nil }
      return body(&values[place])
    }

    /// - Returns: The right half, where the node had to be split.
    mutating func insert(_ key: Key, _ value: Value, _ count: inout Int) -> Node? {
      if isLeaf {
        let place = lowerBound(key)
        if place < keys.count, keys[place] == key {
          values[place] = value
          return nil
        }
        keys.insert(key, at: place)
        values.insert(value, at: place)
        count += 1
      } else {
        let place = childIndex(key)
        if let right = children[place].insert(key, value, &count) {
          children.insert(right, at: place + 1)
          keys.insert(right.firstKey, at: place + 1)
        }
        if key < keys[place] { keys[place] = key }
      }
      return keys.count > Self.capacity ? split() : nil
    }

    private mutating func split() -> Node {
      let middle = keys.count * 3 / 4
      var right = Node()
      right.keys = Array(keys[middle...])
      keys.removeSubrange(middle...)
      if isLeaf {
        right.values = Array(values[middle...])
        values.removeSubrange(middle...)
      } else {
        right.children = Array(children[middle...])
        children.removeSubrange(middle...)
      }
      return right
    }

    mutating func remove(_ key: Key) -> Value? {
      if keys.isEmpty { return nil }
      if isLeaf {
        let place = lowerBound(key)
        guard place < keys.count, keys[place] == key else { return nil }
        keys.remove(at: place)
        return values.remove(at: place)
      }
      let place = childIndex(key)
      guard let old = children[place].remove(key) else { return nil }
      if children[place].keys.isEmpty {
        children.remove(at: place)
        keys.remove(at: place)
      }
      return old
    }

    func forEach<Failure: Error>(
      _ body: (Key, Value) throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
      if isLeaf {
        for place in keys.indices where try !body(keys[place], values[place]) {
          return false
        }
        return true
      }
      for child in children where try !child.forEach(body) {
        return false
      }
      return true
    }
  }
}

extension SortedTree: Sequence {
  /// Gives the entries in ascending order.
  struct Iterator: IteratorProtocol {
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

    mutating func next() -> (key: Key, value: Value)? {
      while let (node, place) = path.last {
        if node.isLeaf, place < node.keys.count {
          path[path.count - 1].place += 1
          return (node.keys[place], node.values[place])
        }
        path.removeLast()
        guard let (parent, child) = path.last else { return nil }
        path[path.count - 1].place += 1
        if child + 1 < parent.children.count { descend(parent.children[child + 1]) }
      }
      return nil
    }
  }

  func makeIterator() -> Iterator { Iterator(root) }
}
