import Engines
import SQLSyntax

extension SQLiteCompiler {
  func column(_ reference: ColumnReference, in scope: SQLiteScope) throws(SQLiteHalt)
    -> SQLiteExpression
  {
    if reference.parts.count == 1, reference.column.quoting == .single {
      return SQLiteExpression(constant: .text(reference.column.text))
    }
    switch try scope.find(reference) {
    case .column(let level, let source, let column):
      return try self.column(level, source, column, in: scope)
    case .rowID(let level, let source):
      let owner = Self.ancestor(of: scope, level)
      if let column = owner.sources[source].rowIDColumn {
        return try self.column(level, source, column, in: scope)
      }
      return rowID(level, source, in: scope)
    case .alias(let expression): return try self.expression(expression, in: scope)
    case .text(let text): return SQLiteExpression(constant: .text(text))
    case .truth(let flag): return SQLiteExpression(constant: .integer(flag ? 1 : 0))
    }
  }

  static func ancestor(of scope: SQLiteScope, _ level: Int) -> SQLiteScope {
    var scope = scope
    for _ in 0..<level { if let parent = scope.parent { scope = parent } }
    return scope
  }

  func column(
    _ level: Int, _ source: Int, _ column: Int, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    let owner = Self.ancestor(of: scope, level)
    let found = owner.sources[source].columns[column]
    var result = SQLiteExpression(Self.read(level, source, column))
    if found.isUnclear {
      throw .unmodelled("The terms of a compound give a column different affinities")
    }
    result.affinity = found.affinity
    result.collation = found.collation
    note(level, source, &result)
    if level == 0 {
      result.column = (source, column)
      scope.bareColumns.append((source, column))
    }
    return result
  }

  private func note(_ level: Int, _ source: Int, _ result: inout SQLiteExpression) {
    if level == 0 {
      result.reads.sources = 1 << UInt64(source & 63)
    } else {
      result.reads.isCorrelated = true
    }
  }

  private static func read(_ level: Int, _ source: Int, _ column: Int) -> SQLiteEvaluation {
    if level == 0 {
      return { frame throws(SQLiteHalt) in frame.rows[source]?[column] ?? .null }
    }
    if level == 1 {
      return { frame throws(SQLiteHalt) in frame.parent?.rows[source]?[column] ?? .null }
    }
    return { frame throws(SQLiteHalt) in
      var frame = frame
      for _ in 0..<level { if let parent = frame.parent { frame = parent } }
      return frame.rows[source]?[column] ?? .null
    }
  }

  private func rowID(_ level: Int, _ source: Int, in scope: SQLiteScope) -> SQLiteExpression {
    var result = SQLiteExpression { frame throws(SQLiteHalt) in
      var frame = frame
      for _ in 0..<level { if let parent = frame.parent { frame = parent } }
      return frame.rows[source] == nil ? .null : .integer(frame.rowIDs[source])
    }
    result.affinity = .integer
    note(level, source, &result)
    if level == 0 {
      result.column = (source, -1)
      scope.bareColumns.append((source, -1))
    }
    return result
  }

  func cast(
    _ operand: SQLExpression, _ type: TypeName, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    let inner = try expression(operand, in: scope)
    let affinity = SQLiteAffinity(declaredType: type.name.name.text)
    let evaluate = inner.evaluate
    var result = SQLiteExpression(reading: [inner]) { frame throws(SQLiteHalt) in
      try evaluate(frame).cast(to: affinity)
    }
    result.affinity = affinity
    result.collation = inner.collation
    result.hasWrittenCollation = inner.hasWrittenCollation
    return result
  }

  func collate(
    _ operand: SQLExpression, _ name: ObjectName, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    var inner = try expression(operand, in: scope)
    guard let collation = SQLiteCollation(name.name) else {
      throw .unmodelled("A collation that is not built in")
    }
    inner.collation = collation
    inner.hasWrittenCollation = true
    return inner
  }

  func raise(
    _ action: RaiseAction, _ message: SQLExpression?, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    guard let message else {
      return SQLiteExpression { _ throws(SQLiteHalt) in throw .ignoreRow }
    }
    guard case .literal(.string(let text)) = message.kind else {
      throw .unmodelled("RAISE with something else than a string")
    }
    let resolution: ConflictResolution =
      switch action {
      case .rollback: .rollback
      case .fail: .fail
      default: .abort
      }
    var result = SQLiteExpression { _ throws(SQLiteHalt) in
      throw .refused(
        SQLiteRefusal(
          check: .raise, code: SQLiteResult.trigger, message: text, resolution: resolution))
    }
    result.reads.isFallible = true
    return result
  }
}
