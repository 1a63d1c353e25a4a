import DatabaseModel
import Engines
import SQLSyntax

/// The names that one level of a query offers, with where their values are found.
final class SQLiteScope {
  var sources: [SQLiteScopeSource]
  let parent: SQLiteScope?
  /// Where aggregates are collected; `nil` where they are out of place.
  var aggregates: SQLiteAggregateList?
  /// The result's expressions by alias, for the clauses that may use them.
  var aliases: [(key: String, expression: SQLExpression)] = []
  /// Columns used outside aggregates while an aggregate query is compiled.
  var bareColumns: [(source: Int, column: Int)] = []
  /// A name that no level knows is a string, if it stands in double quotes.
  var allowsQuotedStrings = true
  /// The schema that names without one are looked up in: that of the view or trigger.
  var boundSchema: ObjectID?
  var commonTables: SQLiteCommonTableScope?
  var referenced: Set<Int> = []
  /// Something of a level outside was used.
  var isCorrelated = false

  init(sources: [SQLiteScopeSource] = [], parent: SQLiteScope? = nil) {
    self.sources = sources
    self.parent = parent
    boundSchema = parent?.boundSchema
    commonTables = parent?.commonTables
  }
}

/// One source of a FROM clause.
struct SQLiteScopeSource {
  var key: String?
  var schemaKey: String?
  var columns: [SQLiteScopeColumn]
  var hasRowID = false
  /// The position of the column that is the rowid.
  var rowIDColumn: Int?
  /// Columns that USING or NATURAL merged with those to the left.
  var merged: Set<String> = []
  /// `new`, `old`, `excluded`: only found by their own name.
  var needsQualifier = false
}

extension SQLiteScopeSource {
  /// As `new`, `old` and `excluded` are seen: the engine compares their values without the affinities
  /// of their columns, but for the rowid's.
  var withoutAffinities: SQLiteScopeSource {
    var copy = self
    for position in columns.indices where position != rowIDColumn {
      copy.columns[position].affinity = .none
    }
    return copy
  }
}

/// A column of a source.
struct SQLiteScopeColumn {
  var name: String
  var key: String
  var affinity: SQLiteAffinity
  var collation: SQLiteCollation?
  /// The terms of a compound do not agree on the affinity.
  var isUnclear = false

  init(
    _ name: String, affinity: SQLiteAffinity = .none, collation: SQLiteCollation? = nil,
    isUnclear: Bool = false
  ) {
    self.name = name
    key = name.asciiLowercased()
    self.affinity = affinity
    self.collation = collation
    self.isUnclear = isUnclear
  }
}

/// The common tables in force, the innermost first.
final class SQLiteCommonTableScope {
  var tables: [String: SQLiteCommonTablePlan] = [:]
  let parent: SQLiteCommonTableScope?

  init(parent: SQLiteCommonTableScope?) { self.parent = parent }

  func find(_ key: String) -> SQLiteCommonTablePlan? { tables[key] ?? parent?.find(key) }
}

/// What a name was found to be.
enum SQLiteFoundName {
  case column(level: Int, source: Int, column: Int)
  case rowID(level: Int, source: Int)
  case alias(SQLExpression)
  case text(String)
  case truth(Bool)
}

extension SQLiteScope {
  /// Looks a column's name up, from the innermost level outwards.
  func find(_ reference: ColumnReference) throws(SQLiteHalt) -> SQLiteFoundName {
    let parts = reference.parts
    let key = reference.column.text.asciiLowercased()
    let table = parts.count > 1 ? parts[parts.count - 2].text.asciiLowercased() : nil
    let schema = parts.count > 2 ? parts[parts.count - 3].text.asciiLowercased() : nil
    var level = 0
    var scope: SQLiteScope? = self
    while let current = scope {
      if let found = try current.find(key, table, schema, level) {
        if level > 0 { markCorrelated(upTo: current) }
        return found
      }
      level += 1
      scope = current.parent
    }
    if table == nil {
      if reference.column.quoting == .double, allowsQuotedStrings {
        return .text(reference.column.text)
      }
      if key == "true" || key == "false" { return .truth(key == "true") }
    }
    throw .error("no such column: \(reference.description)", .prepare)
  }

  private func markCorrelated(upTo end: SQLiteScope) {
    var scope: SQLiteScope? = self
    while let current = scope, current !== end {
      current.isCorrelated = true
      scope = current.parent
    }
  }

  private func find(
    _ key: String, _ table: String?, _ schema: String?, _ level: Int
  ) throws(SQLiteHalt) -> SQLiteFoundName? {
    var found: (source: Int, column: Int)?
    var rowIDSources: [Int] = []
    for (number, source) in sources.enumerated() {
      if source.needsQualifier, table != source.key { continue }
      if let table, source.key != table { continue }
      if let schema, source.schemaKey != schema { continue }
      if source.hasRowID { rowIDSources.append(number) }
      guard let column = source.columns.firstIndex(where: { $0.key == key }) else { continue }
      if found != nil {
        if table == nil, source.merged.contains(key) { continue }
        throw .error("ambiguous column name: \(key)", .prepare)
      }
      found = (number, column)
    }
    if let found {
      referenced.insert(found.source << 16 | found.column)
      return .column(level: level, source: found.source, column: found.column)
    }
    if key == "rowid" || key == "oid" || key == "_rowid_", rowIDSources.count == 1 {
      return .rowID(level: level, source: rowIDSources[0])
    }
    if table == nil, let alias = aliases.first(where: { $0.key == key }) {
      return .alias(alias.expression)
    }
    return nil
  }
}
