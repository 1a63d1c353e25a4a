import HashTreeCollections
import SQLSyntax

/// The tables whose columns an expression can name.
struct Scope: Hashable {
  var sources: [ScopeSource] = []

  init(sources: [ScopeSource] = []) { self.sources = sources }
}

/// One table of a scope under the name it has there.
struct ScopeSource: Hashable {
  /// Its number in its query, which the analyzed tree names it by.
  var number = 0
  /// `nil` for the result of a join without an alias.
  var name: String?
  /// The schema it was written with or found in; `nil` where there is an alias.
  var schema: String?
  var columns: [ScopeColumn]
  /// The relation itself, which the expression then depends on.
  var relation: ObjectID?
  /// Columns can be named only with the table's name: they were merged by USING.
  var hiddenColumns: Set<String> = []
  /// A function of one column without a name of its own can be named as a value.
  var isFunction = false
  /// System columns (`ctid`, `xmin`, …) exist.
  var hasSystemColumns = false
  /// Its bare column names are not looked up: the join above it has them.
  var isQualifiedOnly = false
}

/// A column of a scope.
struct ScopeColumn: Hashable {
  var name: String
  var type: DataType
  /// What it depends on, if it stands for a column of the catalog.
  var address: ObjectAddress?
  /// A literal of a subquery that has no type yet counts as `text`.
  var isGenerated = false
  /// Where the analyzed tree finds its value.
  var place: ColumnPlace?
}

/// A column of a numbered source, from 0.
struct ColumnPlace: Hashable {
  var source: Int
  var column: Int
}

extension ScopeSource {
  /// The source under a number, with the places of its columns.
  func numbered(_ number: Int) -> ScopeSource {
    var source = self
    source.number = number
    for index in columns.indices {
      source.columns[index].place = ColumnPlace(
        source: number, column: columns[index].address?.column.map { $0 - 1 } ?? index)
    }
    return source
  }
}

extension PostgreSQLTransition {
  /// A table's own columns under its own name, as CHECKs and index expressions see them.
  func scope(
    of relation: ObjectID, name: String? = nil
  ) throws(Halt) -> Scope {
    Scope(sources: [try source(of: relation, name: name)])
  }

  /// A relation of the catalog as a table of a scope.
  func source(of id: ObjectID, name: String? = nil) throws(Halt) -> ScopeSource {
    guard let relation = catalog.relations[id] else {
      throw .unmodelled("A relation without columns is read")
    }
    if case .view(let view) = relation, !view.hasKnownColumns {
      throw .unmodelled("The columns of the view \(view.name.text) are not known")
    }
    var columns: [ScopeColumn] = []
    for (index, column) in columnsForReading(relation).enumerated() where !column.isDropped {
      guard let type = column.type else {
        throw .unmodelled("The type of column \(column.name.text) is not known")
      }
      columns.append(
        ScopeColumn(
          name: column.name.text, type: type,
          address: ObjectAddress(object: id, column: index + 1),
          isGenerated: column.generation != nil))
    }
    return ScopeSource(
      name: name ?? relation.name.text,
      schema: name == nil ? catalog.schemas[relation.schema]?.name.text : nil, columns: columns,
      relation: id, hasSystemColumns: hasSystemColumns(relation)
    ).numbered(0)
  }

  private func columnsForReading(_ relation: Relation) -> [Column] {
    if case .sequence = relation {
      return [("last_value", "int8"), ("log_cnt", "int8"), ("is_called", "bool")].map {
        Column(name: Identifier($0.0), type: .builtin($0.1))
      }
    }
    return catalog.columns(of: relation.id)
  }

  private func hasSystemColumns(_ relation: Relation) -> Bool {
    switch relation {
    case .table: true
    case .view(let view): view.isMaterialized
    default: false
    }
  }

  /// A system catalog as a table of a scope.
  func source(of relation: BuiltinRelation, name: String? = nil) -> ScopeSource {
    ScopeSource(
      name: name ?? relation.name, schema: name == nil ? relation.schema : nil,
      columns: relation.columns.map { ScopeColumn(name: $0.name, type: .builtin($0.type)) },
      hasSystemColumns: !relation.isView)
  }
}

/// Names that every table's rows have beside their columns.
enum SystemColumns {
  static let types = [
    "tableoid": "oid", "cmax": "cid", "xmax": "xid", "cmin": "cid", "xmin": "xid", "ctid": "tid",
  ]
}
