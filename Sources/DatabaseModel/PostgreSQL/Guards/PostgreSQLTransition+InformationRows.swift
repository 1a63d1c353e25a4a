import HashTreeCollections
import SQLSyntax

/// The views of `information_schema` that guards ask.
extension PostgreSQLTransition {
  func informationRows(_ name: String) throws(Halt) -> [[String: GuardValue]] {
    switch name {
    case "tables": return tableInformation()
    case "columns": return columnInformation()
    case "table_constraints": return constraintInformation()
    case "key_column_usage", "constraint_column_usage":
      return columnUsage(isReferenced: name == "constraint_column_usage")
    case "referential_constraints":
      return constraintInformation().filter { $0["constraint_type"] == .text("FOREIGN KEY") }
    case "schemata": return catalog.schemas.values.map { ["schema_name": .text($0.name.text)] }
    case "sequences":
      return catalog.relations.keys.compactMap { catalog.sequence($0) }.filter { !$0.isIdentity }
        .map {
          ["sequence_schema": schemaName($0.schema), "sequence_name": .text($0.name.text)]
        }
    case "views":
      return catalog.relations.keys.compactMap { catalog.view($0) }.filter { !$0.isMaterialized }
        .map { ["table_schema": schemaName($0.schema), "table_name": .text($0.name.text)] }
    case "triggers": return triggerInformation()
    case "routines":
      return catalog.routines.values.map {
        ["routine_schema": schemaName($0.schema), "routine_name": .text($0.name.text)]
      }
    default: throw .unmodelled("A guard on information_schema.\(name) is not modelled")
    }
  }

  private func tableInformation() -> [[String: GuardValue]] {
    catalog.relations.values.compactMap { relation in
      let word: String
      switch relation.kindLetter {
      case "r", "p": word = "BASE TABLE"
      case "v": word = "VIEW"
      default: return nil
      }
      return [
        "table_schema": schemaName(relation.schema), "table_name": .text(relation.name.text),
        "table_type": .text(word),
      ]
    } + BuiltinRelations.names.map { ["table_name": .text($0)] }
  }

  private func columnInformation() -> [[String: GuardValue]] {
    catalog.relations.values.flatMap { relation -> [[String: GuardValue]] in
      guard ["r", "p", "v", "f"].contains(relation.kindLetter) else { return [] }
      return catalog.columns(of: relation.id).enumerated().compactMap { index, column in
        if column.isDropped { return nil }
        return information(column, number: index + 1, of: relation)
      }
    }
  }

  private func information(
    _ column: Column, number: Int, of relation: Relation
  ) -> [String: GuardValue] {
    var row: [String: GuardValue] = [
      "table_schema": schemaName(relation.schema), "table_name": .text(relation.name.text),
      "column_name": .text(column.name.text), "ordinal_position": .number(number),
      "is_nullable": .text(column.isNotNull ? "NO" : "YES"),
      "is_identity": .text(column.identity == nil ? "NO" : "YES"),
      "is_generated": .text(column.generation == nil ? "NEVER" : "ALWAYS"),
    ]
    guard let type = column.type.map({ baseType($0) }) else { return row }
    if type.isArray {
      row["data_type"] = .text("ARRAY")
    } else if case .builtin(let name) = type.reference {
      row["data_type"] = .text(BuiltinTypes.all[name]?.displayName ?? name)
      row["udt_name"] = .text(name)
    } else {
      row["data_type"] = .text("USER-DEFINED")
      if case .user(let id) = type.reference, let user = catalog.types[id] {
        row["udt_name"] = .text(user.name.text)
      }
    }
    if let length = type.modifiers.first, ["varchar", "bpchar"].contains(type.builtinName) {
      row["character_maximum_length"] = .number(length)
    } else {
      row["character_maximum_length"] = .null
    }
    if column.defaultValue == nil, column.identity == nil { row["column_default"] = .null }
    return row
  }

  private func constraintInformation() -> [[String: GuardValue]] {
    catalog.constraints.values.compactMap { constraint in
      guard let relation = catalog.relations[constraint.owner] else { return nil }
      let word: String
      switch constraint.rule {
      case .primaryKey: word = "PRIMARY KEY"
      case .unique: word = "UNIQUE"
      case .check: word = "CHECK"
      case .foreignKey: word = "FOREIGN KEY"
      default: return nil
      }
      return [
        "constraint_name": .text(constraint.name?.text ?? ""),
        "constraint_schema": schemaName(relation.schema),
        "table_schema": schemaName(relation.schema), "table_name": .text(relation.name.text),
        "constraint_type": .text(word),
      ]
    }
  }

  private func columnUsage(isReferenced: Bool) -> [[String: GuardValue]] {
    catalog.constraints.values.flatMap { constraint -> [[String: GuardValue]] in
      let table: ObjectID
      let columns: [Int]
      switch constraint.rule {
      case .primaryKey(let numbers, _), .unique(let numbers, _, _):
        (table, columns) = (constraint.owner, numbers)
      case .foreignKey(let key):
        guard isReferenced else {
          (table, columns) = (constraint.owner, key.columns)
          break
        }
        guard case .table(let parent, let numbers) = key.target else { return [] }
        (table, columns) = (parent, numbers)
      default: return []
      }
      guard let relation = catalog.relations[table] else { return [] }
      let all = catalog.columns(of: table)
      return columns.map { number in
        [
          "constraint_name": .text(constraint.name?.text ?? ""),
          "constraint_schema": schemaName(relation.schema),
          "table_schema": schemaName(relation.schema), "table_name": .text(relation.name.text),
          "column_name": .text(all[number - 1].name.text),
        ]
      }
    }
  }

  private func triggerInformation() -> [[String: GuardValue]] {
    catalog.triggers.values.flatMap { trigger -> [[String: GuardValue]] in
      guard let relation = catalog.relations[trigger.table] else { return [] }
      return trigger.definition.events.map { _ in
        [
          "trigger_name": .text(trigger.name.text),
          "event_object_table": .text(relation.name.text),
          "event_object_schema": schemaName(relation.schema),
          "trigger_schema": schemaName(relation.schema),
        ]
      }
    }
  }
}
