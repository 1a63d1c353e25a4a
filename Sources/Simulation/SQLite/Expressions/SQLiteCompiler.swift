import DatabaseModel
import Engines
import SQLSyntax

/// Turns trees into expressions and plans whose names are resolved.
///
/// What it refuses here the engine refuses when it prepares the statement; the words of that refusal
/// are DatabaseModel's affair, so a refusal of the compiler only says that something is amiss.
struct SQLiteCompiler {
  let database: SQLiteExecution
  var parameters: [SQLValue] = []
  /// Inside a trigger's body.
  var isInTrigger = false

  init(_ database: SQLiteExecution) {
    self.database = database
    parameters = database.parameters
  }

  func expression(
    _ expression: SQLExpression, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    switch expression.kind {
    case .literal(let literal): return SQLiteExpression(constant: try value(of: literal))
    case .column(let reference): return try column(reference, in: scope)
    case .binary(let left, let symbol, let right):
      return try binary(left, symbol.symbol, right, in: scope)
    case .prefix(let symbol, let operand): return try prefix(symbol.symbol, operand, in: scope)
    case .not(let operand):
      let inner = try self.expression(operand, in: scope)
      let evaluate = inner.evaluate
      return SQLiteExpression(reading: [inner]) { frame throws(SQLiteHalt) in
        SQLValue(truth: try evaluate(frame).truth.map { !$0 })
      }
    case .and(let operands): return try chain(operands, stopsAt: false, in: scope)
    case .or(let operands): return try chain(operands, stopsAt: true, in: scope)
    case .isNull(let operand, let isNegated):
      let inner = try self.expression(operand, in: scope)
      let evaluate = inner.evaluate
      return SQLiteExpression(reading: [inner]) { frame throws(SQLiteHalt) in
        .integer(try evaluate(frame).isNull != isNegated ? 1 : 0)
      }
    case .isTruth(let operand, let truth, let isNegated):
      return try isTruth(operand, truth, isNegated, in: scope)
    case .distinct(let left, let right, let isNegated):
      return try distinct(left, right, isNegated, in: scope)
    default: return try otherExpression(expression, in: scope)
    }
  }

  private func otherExpression(
    _ expression: SQLExpression, in scope: SQLiteScope
  ) throws(SQLiteHalt) -> SQLiteExpression {
    switch expression.kind {
    case .between(let between): return try self.between(between, in: scope)
    case .inList(let value, let list, let isNegated):
      return try inList(value, list, isNegated, in: scope)
    case .inQuery(let value, let query, let isNegated):
      return try inQuery(value, query, isNegated, in: scope)
    case .inTable(let value, let source, let isNegated):
      let item = SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))
      let query = Query(body: .select(SelectCore(items: [item], from: [source])))
      return try inQuery(value, query, isNegated, in: scope)
    case .like(let like): return try self.like(like, in: scope)
    case .call(let call): return try self.call(call, in: scope)
    case .special(let function, let arguments):
      let call = FunctionCall(
        name: ObjectName(function.rawValue.asciiLowercased()),
        arguments: arguments.map { FunctionArgument(value: $0) })
      return try self.call(call, in: scope)
    case .cast(let operand, let type): return try cast(operand, type, in: scope)
    case .collate(let operand, let name): return try collate(operand, name, in: scope)
    case .conditional(let conditional): return try self.conditional(conditional, in: scope)
    case .subquery(let query): return try scalar(query, in: scope)
    case .exists(let query): return try exists(query, in: scope)
    case .raise(let action, let message): return try raise(action, message, in: scope)
    case .current(let value, _): return try current(value)
    case .parameter(let name): return SQLiteExpression(constant: try parameter(name))
    default: throw .unmodelled("An expression of this kind is not modelled")
    }
  }

  private func parameter(_ name: String) throws(SQLiteHalt) -> SQLValue {
    guard name.hasPrefix("?"), let number = Int(name.dropFirst()), number > 0 else {
      throw .unmodelled("Parameters without a number")
    }
    guard parameters.indices.contains(number - 1) else { return .null }
    if case .boolean(let flag) = parameters[number - 1] { return .integer(flag ? 1 : 0) }
    return parameters[number - 1]
  }

  private func current(_ value: CurrentValue) throws(SQLiteHalt) -> SQLiteExpression {
    guard let now = database.clock else {
      throw .unmodelled("The time of the clock")
    }
    switch value {
    case .timestamp: return SQLiteExpression(constant: .text(now))
    case .date: return SQLiteExpression(constant: .text(String(now.prefix(10))))
    case .time: return SQLiteExpression(constant: .text(String(now.suffix(8))))
    default: throw .unmodelled("This value of the session is not of SQLite")
    }
  }

  func value(of literal: Literal) throws(SQLiteHalt) -> SQLValue {
    switch literal {
    case .null: return .null
    case .boolean(let flag): return .integer(flag ? 1 : 0)
    case .integer(let digits): return try Self.integer(digits)
    case .decimal(let digits): return .real(SQLiteNumberText.real(Array(digits.utf8)).real)
    case .string(let text): return .text(text)
    case .blob(let digits): return .blob(Self.bytes(digits))
    case .bits: throw .unmodelled("A bit string is not of SQLite")
    }
  }

  private static func integer(_ digits: String) throws(SQLiteHalt) -> SQLValue {
    if let value = Int64(digits) { return .integer(value) }
    if digits.asciiLowercased().hasPrefix("0x") {
      guard let bits = UInt64(digits.dropFirst(2), radix: 16) else {
        throw .unmodelled("A hexadecimal number of more than 64 bits")
      }
      return .integer(Int64(bitPattern: bits))
    }
    return .real(SQLiteNumberText.real(Array(digits.utf8)).real)
  }

  private static func bytes(_ digits: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits.utf8 {
      let value = digit <= 57 ? digit &- 48 : (digit | 32) &- 87
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
