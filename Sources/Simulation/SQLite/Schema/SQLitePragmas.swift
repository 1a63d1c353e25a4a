import DatabaseModel
import Engines
import SQLSyntax

extension SQLiteExecution {
  func pragma(_ pragma: Pragma, _ statement: Statement) throws(SQLiteHalt) -> SQLiteResultRows {
    let name = pragma.name.key(in: .sqlite)
    if let schema = pragma.schema, schema.key(in: .sqlite) != "main" {
      if state.catalog.schemaID(schema.key(in: .sqlite)) == nil { _ = try transition(statement) }
      throw .unmodelled("PRAGMA of another schema than main")
    }
    if let value = pragma.value { return try set(name, value, pragma, statement) }
    switch name {
    case "foreign_keys": return flag(name, session.model.enforcesForeignKeys)
    case "defer_foreign_keys": return flag(name, session.defersForeignKeys)
    case "legacy_alter_table": return flag(name, session.model.usesLegacyAlterTable)
    case "writable_schema": return flag(name, session.model.hasWritableSchema)
    case "query_only": return flag(name, session.isQueryOnly)
    case "recursive_triggers", "ignore_check_constraints": return flag(name, false)
    case "user_version": return number(name, Int64(state.userVersion))
    case "application_id": return number(name, Int64(state.applicationID))
    case "foreign_key_check": return try foreignKeyCheck(nil)
    case "integrity_check", "quick_check":
      try checkIntegrity()
      return SQLiteResultRows(columns: [name], rows: [[.text("ok")]])
    case "encoding": return SQLiteResultRows(columns: [name], rows: [[.text("UTF-8")]])
    default: throw .unmodelled("PRAGMA \(pragma.name.text)")
    }
  }

  private func flag(_ name: String, _ value: Bool) -> SQLiteResultRows {
    number(name, value ? 1 : 0)
  }

  private func number(_ name: String, _ value: Int64) -> SQLiteResultRows {
    SQLiteResultRows(columns: [name], rows: [[.integer(value)]])
  }

  /// The word or number that a pragma is set to, in lower case.
  static func word(_ value: SQLExpression) -> String? {
    switch value.kind {
    case .column(let reference): return reference.column.text.asciiLowercased()
    case .literal(.string(let text)): return text.asciiLowercased()
    case .literal(.integer(let digits)): return digits
    case .literal(.boolean(let flag)): return flag ? "true" : "false"
    case .prefix(let sign, let operand) where sign.symbol == "-":
      return word(operand).map { "-\($0)" }
    case .prefix(let sign, let operand) where sign.symbol == "+": return word(operand)
    default: return nil
    }
  }

  private func isOn(_ value: SQLExpression) throws(SQLiteHalt) -> Bool {
    switch Self.word(value) {
    case "on", "yes", "true", "1": return true
    case "off", "no", "false", "0": return false
    default: throw .unmodelled("The pragma's value is not one of the usual words")
    }
  }

  private func set(
    _ name: String, _ value: SQLExpression, _ pragma: Pragma, _ statement: Statement
  ) throws(SQLiteHalt) -> SQLiteResultRows {
    switch name {
    case "foreign_keys":
      let isOn = try isOn(value)
      if !session.model.isInTransactionBlock { session.model.enforcesForeignKeys = isOn }
    case "defer_foreign_keys":
      let isOn = try isOn(value)
      session.defersForeignKeys = isOn
      if !isOn { session.deferredImmediate = 0 }
    case "legacy_alter_table": session.model.usesLegacyAlterTable = try isOn(value)
    case "query_only": session.isQueryOnly = try isOn(value)
    case "user_version": state.userVersion = try header(value)
    case "application_id": state.applicationID = try header(value)
    case "table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list":
      guard let table = Self.word(value) else { throw .unmodelled("A pragma of no name") }
      return try describe(name, table)
    case "foreign_key_check":
      guard let table = Self.word(value) else { throw .unmodelled("A pragma of no name") }
      return try foreignKeyCheck(table)
    case "synchronous", "writable_schema":
      let applied = try transition(statement)
      if let model = applied.session { session.model = model }
    case "busy_timeout":
      guard let word = Self.word(value), let wait = Int64(word) else {
        throw .unmodelled("The pragma's value is not one of the usual words")
      }
      return SQLiteResultRows(columns: ["timeout"], rows: [[.integer(max(0, wait))]])
    case "cache_size": break
    default:
      if Self.known.contains(name) { throw .unmodelled("PRAGMA \(pragma.name.text)") }
    }
    return SQLiteResultRows()
  }

  private func header(_ value: SQLExpression) throws(SQLiteHalt) -> Int32 {
    if session.isQueryOnly { throw readOnly() }
    guard let word = Self.word(value), let number = Int32(word) else {
      throw .unmodelled("The pragma's value is not a number of 32 bits")
    }
    return number
  }

  /// Pragmas of the engine; a name that it does not know is passed over silently.
  private static let known: Set<String> = [
    "analysis_limit", "auto_vacuum", "automatic_index", "cache_spill", "case_sensitive_like",
    "cell_size_check", "checkpoint_fullfsync", "collation_list", "compile_options",
    "count_changes", "data_store_directory", "data_version", "database_list",
    "default_cache_size", "empty_result_callbacks", "encoding", "freelist_count",
    "full_column_names", "fullfsync", "function_list", "hard_heap_limit",
    "ignore_check_constraints", "incremental_vacuum", "index_xinfo", "integrity_check",
    "journal_mode", "journal_size_limit", "locking_mode", "max_page_count", "mmap_size",
    "module_list", "optimize", "page_count", "page_size", "pragma_list", "quick_check",
    "read_uncommitted", "recursive_triggers", "reverse_unordered_selects", "schema_version",
    "secure_delete", "short_column_names", "shrink_memory", "soft_heap_limit", "stats",
    "table_list", "temp_store", "temp_store_directory", "threads", "trusted_schema",
    "wal_autocheckpoint", "wal_checkpoint",
  ]

  /// Rows of a STRICT table or of NOT NULL that ALTER TABLE let pass are found by the engine.
  private func checkIntegrity() throws(SQLiteHalt) {
    for table in state.catalog.tables(inSchema: "main") {
      guard table.isStrict || table.columns.contains(where: \.isNotNull),
        let runtime = try schema.table(table.id)
      else { continue }
      for (_, row) in data(of: runtime).rows.entries {
        for (value, column) in zip(row, runtime.columns) {
          if column.isNotNull, value.isNull || column.strictType != nil {
            if value.isNull { throw .unmodelled("What integrity_check finds") }
          }
          if let type = column.strictType, type != "ANY", !value.isNull {
            let name = value.typeName.asciiUppercased()
            if name != type, !(name == "INTEGER" && type == "INT") {
              throw .unmodelled("What integrity_check finds")
            }
          }
        }
      }
    }
  }

  /// The rows that violate foreign keys.
  private func foreignKeyCheck(_ only: String?) throws(SQLiteHalt) -> SQLiteResultRows {
    var result = SQLiteResultRows(columns: ["table", "rowid", "parent", "fkid"])
    result.isOrdered = false
    for table in state.catalog.tables(inSchema: "main") {
      let key = table.name.key(in: .sqlite)
      if let only, key != only { continue }
      let constraints = state.catalog.constraints(of: table.id).reversed().compactMap {
        constraint -> (ForeignKey, Identifier)? in
        guard case .foreignKey(let key) = constraint.rule, case .name(let name, _) = key.target
        else { return nil }
        return (key, name)
      }
      if constraints.isEmpty { continue }
      guard let runtime = try schema.table(table.id) else { continue }
      for (number, key) in try schema.foreignKeys(of: runtime).enumerated() {
        let parent = try? parent(of: key)
        if parent != nil, try !isFit(key) {
          throw .unmodelled("PRAGMA foreign_key_check beside a foreign key that does not fit")
        }
        if parent == nil,
          state.catalog.relation(named: key.parentKey, inSchema: "main") != nil
        {
          throw .unmodelled("A foreign key to something that is no table")
        }
        for (rowID, row) in data(of: runtime).rows.entries
        where try isViolated(key, parent, row) {
          result.rows.append([
            .text(table.name.text), table.isWithoutRowID ? .null : .integer(rowID),
            .text(constraints[number].1.text), .integer(Int64(number)),
          ])
        }
      }
    }
    return result
  }
}
