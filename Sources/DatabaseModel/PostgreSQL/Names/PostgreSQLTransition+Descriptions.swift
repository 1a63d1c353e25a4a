import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// An object as the engine names it in details and notices.
  func describe(_ address: ObjectAddress) throws(Halt) -> String {
    let id = address.object
    if let relation = catalog.relations[id] {
      guard let number = address.column else { return describe(relation) }
      let columns = catalog.columns(of: id)
      guard columns.indices.contains(number - 1) else { return describe(relation) }
      return "column \(columns[number - 1].name.text) of \(describe(relation))"
    }
    if let constraint = catalog.constraints[id] { return try describe(constraint) }
    if let type = catalog.types[id] { return "type \(typeDisplayName(type))" }
    if let routine = catalog.routines[id] { return describe(routine) }
    if let trigger = catalog.triggers[id] {
      return "trigger \(trigger.name.text) on \(describeRelation(trigger.table))"
    }
    if let policy = catalog.policies[id] {
      return "policy \(policy.name.text) on \(describeRelation(policy.table))"
    }
    if let schema = catalog.schemas[id] { return "schema \(schema.name.text.quotedPostgreSQLName)" }
    if let column = catalog.columnDefaults[id] {
      return "default value for \(try describe(column))"
    }
    throw .unmodelled("An object that is not known by name is involved")
  }

  func describe(_ routine: Routine) -> String {
    let word =
      switch routine.kind {
      case .function: "function"
      case .procedure: "procedure"
      case .aggregate: "function"
      }
    return "\(word) \(signature(routine))"
  }

  /// `name(integer, text)`, with the schema where the name alone does not find it.
  func signature(_ routine: Routine) -> String {
    let types = routine.inputTypes.map { displayName(of: $0) }.joined(separator: ",")
    return "\(qualifiedIfHidden(routine))(\(types))"
  }

  private func qualifiedIfHidden(_ routine: Routine) -> String {
    let name = routine.name.text.quotedPostgreSQLName
    guard let schema = catalog.schemas[routine.schema]?.name.text,
      !searchedSchemas.contains(routine.schema)
    else { return name }
    return "\(schema.quotedPostgreSQLName).\(name)"
  }

  private func describe(_ constraint: TableConstraint) throws(Halt) -> String {
    let name = constraint.name?.text ?? ""
    if let type = catalog.types[constraint.owner] {
      return "constraint \(name) on type \(typeDisplayName(type))"
    }
    return "constraint \(name) on \(describeRelation(constraint.owner))"
  }

  func describeRelation(_ id: ObjectID) -> String {
    catalog.relations[id].map { describe($0) } ?? "relation"
  }

  func describe(_ relation: Relation) -> String {
    "\(relation.kindWord) \(displayName(of: relation))"
  }

  /// The relation's name in quotes where needed, with its schema where it is not visible.
  func displayName(of relation: Relation) -> String {
    let name = relation.name.text.quotedPostgreSQLName
    if isVisible(relation) { return name }
    let schema = catalog.schemas[relation.schema]?.name.text ?? ""
    return "\(schema.quotedPostgreSQLName).\(name)"
  }
}

extension Relation {
  /// `table`, `materialized view`, …, as details call it.
  var kindWord: String {
    switch self {
    case .table(let table):
      if case .foreign = table.kind { "foreign table" } else { "table" }
    case .view(let view): view.isMaterialized ? "materialized view" : "view"
    case .index: "index"
    case .sequence: "sequence"
    case .compositeType: "composite type"
    }
  }

  /// `tables`, `views`, …, as "This operation is not supported for …" calls it.
  var kindPlural: String {
    switch self {
    case .table(let table):
      switch table.kind {
      case .partitioned: "partitioned tables"
      case .foreign: "foreign tables"
      default: "tables"
      }
    case .view(let view): view.isMaterialized ? "materialized views" : "views"
    case .index: "indexes"
    case .sequence: "sequences"
    case .compositeType: "composite types"
    }
  }
}
