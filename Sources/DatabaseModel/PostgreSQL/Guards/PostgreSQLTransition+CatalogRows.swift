import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// The rows of a system table as the catalog gives them.
  func guardRows(of table: TableReference) throws(Halt) -> [GuardRow] {
    guard case .system(let relation)? = try findRelation(table.name) else {
      throw .unmodelled("A guard on a table of the user is not modelled")
    }
    if catalog.unknowns.contains(where: \.names.isEmpty) {
      throw .unmodelled("A statement before it may have changed anything")
    }
    let columns =
      relation.schema == "information_schema"
      ? try informationRows(relation.name) : try catalogRows(relation.name)
    let name = table.alias?.name.text ?? relation.name
    return columns.map {
      GuardRow(table: name, schema: relation.schema, relation: relation.name, columns: $0)
    }
  }

  func schemaName(_ id: ObjectID) -> GuardValue {
    .text(catalog.schemas[id]?.name.text ?? "")
  }

  private func catalogRows(_ name: String) throws(Halt) -> [[String: GuardValue]] {
    switch name {
    case "pg_namespace": namespaceRows()
    case "pg_type": typeRows()
    case "pg_class": classRows()
    case "pg_attribute": attributeRows()
    case "pg_constraint": constraintRows()
    case "pg_index": indexRows()
    case "pg_indexes": indexViewRows()
    case "pg_enum": enumRows()
    case "pg_extension": extensionRows()
    case "pg_trigger": triggerRows()
    case "pg_policy", "pg_policies": policyRows()
    case "pg_proc": procedureRows()
    case "pg_tables", "pg_views", "pg_matviews", "pg_sequences": try relationViewRows(name)
    default: throw .unmodelled("A guard on \(name) is not modelled")
    }
  }

  private func namespaceRows() -> [[String: GuardValue]] {
    catalog.schemas.values.map { ["oid": .object($0.id), "nspname": .text($0.name.text)] }
  }

  private func typeRows() -> [[String: GuardValue]] {
    let system = catalog.schemaID("pg_catalog").map { GuardValue.object($0) } ?? .null
    var rows: [[String: GuardValue]] = BuiltinTypes.all.keys.map {
      ["typname": .text($0), "typnamespace": system]
    }
    for type in catalog.types.values {
      let word =
        switch type.form {
        case .enumeration: "e"
        case .domain: "d"
        case .composite: "c"
        case .range: "r"
        case .opaque: "b"
        }
      rows.append([
        "oid": .object(type.id), "typname": .text(type.name.text),
        "typnamespace": .object(type.schema), "typtype": .text(word),
      ])
    }
    for relation in catalog.relations.values where relation.hasRowType {
      rows.append([
        "oid": .null, "typname": .text(relation.name.text),
        "typnamespace": .object(relation.schema), "typtype": .text("c"),
      ])
    }
    return rows
  }

  private func classRows() -> [[String: GuardValue]] {
    catalog.relations.values.map { relation in
      var row: [String: GuardValue] = [
        "oid": .object(relation.id), "relname": .text(relation.name.text),
        "relnamespace": .object(relation.schema), "relkind": .text(relation.kindLetter),
      ]
      if case .table(let table) = relation {
        row["relrowsecurity"] = .boolean(table.hasRowSecurity)
        row["relispartition"] = .boolean(table.partitionBound != nil)
      }
      return row
    } + BuiltinRelations.names.map { ["relname": .text($0)] }
  }

  private func attributeRows() -> [[String: GuardValue]] {
    catalog.relations.values.flatMap { relation in
      catalog.columns(of: relation.id).enumerated().map { index, column in
        [
          "attrelid": .object(relation.id), "attname": .text(column.name.text),
          "attnum": .number(index + 1), "attisdropped": .boolean(column.isDropped),
          "attnotnull": .boolean(column.isNotNull),
          "atthasdef": .boolean(column.defaultObject != nil),
        ]
      }
    }
  }

  private func constraintRows() -> [[String: GuardValue]] {
    catalog.constraints.values.map { constraint in
      let isOfType = catalog.types[constraint.owner] != nil
      let schema =
        catalog.relations[constraint.owner]?.schema
        ?? catalog.types[constraint.owner]?.schema
      var row: [String: GuardValue] = [
        "oid": .object(constraint.id), "conname": .text(constraint.name?.text ?? ""),
        "conrelid": isOfType ? .number(0) : .object(constraint.owner),
        "contype": .text(constraint.rule.letter),
        "convalidated": .boolean(constraint.isValidated),
        "condeferrable": .boolean(constraint.isDeferrable),
        "connamespace": schema.map { .object($0) } ?? .null,
      ]
      if case .foreignKey(let key) = constraint.rule, case .table(let parent, _) = key.target {
        row["confrelid"] = .object(parent)
      }
      return row
    }
  }

  private func indexRows() -> [[String: GuardValue]] {
    allIndexes.map { index in
      [
        "indexrelid": .object(index.id), "indrelid": .object(index.table),
        "indisunique": .boolean(index.isUnique), "indisprimary": .boolean(index.isPrimary),
        "indisvalid": .boolean(index.isValid),
      ]
    }
  }

  private var allIndexes: [TableIndex] { catalog.relations.keys.compactMap { catalog.index($0) } }

  private func indexViewRows() -> [[String: GuardValue]] {
    allIndexes.map { index in
      [
        "schemaname": schemaName(index.schema), "indexname": .text(index.name.text),
        "tablename": .text(catalog.relations[index.table]?.name.text ?? ""),
      ]
    }
  }

  private func enumRows() -> [[String: GuardValue]] {
    catalog.types.values.flatMap { type -> [[String: GuardValue]] in
      guard case .enumeration(let labels) = type.form else { return [] }
      return labels.map { ["enumtypid": .object(type.id), "enumlabel": .text($0)] }
    }
  }

  private func extensionRows() -> [[String: GuardValue]] {
    catalog.extensions.keys.map { ["extname": .text($0)] }
  }

  private func triggerRows() -> [[String: GuardValue]] {
    catalog.triggers.values.map { trigger in
      [
        "oid": .object(trigger.id), "tgname": .text(trigger.name.text),
        "tgrelid": .object(trigger.table), "tgisinternal": .boolean(false),
      ]
    }
  }

  private func policyRows() -> [[String: GuardValue]] {
    catalog.policies.values.map { policy in
      let relation = catalog.relations[policy.table]
      return [
        "polname": .text(policy.name.text), "polrelid": .object(policy.table),
        "policyname": .text(policy.name.text), "tablename": .text(relation?.name.text ?? ""),
        "schemaname": relation.map { schemaName($0.schema) } ?? .null,
      ]
    }
  }

  private func procedureRows() -> [[String: GuardValue]] {
    let system = catalog.schemaID("pg_catalog").map { GuardValue.object($0) } ?? .null
    return catalog.routines.values.map { routine in
      [
        "oid": .object(routine.id), "proname": .text(routine.name.text),
        "pronamespace": .object(routine.schema),
      ]
    } + BuiltinFunctions.all.keys.map { ["proname": .text($0), "pronamespace": system] }
  }

  private func relationViewRows(_ name: String) throws(Halt) -> [[String: GuardValue]] {
    let column: String
    let fits: (Relation) -> Bool
    switch name {
    case "pg_tables":
      (column, fits) = ("tablename", { $0.isTable })
    case "pg_views":
      (column, fits) = ("viewname", { $0.kindLetter == "v" })
    case "pg_matviews":
      (column, fits) = ("matviewname", { $0.kindLetter == "m" })
    default:
      (column, fits) = ("sequencename", { $0.kindLetter == "S" })
    }
    return catalog.relations.values.filter(fits).map { relation in
      ["schemaname": schemaName(relation.schema), column: .text(relation.name.text)]
    }
  }
}

extension Relation {
  /// `relkind`.
  var kindLetter: String {
    switch self {
    case .table(let table):
      switch table.kind {
      case .partitioned: "p"
      case .foreign: "f"
      default: "r"
      }
    case .view(let view): view.isMaterialized ? "m" : "v"
    case .index: "i"
    case .sequence: "S"
    case .compositeType: "c"
    }
  }
}

extension ConstraintRule {
  /// `contype`.
  var letter: String {
    switch self {
    case .primaryKey: "p"
    case .unique: "u"
    case .check: "c"
    case .foreignKey: "f"
    case .exclusion: "x"
    case .trigger: "t"
    }
  }
}
