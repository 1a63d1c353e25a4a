import SQLSyntax

/// Which of the two walks over a query is under way.
enum NamePhase {
  /// FROM clauses only.
  case expansion
  /// Columns, after the expansion went well.
  case resolution
}

/// The sources of a FROM clause from left to right, and the conditions that join them.
struct JoinedSources {
  var sources: [NameSource] = []
  var conditions: [SQLExpression] = []
}

extension NameResolver {
  /// - Returns: `nil` after an error.
  mutating func sources(
    of from: [TableSource], in phase: NamePhase, outer: NameScope?
  ) throws(SQLiteStop) -> JoinedSources? {
    var joined = JoinedSources()
    for source in from {
      guard try add(source, to: &joined, phase, outer) else { return nil }
    }
    for source in from {
      guard try merge(source, in: &joined) else { return nil }
    }
    return joined
  }

  private mutating func add(
    _ source: TableSource, to joined: inout JoinedSources, _ phase: NamePhase, _ outer: NameScope?
  ) throws(SQLiteStop) -> Bool {
    switch source {
    case .table(let reference):
      guard let found = try self.source(reference) else { return false }
      joined.sources.append(found)
    case .query(let derived):
      guard let found = try self.source(derived, phase, outer) else { return false }
      joined.sources.append(found)
    case .function(let function):
      joined.sources.append(
        NameSource(key: function.alias?.name.key, isAlias: true, isComplete: false))
      hasCalls = true
      throw .unmodelled(reason: "Table-valued functions are not modelled")
    case .join(let join):
      guard try add(join, to: &joined, phase, outer) else { return false }
    case .opaque: throw .unmodelled(reason: "A source of this kind is not modelled")
    }
    return true
  }

  private mutating func add(
    _ join: Join, to joined: inout JoinedSources, _ phase: NamePhase, _ outer: NameScope?
  ) throws(SQLiteStop) -> Bool {
    if join.alias != nil { throw .unmodelled(reason: "A join with a name is not modelled") }
    if case .join = join.right, join.isMerging {
      throw .unmodelled(reason: "USING over parentheses is not modelled")
    }
    guard try add(join.left, to: &joined, phase, outer) else { return false }
    guard try add(join.right, to: &joined, phase, outer) else { return false }
    if case .on(let condition) = join.condition { joined.conditions.append(condition) }
    return true
  }

  /// Works out which columns USING and NATURAL joins merge.
  private mutating func merge(
    _ source: TableSource, in joined: inout JoinedSources
  ) throws(SQLiteStop) -> Bool {
    guard case .join(let join) = source else { return true }
    guard try merge(join.left, in: &joined) else { return false }
    guard join.isMerging else { return true }
    if joined.sources.contains(where: { !$0.isComplete }) {
      throw .unmodelled(reason: "A join merges columns that are not all known")
    }
    if join.kind == .right || join.kind == .full {
      throw .unmodelled(reason: "RIGHT and FULL joins that merge columns are not modelled")
    }
    let position = join.left.count
    guard joined.sources.indices.contains(position), join.left.isFirst else {
      throw .unmodelled(reason: "A join that merges columns stands behind a comma")
    }
    return merge(join, at: position, in: &joined)
  }

  private mutating func merge(
    _ join: Join, at position: Int, in joined: inout JoinedSources
  ) -> Bool {
    let left = Set(joined.sources[..<position].flatMap(\.columns).compactMap(\.key))
    let right = Set(joined.sources[position].columns.compactMap(\.key))
    if join.isNatural {
      joined.sources[position].mergedColumns = left.intersection(right)
      return true
    }
    guard case .using(let columns, _) = join.condition else { return true }
    for column in columns {
      guard left.contains(column.key), right.contains(column.key) else {
        return fail(
          "cannot join using column \(column.text) - column not present in both tables")
      }
    }
    joined.sources[position].mergedColumns = Set(columns.map(\.key))
    return true
  }

  private mutating func source(
    _ derived: DerivedTable, _ phase: NamePhase, _ outer: NameScope?
  ) throws(SQLiteStop) -> NameSource? {
    let columns =
      switch phase {
      case .expansion: try expand(derived.query)
      case .resolution: try resolve(derived.query, outer: outer)
      }
    guard let columns else { return nil }
    if derived.alias?.columns.isEmpty == false {
      throw .unmodelled(reason: "Column names of a subquery are not of SQLite")
    }
    return NameSource(
      key: derived.alias?.name.key, isAlias: true,
      columns: ResultColumn.unique(columns.map(\.asWritten)),
      isComplete: columns.allSatisfy { $0.writtenName != nil })
  }
}

extension Join {
  fileprivate var isMerging: Bool {
    if case .using = condition { true } else { isNatural }
  }
}

extension TableSource {
  /// How many sources it holds.
  fileprivate var count: Int {
    if case .join(let join) = self { join.left.count + join.right.count } else { 1 }
  }

  /// Whether its sources are counted from the left end: no parentheses on the left.
  fileprivate var isFirst: Bool { true }
}

extension ResultColumn {
  /// The column as a query around this one sees it: its name before it was looked up.
  var asWritten: ResultColumn {
    var copy = self
    copy.name = writtenName
    return copy
  }
}
