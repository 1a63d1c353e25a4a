/// Names of constraints that some statement drops or renames, and with them the indexes under them.
///
/// PostgreSQL frees the name of a constraint's index with the constraint, and a renamed relation
/// keeps both under their old names. Whether such a name is free cannot be told from names alone,
/// so nothing insists on it; the catalog decides.
struct FreedNames {
  private var names: Set<String> = []

  /// Notes an object that goes or gets another name.
  mutating func note(_ object: SchemaObject) {
    if object.namespace == .constraint { names.insert(object.name) }
  }

  /// Whether an effect creates a constraint or an index under a name that may have been freed.
  func mayFree(_ effect: Effect) -> Bool {
    guard !names.isEmpty, effect.type == .constraint || effect.type == .index else { return false }
    return names.contains(effect.object.name)
  }
}
