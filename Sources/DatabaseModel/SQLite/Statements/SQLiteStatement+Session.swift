import HashTreeCollections
import SQLSyntax

extension SQLiteStatement {
  func transaction(_ control: TransactionControl) throws(SQLiteStop) -> AppliedTransition {
    var after = session
    switch control {
    case .begin:
      if session.isInTransactionBlock, !session.plantedFaults.contains(.transactionsNest) {
        throw .error("cannot start a transaction within a transaction")
      }
      after.isInTransactionBlock = true
    case .commit:
      guard
        session.isInTransactionBlock || session.plantedFaults.contains(.commitNeedsNoTransaction)
      else {
        throw .error("cannot commit - no transaction is active")
      }
      after.endTransaction()
      let demands: [RowDemand] = session.enforcesForeignKeys ? [.runs(writing: nil)] : []
      return unchanged("COMMIT", demands: demands, session: after)
    case .rollback:
      guard session.isInTransactionBlock else {
        throw .error("cannot rollback - no transaction is active")
      }
      after.endTransaction()
    case .savepoint(let name): after.open(savepoint: name.key)
    case .release(let name): try after.release(name)
    case .rollbackTo(let name): try after.rollBack(to: name)
    case .prepare, .commitPrepared, .rollbackPrepared:
      throw .unmodelled(reason: "Prepared transactions are not of SQLite")
    }
    return unchanged("TRANSACTION", session: after)
  }

  func pragma(_ pragma: Pragma) throws(SQLiteStop) -> AppliedTransition {
    if let schema = pragma.schema, catalog.schemaNames[schema.key] == nil {
      throw .error("unknown database \(schema.written)")
    }
    guard let value = pragma.value else {
      if pragma.name.key == "optimize" || pragma.name.key == "incremental_vacuum" {
        throw .unmodelled(reason: "PRAGMA \(pragma.name.text) does what it sees fit")
      }
      if pragma.name.key == "foreign_key_check" {
        throw .unmodelled(reason: "PRAGMA foreign_key_check looks at every foreign key")
      }
      return unchanged("PRAGMA")
    }
    var after = session
    switch pragma.name.key {
    case "foreign_keys":
      // "This pragma is a no-op within a transaction." (SQLite, PRAGMA foreign_keys)
      if !session.isInTransactionBlock { after.enforcesForeignKeys = try value.pragmaFlag() }
    case "legacy_alter_table": after.usesLegacyAlterTable = try value.pragmaFlag()
    case "writable_schema":
      if value.pragmaWord == "reset" {
        throw .unmodelled(reason: "writable_schema=RESET reads the schema again")
      }
      after.hasWritableSchema = try value.pragmaFlag()
    case "synchronous":
      if session.isInTransactionBlock {
        throw .error("Safety level may not be changed inside a transaction")
      }
    case "query_only", "temp_store", "temp_store_directory", "schema_version", "trusted_schema",
      "case_sensitive_like", "encoding", "optimize", "recursive_triggers",
      "ignore_check_constraints", "journal_mode", "locking_mode", "incremental_vacuum":
      throw .unmodelled(reason: "PRAGMA \(pragma.name.text) changes what later statements do")
    default: return unchanged("PRAGMA", demands: [.runs(writing: nil)])
    }
    return unchanged("PRAGMA", session: after)
  }

  func vacuum(_ vacuum: Maintenance) throws(SQLiteStop) -> AppliedTransition {
    if let schema = vacuum.schema, catalog.schemaNames[schema.key] == nil {
      throw .error("unknown database \(schema.text)")
    }
    if vacuum.into != nil { throw .unmodelled(reason: "VACUUM INTO writes another file") }
    if session.isInTransactionBlock, !session.plantedFaults.contains(.vacuumRunsAnywhere) {
      throw .error("cannot VACUUM from within a transaction")
    }
    var editor = SQLiteEditor(catalog)
    editor.vacuum(vacuum.schema.flatMap { catalog.schemaNames[$0.key] } ?? catalog.mainSchema)
    return changed(editor, "VACUUM", demands: [.runs(writing: nil)])
  }

  func analyze(_ analyze: Maintenance) throws(SQLiteStop) -> AppliedTransition {
    var schema = catalog.mainSchema
    if let name = analyze.tables.first?.table.name {
      let isSchema = name.schema == nil && catalog.schemaNames[name.name.key] != nil
      let known = name.schema.flatMap { catalog.schemaNames[$0.key] }
      if let written = name.schema, known == nil {
        throw .error("unknown database \(written.written)")
      }
      if isSchema {
        schema = catalog.schemaNames[name.name.key] ?? schema
      } else if let index = catalog.index(name.name, in: known) {
        schema = index.schema
      } else {
        schema = try catalog.locate(name).schema
      }
    }
    var editor = SQLiteEditor(catalog)
    if session.plantedFaults.contains(.analyzeKeepsNothing) { return unchanged("ANALYZE") }
    editor.addSystemTable("sqlite_stat1", ["tbl", "idx", "stat"], in: schema)
    return changed(editor, "ANALYZE")
  }

  func reindex(_ reindex: Reindex) throws(SQLiteStop) -> AppliedTransition {
    guard let name = reindex.name else { return unchanged("REINDEX") }
    if name.schema == nil, SQLiteReserved.collations.contains(name.name.key) {
      return unchanged("REINDEX")
    }
    let schema = try catalog.schema(of: name)
    let isKnown =
      catalog.relation(name.name, in: schema) != nil
      || catalog.index(name.name, in: schema) != nil
    guard isKnown || session.plantedFaults.contains(.reindexNeedsNothing) else {
      throw .error("unable to identify the object to be reindexed")
    }
    return unchanged("REINDEX")
  }

  func detach(_ schema: SQLExpression) throws(SQLiteStop) -> AppliedTransition {
    guard let word = schema.pragmaWord, catalog.unknowns.isEmpty else {
      throw .unmodelled(reason: "DETACH of a computed name")
    }
    guard catalog.schemaNames[word] != nil else { throw .error("no such database: \(word)") }
    throw .error("cannot detach database \(word)")
  }

  func explain(_ explain: Explain) throws(SQLiteStop) -> AppliedTransition {
    switch explain.statement.kind {
    case .select, .insert, .update, .delete:
      _ = try apply(explain.statement.kind)
      return unchanged("EXPLAIN")
    default: throw .unmodelled(reason: "EXPLAIN makes only some of the checks")
    }
  }
}

extension SQLiteEditor {
  /// The counters of AUTOINCREMENT are only made again where a table has one.
  fileprivate mutating func vacuum(_ schema: ObjectID) {
    let tables = catalog.storedObjects(in: schema).compactMap { object in
      if case .table(let table) = object { table } else { nil }
    }
    if tables.contains(where: { $0.definition?.isAutoincrement == true }) { return }
    if let counters = tables.first(where: { $0.name.key == "sqlite_sequence" }) {
      remove(relation: counters.id)
    }
  }
}

extension SessionState {
  fileprivate mutating func endTransaction() {
    isInTransactionBlock = false
    isTransactionOfSavepoint = false
    savepoints = []
  }

  fileprivate mutating func open(savepoint: String) {
    if !isInTransactionBlock {
      isInTransactionBlock = true
      isTransactionOfSavepoint = true
    }
    savepoints.append(savepoint)
  }

  fileprivate mutating func release(_ name: Identifier) throws(SQLiteStop) {
    let index = try position(of: name)
    savepoints.removeSubrange(index...)
    if savepoints.isEmpty, isTransactionOfSavepoint, !plantedFaults.contains(.releaseNeverCommits) {
      endTransaction()
    }
  }

  fileprivate mutating func rollBack(to name: Identifier) throws(SQLiteStop) {
    let index = try position(of: name)
    savepoints.removeSubrange((index + 1)...)
  }

  private func position(of name: Identifier) throws(SQLiteStop) -> Int {
    if let index = savepoints.lastIndex(of: name.key) { return index }
    throw .error("no such savepoint: \(name.text)")
  }
}

extension SQLExpression {
  /// A word or a number as a PRAGMA takes it, in lower case.
  fileprivate var pragmaWord: String? {
    switch kind {
    case .column(let reference): reference.column.key
    case .literal(.string(let text)): text.asciiLowercased()
    case .literal(.integer(let digits)): digits
    case .literal(.boolean(let value)): value ? "true" : "false"
    default: nil
    }
  }

  fileprivate func pragmaFlag() throws(SQLiteStop) -> Bool {
    switch pragmaWord {
    case "on", "yes", "true", "1": true
    case "off", "no", "false", "0": false
    default: throw .unmodelled(reason: "The pragma's value is not one of the usual words")
    }
  }
}
