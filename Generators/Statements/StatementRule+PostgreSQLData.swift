import DatabaseModel
import Engines
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Changes of rows that SQLite's grammar has no words for.
  static let postgreSQLData: [StatementRule] = [
    StatementRule("UPDATE FROM", 3, when: { $0.tables.count > 1 }) { drawing in
      let (target, other) = (try drawing.table(), try drawing.table())
      let columns = target.columns.filter { !$0.isDropped && $0.generation == nil }
      guard !columns.isEmpty else { try drawing.source.reject("no column can be written") }
      let column = try drawing.source.element(of: columns)
      let values = ValueClass(column.type, in: drawing.catalog)
      let scope = drawing.scope(of: other.columns, qualifiedBy: "o")
      return Statement(
        .update(
          Update(
            table: TableReference(
              name: try drawing.tableName(of: target), alias: TableAlias(name: "m")),
            assignments: [
              Assignment(
                targets: [AssignmentTarget(column: column.name.written(in: .postgresql))],
                value: try drawing.value(values, over: scope))
            ], from: [.named(try drawing.tableName(of: other), as: "o")],
            condition: try drawing.match(target.columns, "m", other.columns, "o"))))
    },
    StatementRule("DELETE USING", 1, when: { $0.tables.count > 1 }) { drawing in
      let (target, other) = (try drawing.table(), try drawing.table())
      return Statement(
        .delete(
          Delete(
            table: TableReference(
              name: try drawing.tableName(of: target), alias: TableAlias(name: "m")),
            using: [.named(try drawing.tableName(of: other), as: "o")],
            condition: try drawing.match(target.columns, "m", other.columns, "o"))))
    },
    StatementRule("TRUNCATE", 1, when: { $0.hasTables }) { drawing in
      Statement(
        .truncate(
          Truncate(
            tables: [TableReference(name: try drawing.tableName(of: drawing.table()))],
            restartsIdentity: try drawing.source.boolean(0.3), behavior: try drawing.behavior())))
    },
  ]

  /// Settings, locks and upkeep.
  static let postgreSQLSession: [StatementRule] = [
    StatementRule("LOCK TABLE", 1, when: { $0.hasTables }) { drawing in
      let modes = ["ACCESS SHARE", "ROW EXCLUSIVE", "SHARE", "ACCESS EXCLUSIVE"]
      return Statement(
        .lock(
          LockTable(
            tables: [TableReference(name: try drawing.tableName(of: drawing.table()))],
            mode: try drawing.source.element(of: modes), isNoWait: false)))
    },
    StatementRule("ANALYZE", 1, when: { $0.hasTables }) { drawing in
      let table = TableReference(name: try drawing.tableName(of: drawing.table()))
      return Statement(.analyze(Maintenance(tables: [MaintenanceTarget(table: table)])))
    },
    StatementRule("REINDEX", 1, when: { $0.hasTables }) { drawing in
      Statement(
        .reindex(Reindex(kind: .table, name: try drawing.tableName(of: drawing.table()))))
    },
  ]
}

extension Drawing {
  /// An equality of two columns that can be compared.
  fileprivate func match(
    _ first: [Column], _ alias: Identifier, _ second: [Column], _ other: Identifier
  ) throws -> SQLExpression {
    let own = scope(of: first, qualifiedBy: alias).filter(\.values.isOrdered)
    let its = scope(of: second, qualifiedBy: other)
    guard !own.isEmpty else { try source.reject("no column can be compared") }
    let column = try source.element(of: own)
    let fitting = its.filter { $0.values.isComparable(with: column.values) }
    guard !fitting.isEmpty else { return .isNull(column.expression, isNegated: true) }
    return .binary(column.expression, "=", try source.element(of: fitting).expression)
  }
}
