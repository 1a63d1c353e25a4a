import HashTreeCollections

extension Catalog {
  /// Records an edge, once.
  package mutating func record(_ edge: Dependency) {
    if dependencies[edge.dependent.object]?.contains(edge) == true { return }
    dependencies[edge.dependent.object, default: []].append(edge)
    dependents[edge.referenced.object, default: []].append(edge)
  }

  /// Records that an object rests on several others.
  package mutating func record(
    _ dependent: ObjectAddress, on referenced: [ObjectAddress], _ kind: DependencyKind
  ) {
    for address in referenced where address.object != dependent.object || address.column != nil {
      record(Dependency(dependent: dependent, referenced: address, kind: kind))
    }
  }

  package mutating func record(
    _ dependent: ObjectID, on referenced: [ObjectAddress], _ kind: DependencyKind
  ) {
    record(ObjectAddress(object: dependent), on: referenced, kind)
  }

  package mutating func remove(_ edge: Dependency) {
    dependencies[edge.dependent.object]?.removeAll { $0 == edge }
    dependents[edge.referenced.object]?.removeAll { $0 == edge }
  }

  /// Removes the edges that leave an object and its columns, or those that satisfy a condition.
  package mutating func removeEdges(
    from id: ObjectID, where condition: (Dependency) -> Bool = { _ in true }
  ) {
    for edge in dependencies[id] ?? [] where condition(edge) { remove(edge) }
    if dependencies[id]?.isEmpty == true { dependencies[id] = nil }
  }

  /// Edges that point at an address; of a whole object those at its columns too.
  package func edges(to address: ObjectAddress) -> [Dependency] {
    (dependents[address.object] ?? []).filter { edge in
      (address.column == nil || edge.referenced.column == address.column)
        && !(edge.dependent.object == address.object && address.column == nil)
    }
  }

  /// Edges that leave an address; of a whole object those of its columns too.
  package func edges(from address: ObjectAddress) -> [Dependency] {
    (dependencies[address.object] ?? []).filter { edge in
      (address.column == nil || edge.dependent.column == address.column)
        && !(edge.referenced.object == address.object && address.column == nil)
    }
  }
}
