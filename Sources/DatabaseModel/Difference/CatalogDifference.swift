/// Every object and attribute in which two catalogs differ, by names and never by identities.
///
/// Empty where both describe the same database. Items stand in the order of their paths.
package struct CatalogDifference: Hashable, Sendable {
  package var items: [CatalogDifferenceItem]

  package init(items: [CatalogDifferenceItem]) {
    self.items = items
  }

  /// Compares what is with what should be.
  package init(from actual: Catalog, to expected: Catalog) {
    let first = CatalogDescription(actual).objects
    let second = CatalogDescription(expected).objects
    var items: [CatalogDifferenceItem] = []
    for path in Set(first.keys).union(second.keys).sorted() {
      items += Self.items(at: path, first[path], second[path])
    }
    self.items = Self.withoutParts(items)
  }

  package var isEmpty: Bool { items.isEmpty }

  private static func items(
    at path: ObjectPath, _ first: [String: String]?, _ second: [String: String]?
  ) -> [CatalogDifferenceItem] {
    guard let second else { return [CatalogDifferenceItem(path: path, change: .unexpected)] }
    guard let first else { return [CatalogDifferenceItem(path: path, change: .missing)] }
    return Set(first.keys).union(second.keys).sorted().compactMap { name in
      if first[name] == second[name] { return nil }
      return CatalogDifferenceItem(
        path: path,
        change: .differs(attribute: name, actual: first[name], expected: second[name]))
    }
  }

  /// Leaves out what belongs to an object that is missing, or unexpected, as a whole.
  private static func withoutParts(
    _ items: [CatalogDifferenceItem]
  ) -> [CatalogDifferenceItem] {
    let whole = Set(items.filter { !$0.change.isOfAttribute }.map(\.path))
    return items.filter { item in
      guard let owner = item.path.owner else { return true }
      return !whole.contains(owner)
    }
  }
}

/// One difference.
package struct CatalogDifferenceItem: Hashable, Sendable {
  package var path: ObjectPath
  package var change: CatalogChange

  package init(path: ObjectPath, change: CatalogChange) {
    self.path = path
    self.change = change
  }
}

/// How an object differs.
package enum CatalogChange: Hashable, Sendable {
  /// It should be there and is not.
  case missing
  /// It is there and should not be.
  case unexpected
  /// `nil` on the side that does not have the attribute.
  case differs(attribute: String, actual: String?, expected: String?)

  var isOfAttribute: Bool {
    if case .differs = self { true } else { false }
  }
}

extension CatalogDifference: CustomStringConvertible {
  /// One line an item.
  package var description: String { items.map(\.description).joined(separator: "\n") }
}

extension CatalogDifferenceItem: CustomStringConvertible {
  package var description: String {
    switch change {
    case .missing: "\(path) is missing"
    case .unexpected: "\(path) is not expected"
    case .differs(let attribute, let actual, let expected):
      "\(path): \(attribute) is \(actual ?? "absent") instead of \(expected ?? "absent")"
    }
  }
}
