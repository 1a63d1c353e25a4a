import Engines
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Transactions and savepoints; a failed transaction is ended soon.
  static let transactions = [
    StatementRule("BEGIN", { $0.status == .idle ? 5 : 1 }) { drawing in
      let modes =
        drawing.isPostgreSQL
        ? [[], ["ISOLATION LEVEL REPEATABLE READ"], ["READ ONLY"]] : [[], ["IMMEDIATE"]]
      let isPlain = try !drawing.source.boolean(0.15)
      return Statement(
        .transaction(.begin(modes: isPlain ? [] : try drawing.source.element(of: modes))))
    },
    StatementRule("COMMIT", { $0.ending * 3 }) { _ in
      Statement(.transaction(.commit(isChained: false)))
    },
    StatementRule("ROLLBACK", { $0.ending * ($0.status == .failed ? 6 : 1) }) { _ in
      Statement(.transaction(.rollback(isChained: false)))
    },
    StatementRule("SAVEPOINT", { $0.status == .inTransaction ? 6 : $0.isPostgreSQL ? 0 : 1 }) {
      drawing in
      let name = try drawing.source.element(of: ["sp", "sq", "Sp"] as [Identifier])
      return Statement(.transaction(.savepoint(name.written(in: drawing.dialect))))
    },
    StatementRule("RELEASE", { $0.savepoints.isEmpty ? 0 : 4 }) { drawing in
      Statement(.transaction(.release(try drawing.savepoint())))
    },
    StatementRule(
      "ROLLBACK TO", { $0.savepoints.isEmpty ? 0 : $0.status == .failed ? 40 : 5 }
    ) { drawing in
      Statement(.transaction(.rollbackTo(try drawing.savepoint())))
    },
  ]
}

extension Drawing {
  /// How urgent it is that the transaction ends.
  fileprivate var ending: Int {
    switch status {
    case .idle: profile.makesMistakes ? 1 : 0
    case .inTransaction: 3
    case .failed: 30
    }
  }

  fileprivate func savepoint() throws -> Identifier {
    try mistake(0.1) ? missingName : source.element(of: savepoints).written(in: dialect)
  }
}
