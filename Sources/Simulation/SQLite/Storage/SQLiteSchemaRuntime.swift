import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

/// A schema with its tables, made ready when they are first used.
final class SQLiteSchemaRuntime {
  let stamp: Int
  let catalog: Catalog
  private unowned let database: SQLiteExecution
  private var tables: [ObjectID: SQLiteTableRuntime] = [:]
  private var names: [String: Relation] = [:]
  private var parentKeys: [String: [SQLiteForeignKeyRuntime]]?
  private var childKeys: [ObjectID: [SQLiteForeignKeyRuntime]] = [:]
  private var triggerLists: [ObjectID: [SQLiteTriggerRuntime]] = [:]
  /// Kinds of change that the transition accepted once for a table, so that it need not be asked.
  var accepted: Set<SQLiteAcceptedChange> = []

  /// What a name stands for.
  enum Found {
    case table(SQLiteTableRuntime)
    case view(View)
    case schemaTable(isTemporary: Bool)
  }

  init(_ catalog: Catalog, stamp: Int, database: SQLiteExecution) {
    self.catalog = catalog
    self.stamp = stamp
    self.database = database
  }

  /// Takes over the tables of the schema before this one, except those of certain identities.
  func inherit(from old: SQLiteSchemaRuntime, except changed: Set<ObjectID>) {
    tables = old.tables.filter { !changed.contains($0.key) }
  }

  func table(_ id: ObjectID) throws(SQLiteHalt) -> SQLiteTableRuntime? {
    if let known = tables[id] { return known }
    guard let table = catalog.table(id) else { return nil }
    let made = try SQLiteCompiler(database).runtime(of: table, in: catalog)
    tables[id] = made
    return made
  }

  func find(_ name: ObjectName, boundTo bound: ObjectID?) throws(SQLiteHalt) -> Found {
    let key = name.name.text.asciiLowercased()
    let schemas: [ObjectID?] =
      bound.map { [$0] }
      ?? name.schema.map { [catalog.schemaID($0.text.asciiLowercased())] }
      ?? [catalog.schemaID("temp"), catalog.schemaID("main")]
    for case let schema? in schemas {
      guard let id = catalog.relationID(key, in: schema) else { continue }
      switch catalog.relations[id] {
      case .table: if let table = try table(id) { return .table(table) }
      case .view(let view): return .view(view)
      default: break
      }
    }
    switch key {
    case "sqlite_master", "sqlite_schema":
      let isTemporary = name.schema?.text.asciiLowercased() == "temp"
      return .schemaTable(isTemporary: isTemporary)
    case "sqlite_temp_master", "sqlite_temp_schema": return .schemaTable(isTemporary: true)
    default: throw .unmodelled("\(name.name.text) is no table of the schema")
    }
  }

  // MARK: - Foreign keys

  /// Foreign keys of a table, the newest first.
  func foreignKeys(of table: SQLiteTableRuntime) throws(SQLiteHalt) -> [SQLiteForeignKeyRuntime] {
    if let known = childKeys[table.table.id] { return known }
    var keys: [SQLiteForeignKeyRuntime] = []
    for constraint in catalog.constraints(of: table.table.id).reversed() {
      guard case .foreignKey(let key) = constraint.rule,
        case .name(let name, let columns) = key.target
      else { continue }
      keys.append(SQLiteForeignKeyRuntime(table, key, constraint, name.key(in: .sqlite), columns))
    }
    childKeys[table.table.id] = keys
    return keys
  }

  /// Foreign keys that refer to a table, the newest first.
  func references(to table: SQLiteTableRuntime) throws(SQLiteHalt) -> [SQLiteForeignKeyRuntime] {
    if parentKeys == nil {
      var all: [String: [SQLiteForeignKeyRuntime]] = [:]
      let owners = Set(
        catalog.constraints.values.compactMap { constraint in
          if case .foreignKey = constraint.rule { constraint.owner } else { nil }
        })
      for owner in owners.sorted(by: >) {
        guard let child = try self.table(owner) else { continue }
        for key in try foreignKeys(of: child) { all[key.parentKey, default: []].append(key) }
      }
      parentKeys = all
    }
    let found = parentKeys?[table.table.name.key(in: .sqlite)] ?? []
    return found.filter { $0.child.table.schema == table.table.schema }
  }

  // MARK: - Triggers

  /// Whether any trigger inserts into a table with AUTOINCREMENT, whose counter the engine then
  /// writes whether the trigger fires or not.
  lazy var triggersCountUp: Bool = {
    let counted = catalog.tables(inSchema: "main")
      .filter { $0.definition?.isAutoincrementing == true }.map { $0.name.key(in: .sqlite) }
    if counted.isEmpty { return false }
    return catalog.triggers.values.contains { trigger in
      guard case .statements(let statements) = trigger.definition.action else { return false }
      return statements.contains { statement in
        guard case .insert(let insert) = statement.kind else { return false }
        return counted.contains(insert.table.name.key(in: .sqlite))
      }
    }
  }()

  /// Triggers of a table or view, in the order in which they fire: the newest first.
  func triggers(of relation: ObjectID) throws(SQLiteHalt) -> [SQLiteTriggerRuntime] {
    if let known = triggerLists[relation] { return known }
    let found = catalog.triggers(of: relation).reversed().map { SQLiteTriggerRuntime($0) }
    let temporary = catalog.schemaID("temp")
    let sorted =
      found.filter { $0.trigger.schema == temporary }
      + found.filter { $0.trigger.schema != temporary }
    triggerLists[relation] = sorted
    return sorted
  }
}

/// A kind of change of a table's rows.
struct SQLiteAcceptedChange: Hashable {
  var table: ObjectID
  var kind: SQLiteChangeKind
  /// Positions of the columns that UPDATE sets, ascending.
  var columns: [Int]
  var enforcesForeignKeys: Bool
}

/// INSERT, UPDATE or DELETE.
enum SQLiteChangeKind: Hashable {
  case insert, update, delete
}
