import HashTreeCollections

/// What goes when objects are dropped: the objects themselves and all that rests on them.
///
/// Source: PostgreSQL 15, §5.14 Dependency Tracking. Dependents are visited newest first, and
/// an object stands behind everything that rests on it.
package struct DropPlan: Hashable, Sendable {
  /// In the order of deletion.
  package var entries: [Entry] = []
  /// The object that the first target cannot be dropped without, if there is one.
  package var refusedOwner: (target: ObjectAddress, owner: ObjectAddress)? {
    refusal.map { ($0.target, $0.owner) }
  }
  private var refusal: Refusal?
  private var stack: [Entry] = []
  private let stopsEarly: Bool

  /// One object that goes.
  package struct Entry: Hashable, Sendable {
    package var object: ObjectAddress
    /// Whose going takes it along; `nil` for a target.
    package var because: ObjectAddress?
    package var isTarget = false
    /// It goes without CASCADE.
    package var goesSilently = false
    /// A part of an object that goes as a whole.
    package var isPart = false
  }

  private struct Refusal: Hashable {
    var target: ObjectAddress
    var owner: ObjectAddress
  }

  private struct Flags {
    var isTarget = false
    var goesSilently = false
  }

  package init(
    dropping targets: [ObjectAddress], in catalog: Catalog, plantedFaults: PlantedFaults = .none
  ) {
    stopsEarly = plantedFaults.contains(.cascadeStopsEarly)
    for target in targets {
      visit(
        target, flags: Flags(isTarget: true), pending: targets, catalog: catalog)
    }
  }

  private mutating func visit(
    _ object: ObjectAddress, flags: Flags, pending: [ObjectAddress], catalog: Catalog
  ) {
    if markOnStack(object, flags: flags) || markPlanned(object, flags: flags) { return }
    for edge in catalog.edges(from: object) where edge.kind == .internal {
      let owner = edge.referenced
      if stack.isEmpty {
        if pending.contains(owner) { return }
        if refusal == nil { refusal = Refusal(target: object, owner: owner) }
        return
      }
      if markOnStack(owner, flags: Flags()) { continue }
      visit(owner, flags: Flags(), pending: pending, catalog: catalog)
      return
    }
    stack.append(
      Entry(
        object: object, because: stack.last?.object, isTarget: flags.isTarget,
        goesSilently: flags.goesSilently))
    visitDependents(of: object, pending: pending, catalog: catalog)
    if let entry = stack.popLast() { entries.append(entry) }
  }

  private mutating func visitDependents(
    of object: ObjectAddress, pending: [ObjectAddress], catalog: Catalog
  ) {
    if stopsEarly, stack.count > 1 { return }
    let edges = catalog.edges(to: object).sorted { first, second in
      (second.dependent.object, first.dependent.column ?? 0)
        < (first.dependent.object, second.dependent.column ?? 0)
    }
    for edge in edges {
      visit(
        edge.dependent, flags: Flags(goesSilently: edge.kind != .normal), pending: pending,
        catalog: catalog)
    }
  }

  /// Whether the object, or the whole it is a part of, is being visited already.
  private mutating func markOnStack(_ object: ObjectAddress, flags: Flags) -> Bool {
    var isPresent = false
    for index in stack.indices.reversed() where stack[index].object.object == object.object {
      if stack[index].object.column == object.column {
        stack[index].isTarget = stack[index].isTarget || flags.isTarget
        stack[index].goesSilently = stack[index].goesSilently || flags.goesSilently
        isPresent = true
      } else if stack[index].object.column == nil {
        isPresent = true
      } else if object.column == nil {
        stack[index].isPart = true
      }
    }
    return isPresent
  }

  private mutating func markPlanned(_ object: ObjectAddress, flags: Flags) -> Bool {
    var isPresent = false
    for index in entries.indices where entries[index].object.object == object.object {
      if entries[index].object.column == object.column {
        entries[index].isTarget = entries[index].isTarget || flags.isTarget
        entries[index].goesSilently = entries[index].goesSilently || flags.goesSilently
        isPresent = true
      } else if entries[index].object.column == nil {
        isPresent = true
      } else if object.column == nil {
        entries[index].isPart = true
      }
    }
    return isPresent
  }

  /// What must be named to the user: neither a target, nor silent, nor part of a whole that goes.
  package var reported: [Entry] {
    entries.reversed().filter { !$0.isTarget && !$0.goesSilently && !$0.isPart }
  }
}
