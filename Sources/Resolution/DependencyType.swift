/// Why one migration must run after another, as it is stored in `dependency_type`.
///
/// Most name the kind of object that the later one needs; an open set, because what is stored may
/// come from another version.
package struct DependencyType: RawRepresentable, Hashable, Sendable {
  package var rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static let table = DependencyType(rawValue: "table")
  package static let view = DependencyType(rawValue: "view")
  package static let column = DependencyType(rawValue: "column")
  package static let index = DependencyType(rawValue: "index")
  package static let sequence = DependencyType(rawValue: "sequence")
  package static let constraint = DependencyType(rawValue: "constraint")
  package static let type = DependencyType(rawValue: "type")
  package static let enumValue = DependencyType(rawValue: "enum-value")
  package static let function = DependencyType(rawValue: "function")
  package static let schema = DependencyType(rawValue: "schema")
  package static let `extension` = DependencyType(rawValue: "extension")
  package static let trigger = DependencyType(rawValue: "trigger")
  package static let policy = DependencyType(rawValue: "policy")
  package static let role = DependencyType(rawValue: "role")
  package static let object = DependencyType(rawValue: "object")
  /// The later one removes what the earlier one still uses.
  package static let dropAfterUse = DependencyType(rawValue: "drop-after-use")
  /// The later one creates under a name that the earlier one sets free.
  package static let nameReuse = DependencyType(rawValue: "name-reuse")
  /// Both may create one object, and only the first to run decides what it looks like.
  package static let firstCreation = DependencyType(rawValue: "first-creation")
  /// Both alter one object; they keep the order of their names where they can.
  package static let alteration = DependencyType(rawValue: "alteration")
  /// Both read or change rows of one table; they keep the order of their names where they can.
  package static let data = DependencyType(rawValue: "data")
  /// The file says so.
  package static let declared = DependencyType(rawValue: "declared")
}

extension DependencyType: Comparable, CustomStringConvertible {
  package static func < (first: DependencyType, second: DependencyType) -> Bool {
    first.rawValue < second.rawValue
  }

  package var description: String { rawValue }
}
