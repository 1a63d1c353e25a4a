/// Relations whose constraints and indexes may go without being named.
///
/// A dropped column takes every constraint and index on it along, a dropped constraint its index, and
/// a renamed relation keeps them all under names that look like the old one's. Whether such a name
/// is free cannot be told from names alone, so nothing insists on it there; the catalog decides.
enum SheddingRelations {
  static func find(in units: [[StatementEffects]]) -> Set<SchemaObject> {
    var found: Set<SchemaObject> = []
    for effect in units.joined().lazy.flatMap(\.effects) {
      switch effect.action {
      case .drop where effect.object.namespace == .column || effect.object.namespace == .constraint:
        if let whole = effect.object.whole { found.insert(whole) }
      case .rename(let target, _):
        found.formUnion(
          [effect.object, target, effect.object.whole, target.whole].compactMap { $0 })
      default: break
      }
    }
    return found
  }
}

extension Effect {
  /// Whether it creates a constraint or index of a relation that sheds such things.
  func mayBeFreedSilently(_ shedding: Set<SchemaObject>) -> Bool {
    guard case .create = action, type == .constraint || type == .index else { return false }
    return [container, object.whole].compactMap { $0 }.contains { shedding.contains($0) }
  }
}
