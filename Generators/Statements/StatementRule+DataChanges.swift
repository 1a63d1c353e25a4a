import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Rows come, change and go.
  static let dataChanges = [
    StatementRule("INSERT VALUES", { $0.hasTables ? 34 : 0 }) { try $0.insertValues() },
    StatementRule("INSERT SELECT", { $0.hasTables ? 8 : 0 }) { try $0.insertSelect() },
    StatementRule("INSERT DEFAULT VALUES", { $0.hasTables ? 1 : 0 }) { drawing in
      let table = try drawing.table()
      return Statement(
        .insert(Insert(table: try drawing.tableName(of: table), source: .defaultValues)))
    },
    StatementRule("UPDATE", { $0.hasTables ? 10 : 0 }) { try $0.update() },
    StatementRule("DELETE", { $0.hasTables ? 5 : 0 }) { try $0.delete() },
    StatementRule("SELECT from", { $0.hasTables ? 8 : 0 }) { drawing in
      Statement(.select(try drawing.query()))
    },
  ]
}
