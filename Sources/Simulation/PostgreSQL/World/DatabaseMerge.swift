import DatabaseModel
import HashTreeCollections
import SQLSyntax

/// Two databases that grew from one cannot be made one: both changed the same thing.
struct MergeConflict: Error {
  var what: String
}

extension Database {
  /// What a transaction changed since `base`, put on top of what others committed since.
  ///
  /// Locks keep two transactions from changing the same entry; where they do not, it is a conflict.
  func merged(since base: Database, onto theirs: Database) throws(MergeConflict) -> Database {
    var result = theirs
    result.catalog = try catalog.merged(since: base.catalog, onto: theirs.catalog)
    try Self.merge(heaps, base.heaps, &result.heaps) { mine, before, other throws(MergeConflict) in
      try Self.merge(mine ?? Heap(), before ?? Heap(), other ?? Heap())
    }
    try Self.merge(sequences, base.sequences, &result.sequences) { mine, before, other in
      // Numbers are given outside of transactions: the furthest counts.
      guard let mine, let other else { return mine }
      if mine.incarnation != before?.incarnation ?? 0 { return mine }
      return other
    }
    return result
  }

  /// Lays the changes between two dictionaries on a third.
  static func merge<Key: Hashable, Value: Equatable>(
    _ mine: TreeDictionary<Key, Value>, _ base: TreeDictionary<Key, Value>,
    _ result: inout TreeDictionary<Key, Value>,
    both: (Value?, Value?, Value?) throws(MergeConflict) -> Value?
  ) throws(MergeConflict) {
    if mine == base { return }
    if result == base {
      result = mine
      return
    }
    for (key, value) in mine where base[key] != value {
      let other = result[key]
      result[key] =
        other == base[key] || other == value ? value : try both(value, base[key], other)
    }
    for (key, value) in base where mine[key] == nil {
      guard let other = result[key] else { continue }
      result[key] = other == value ? nil : try both(nil, value, other)
    }
  }

  /// Rows are known by number, so that what two transactions did to different rows adds up.
  private static func merge(
    _ mine: Heap, _ base: Heap, _ theirs: Heap
  ) throws(MergeConflict) -> Heap {
    let change = HeapChange(from: base, to: mine)
    var result = theirs
    for number in change.removed where result.rows.remove(number) == nil {
      throw MergeConflict(what: "Two transactions changed one row")
    }
    for (number, row) in change.added {
      if result.rows[number] != nil { throw MergeConflict(what: "Two rows have one number") }
      result.rows[number] = row
    }
    result.nextRow = max(mine.nextRow, theirs.nextRow)
    for id in Set(mine.indexes.keys).union(theirs.indexes.keys) {
      result.indexes[id] = (theirs.indexes[id] ?? KeyIndex()).merged(
        mine.indexes[id] ?? KeyIndex(), since: base.indexes[id] ?? KeyIndex())
    }
    return result
  }
}

/// Which rows a table lost and got between two states.
struct HeapChange {
  private(set) var removed: Set<Int64> = []
  private(set) var added: [Int64: RowTree.Row] = [:]

  var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// - Complexity: O(rows of both).
  init(from base: Heap?, to heap: Heap?) {
    let before = base?.rows ?? RowTree()
    let after = heap?.rows ?? RowTree()
    for (number, row) in after where before[number] != row {
      added[number] = row
      if before[number] != nil { removed.insert(number) }
    }
    for (number, _) in before where after[number] == nil { removed.insert(number) }
  }
}

extension Catalog {
  fileprivate func merged(since base: Catalog, onto theirs: Catalog) throws(MergeConflict)
    -> Catalog
  {
    if self == base { return theirs }
    var result = theirs
    result.nextID = max(nextID, theirs.nextID)
    try Database.merge(schemas, base.schemas, &result.schemas, both: Self.refuse)
    try Database.merge(relations, base.relations, &result.relations, both: Self.refuse)
    try Database.merge(constraints, base.constraints, &result.constraints, both: Self.refuse)
    try Database.merge(types, base.types, &result.types, both: Self.refuse)
    try Database.merge(routines, base.routines, &result.routines, both: Self.refuse)
    try Database.merge(triggers, base.triggers, &result.triggers, both: Self.refuse)
    try Database.merge(policies, base.policies, &result.policies, both: Self.refuse)
    try Database.merge(extensions, base.extensions, &result.extensions, both: Self.refuse)
    try Database.merge(
      columnDefaults, base.columnDefaults, &result.columnDefaults, both: Self.refuse)
    try Database.merge(comments, base.comments, &result.comments, both: Self.refuse)
    try Database.merge(schemaNames, base.schemaNames, &result.schemaNames, both: Self.refuse)
    try Database.merge(relationNames, base.relationNames, &result.relationNames, both: Self.refuse)
    try Database.merge(typeNames, base.typeNames, &result.typeNames, both: Self.refuse)
    try Database.merge(routineNames, base.routineNames, &result.routineNames, both: Self.addUp)
    try Database.merge(dependents, base.dependents, &result.dependents, both: Self.addUp)
    try Database.merge(dependencies, base.dependencies, &result.dependencies, both: Self.addUp)
    try Database.merge(parts, base.parts, &result.parts) { mine, before, other in
      var sum = RelationParts()
      for list in [
        \RelationParts.constraints, \RelationParts.indexes, \RelationParts.triggers,
        \RelationParts.policies,
      ] {
        sum[keyPath: list] =
          Self.addUp(
            mine?[keyPath: list], before?[keyPath: list], other?[keyPath: list])?.sorted() ?? []
      }
      return sum
    }
    result.unknowns = Self.addUp(unknowns, base.unknowns, theirs.unknowns) ?? []
    return result
  }

  private static func refuse<Value>(
    _ mine: Value?, _ base: Value?, _ theirs: Value?
  ) throws(MergeConflict) -> Value? {
    throw MergeConflict(what: "Two transactions changed one object of the catalog")
  }

  /// Their list with what this side added, without what it removed.
  private static func addUp<Element: Equatable>(
    _ mine: [Element]?, _ base: [Element]?, _ theirs: [Element]?
  ) -> [Element]? {
    let (mine, base) = (mine ?? [], base ?? [])
    var result = (theirs ?? []).filter { mine.contains($0) || !base.contains($0) }
    result += mine.filter { !base.contains($0) && !result.contains($0) }
    return result.isEmpty ? nil : result
  }
}
