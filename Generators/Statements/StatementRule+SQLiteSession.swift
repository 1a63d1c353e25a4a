import Engines
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Settings and upkeep of SQLite.
  static let sqliteSession = [
    StatementRule("PRAGMA", { _ in 4 }) { drawing in
      let settings: [(Identifier, SQLExpression?)] = [
        ("foreign_keys", .integer(1)), ("foreign_keys", .integer(1)), ("foreign_keys", .integer(0)),
        ("legacy_alter_table", .integer(1)), ("legacy_alter_table", .integer(0)),
        ("foreign_keys", nil), ("defer_foreign_keys", .integer(1)), ("foreign_key_check", nil),
        ("user_version", .integer(3)), ("user_version", nil), ("integrity_check", nil),
      ]
      let (name, value) = try drawing.source.element(of: settings)
      return Statement(.pragma(Pragma(name: name, value: value)))
    },
    StatementRule("VACUUM", { _ in 1 }) { _ in
      Statement(.vacuum(Maintenance()))
    },
    StatementRule("ANALYZE", { $0.hasTables ? 1 : 0 }) { drawing in
      let table = try drawing.tableName(of: drawing.table())
      let targets = [MaintenanceTarget(table: TableReference(name: table))]
      return Statement(.analyze(Maintenance(tables: try drawing.source.boolean() ? targets : [])))
    },
    StatementRule("REINDEX", { $0.hasTables ? 1 : 0 }) { drawing in
      let table = try drawing.tableName(of: drawing.table())
      return Statement(.reindex(Reindex(name: try drawing.source.boolean() ? table : nil)))
    },
  ]
}
