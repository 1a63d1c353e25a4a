import SQLSyntax

/// A table under construction.
struct TablePlan {
  var id: ObjectID
  var name: Identifier
  var schema: ObjectID
  var persistence: Persistence
  var columns: [ColumnPlan] = []
  var constraints: [Constraint] = []
  /// Tables of LIKE clauses, and behind how many columns each stands.
  var likes: [LikeTable] = []
  /// Columns that the tables after INHERITS have.
  var inheritedColumns: [Identifier] = []

  var checks: [Constraint] {
    constraints.filter { if case .check = $0.kind { true } else { false } }
  }

  var foreignKeys: [Constraint] {
    constraints.filter { if case .foreignKey = $0.kind { true } else { false } }
  }

  /// Primary key first, then the others in their order; a repeated one counts once.
  var keys: [Constraint] {
    var result: [Constraint] = []
    for constraint in constraints {
      switch constraint.kind {
      case .primaryKey: result.insert(constraint, at: 0)
      case .unique, .exclude:
        if let index = result.firstIndex(where: { $0.isSameKey(as: constraint) }) {
          if result[index].name == nil { result[index].name = constraint.name }
        } else {
          result.append(constraint)
        }
      default: break
      }
    }
    return result
  }
}

extension Constraint {
  /// Whether the same index would serve both.
  fileprivate func isSameKey(as other: Constraint) -> Bool {
    guard deferral == other.deferral else { return false }
    switch (kind, other.kind) {
    case (.unique(let first), .unique(let second)), (.primaryKey(let first), .unique(let second)):
      return first.columns == second.columns && first.including == second.including
        && first.nullsNotDistinct == second.nullsNotDistinct && first.options == second.options
        && first.tablespace == second.tablespace
    default: return false
    }
  }

  /// The key's definition where it is a primary key or unique.
  var key: KeyConstraint? {
    switch kind {
    case .primaryKey(let key), .unique(let key): key
    default: nil
    }
  }

  var isPrimaryKey: Bool { if case .primaryKey = kind { true } else { false } }
}

extension IndexKey {
  /// The column where the key is one.
  var column: Identifier? {
    if case .column(let reference) = expression.kind, reference.parts.count == 1 {
      reference.parts[0]
    } else {
      nil
    }
  }
}
