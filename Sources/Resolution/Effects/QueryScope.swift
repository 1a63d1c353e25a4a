import SQLSyntax

/// The sources in whose columns unqualified names are looked up at one level of a query.
struct QueryScope {
  var sources: [ScopeSource]
  /// Names that the query itself gives to its results, which `ORDER BY` and others may use.
  var outputNames: Set<String> = []
}

/// One source: the name it goes by, and what is known of its columns.
struct ScopeSource {
  var name: String
  /// The schema it was written with.
  var schema: String?
  var columns: Columns

  enum Columns {
    /// The columns of a relation; several where the search path decides.
    case relation([SchemaObject])
    case listed(Set<String>)
    case unknown
  }

  init(name: String, schema: String? = nil, columns: Columns) {
    self.name = name
    self.schema = schema
    self.columns = columns
  }
}

extension EffectCollector {
  mutating func withScope(_ scope: QueryScope, _ body: (inout EffectCollector) -> Void) {
    scopes.append(scope)
    body(&self)
    scopes.removeLast()
  }

  /// Refers to the column that a name means, or to one of those it can mean; to nothing where that
  /// cannot be told.
  mutating func refer(to column: ColumnReference) {
    if isStringInDisguise(column) || mayBeVariable && column.parts.count == 1 {
      return lenient(.possible) { $0.lookUp(column) }
    }
    lookUp(column)
  }

  /// SQLite reads `"name"` as a string where no column has that name.
  private func isStringInDisguise(_ column: ColumnReference) -> Bool {
    dialect == .sqlite && column.parts.count == 1 && column.column.quoting == .double
  }

  private mutating func lookUp(_ column: ColumnReference) {
    let name = key(column.column)
    guard !BuiltInNames.isSystemColumn(name, in: dialect) else { return }
    let owners =
      column.parts.count == 1
      ? relations(withColumn: name) : relations(qualifiedBy: column.parts.dropLast())
    addReference(
      to: owners.map { $0.part(.column, name) }, type: .column, at: column.range)
  }

  private func relations(withColumn name: String) -> [SchemaObject] {
    if localNames.contains(name) { return [] }
    var relations: [SchemaObject] = []
    for scope in scopes.reversed() {
      if scope.outputNames.contains(name) { return [] }
      for source in scope.sources {
        if source.name == name { return [] }
        switch source.columns {
        case .unknown: return []
        case .listed(let columns): if columns.contains(name) { return [] }
        case .relation(let candidates): relations += candidates
        }
      }
    }
    return relations
  }

  private func relations(qualifiedBy parts: ArraySlice<Identifier>) -> [SchemaObject] {
    guard let qualifier = parts.last.map({ key($0) }) else { return [] }
    let schema = parts.dropLast().last.map { key($0) }
    for scope in scopes.reversed() {
      let source = scope.sources.first {
        $0.name == qualifier && (schema == nil || $0.schema == schema)
      }
      guard let source else { continue }
      if case .relation(let candidates) = source.columns { return candidates }
      return []
    }
    return []
  }
}
