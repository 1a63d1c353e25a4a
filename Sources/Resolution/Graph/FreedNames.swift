/// Names of constraints that some statement drops, and with them the indexes under them.
///
/// PostgreSQL frees the name of a constraint's index with the constraint, and a renamed relation
/// keeps both under their old names. Whether such a name is free cannot be told from names alone,
/// so nothing insists on it; the catalog decides.
enum FreedNames {
  static func find(in units: [[StatementEffects]]) -> Set<String> {
    var names: Set<String> = []
    for unit in units {
      for statement in unit {
        for effect in statement.effects where effect.object.namespace == .constraint {
          switch effect.action {
          case .drop, .rename: names.insert(effect.object.name)
          default: break
          }
        }
      }
    }
    return names
  }
}

extension Effect {
  /// Whether it creates a constraint, or an index of a relation, under a name that may be freed.
  func mayFind(freed names: Set<String>) -> Bool {
    guard case .create = action, type == .constraint || type == .index else { return false }
    return names.contains(object.name)
  }
}
