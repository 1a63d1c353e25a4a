import Engines
import SQLSyntax

extension SQLiteCompiler {
  func call(_ call: FunctionCall, in scope: SQLiteScope) throws(SQLiteHalt) -> SQLiteExpression {
    if call.over != nil { throw .unmodelled("Window functions") }
    let name = call.name.name.text.asciiLowercased()
    let count = call.arguments.count
    if let kind = SQLiteAggregateKind(name, argumentCount: count, isStar: call.isStar) {
      return try aggregate(kind, call, in: scope)
    }
    if call.filter != nil || call.isDistinct || call.isStar {
      throw .unmodelled("A clause of an aggregate on another function")
    }
    switch name {
    case "coalesce", "ifnull": return try coalesce(call, in: scope)
    case "iif":
      guard count == 3 else { throw .unmodelled("iif of another number of arguments") }
      let values = call.arguments.map(\.value)
      let branch = CaseBranch(condition: values[0], result: values[1])
      return try conditional(
        CaseExpression(branches: [branch], otherwise: values[2]), in: scope)
    case "last_insert_rowid":
      return SQLiteExpression { frame in .integer(frame.database.session.lastInsertRowID) }
    case "changes":
      return SQLiteExpression { frame in .integer(Int64(frame.database.session.lastChanges)) }
    case "total_changes":
      return SQLiteExpression { frame in .integer(Int64(frame.database.session.totalChanges)) }
    default: return try function(name, call, in: scope)
    }
  }

  private func function(
    _ name: String, _ call: FunctionCall, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    guard let function = SQLiteScalarFunctions.find(name) else {
      throw .unmodelled("The function \(name)")
    }
    var arguments: [SQLiteExpression] = []
    for argument in call.arguments {
      arguments.append(try expression(argument.value, in: scope))
    }
    let collation = arguments.first { $0.collation != nil }?.collation ?? .binary
    let evaluations = arguments.map(\.evaluate)
    var result: SQLiteExpression
    if evaluations.count == 1 {
      let only = evaluations[0]
      result = SQLiteExpression(reading: arguments) { frame throws(SQLiteHalt) in
        try function([try only(frame)], collation)
      }
    } else {
      result = SQLiteExpression(reading: arguments) { frame throws(SQLiteHalt) in
        var values: [SQLValue] = []
        values.reserveCapacity(evaluations.count)
        for evaluate in evaluations { values.append(try evaluate(frame)) }
        return try function(values, collation)
      }
    }
    if SQLiteScalarFunctions.fallible.contains(name) {
      result.reads.isFallible = true
      try checkConstant(result)
    }
    if name == "likely" || name == "unlikely" || name == "likelihood" {
      result.affinity = arguments[0].affinity
      result.collation = arguments[0].collation
    }
    return result
  }

  /// What depends on nothing the engine works out beforehand, whether a row asks for it or not.
  private func checkConstant(_ call: SQLiteExpression) throws(SQLiteHalt) {
    let reads = call.reads
    guard reads.sources == 0, !reads.isCorrelated, !reads.hasSubquery else { return }
    do throws(SQLiteHalt) {
      _ = try call.evaluate(SQLiteFrame(database, sources: 0))
    } catch .refused {
      throw .unmodelled("A refusal that depends on when the engine works a constant out")
    }
  }

  private func coalesce(_ call: FunctionCall, in scope: SQLiteScope) throws(SQLiteHalt)
    -> SQLiteExpression
  {
    guard call.arguments.count >= 2 else {
      throw .unmodelled("coalesce of another number of arguments")
    }
    var arguments: [SQLiteExpression] = []
    for argument in call.arguments {
      arguments.append(try expression(argument.value, in: scope))
    }
    let evaluations = arguments.map(\.evaluate)
    return SQLiteExpression(reading: arguments) { frame throws(SQLiteHalt) in
      for evaluate in evaluations {
        let value = try evaluate(frame)
        if !value.isNull { return value }
      }
      return .null
    }
  }
}
