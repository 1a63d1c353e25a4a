package import SQLSyntax

/// An object by its kind and its names, from the schema down.
package struct ObjectPath: Hashable, Sendable {
  package var kind: ObjectKind
  /// In their dialect's comparison form: `["main", "book", "title"]`.
  package var names: [String]
  /// The kind of the object whose part it is.
  package var ownerKind: ObjectKind?

  package init(_ kind: ObjectKind, _ names: [String], ownerKind: ObjectKind? = nil) {
    self.kind = kind
    self.names = names
    self.ownerKind = ownerKind
  }

  /// The path of the object it is a part of: of a column or a constraint its table.
  package var owner: ObjectPath? {
    ownerKind.map { ObjectPath($0, Array(names.dropLast())) }
  }
}

extension ObjectPath: Comparable {
  package static func < (first: ObjectPath, second: ObjectPath) -> Bool {
    if first.names == second.names { return first.kind.rawValue < second.kind.rawValue }
    return first.names.lexicographicallyPrecedes(second.names)
  }
}

extension ObjectPath: CustomStringConvertible {
  /// `column main.book.title`.
  package var description: String {
    "\(kind.rawValue.asciiLowercased()) \(names.joined(separator: "."))"
  }
}
