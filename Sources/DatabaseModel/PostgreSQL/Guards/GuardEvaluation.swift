import HashTreeCollections
import SQLSyntax

/// A value that a guard computes from the catalog.
enum GuardValue: Hashable {
  case null
  case text(String)
  case boolean(Bool)
  case number(Int)
  /// An object by its identity, as `oid` and `regclass` hold it.
  case object(ObjectID)
}

/// Decides conditions on the catalog's own tables: "is there a type of this name?".
///
/// Whatever it does not know for sure is not modelled.
struct GuardEvaluation {
  let transition: PostgreSQLTransition
  /// Rows in reach, innermost first: columns by name, with the alias of their table.
  var rows: [GuardRow] = []

  init(_ transition: PostgreSQLTransition) { self.transition = transition }

  /// The truth value; `nil` for unknown.
  func truth(of expression: SQLExpression) throws(Halt) -> Bool? {
    switch try value(of: expression) {
    case .boolean(let flag): return flag
    case .null: return nil
    default: throw .unmodelled("A guard that is no truth value")
    }
  }

  func value(of expression: SQLExpression) throws(Halt) -> GuardValue {
    switch expression.kind {
    case .literal(let literal): return try Self.value(of: literal, transition)
    case .column(let reference): return try column(reference)
    case .not(let operand): return try truth(of: operand).map { .boolean(!$0) } ?? .null
    case .and(let operands): return try join(operands, absorbing: false)
    case .or(let operands): return try join(operands, absorbing: true)
    case .isNull(let operand, let isNegated):
      return .boolean((try value(of: operand) == .null) != isNegated)
    case .isTruth(let operand, let wanted, let isNegated):
      return .boolean(Self.matches(try truth(of: operand), wanted) != isNegated)
    case .exists(let query): return .boolean(try !matches(of: query).isEmpty)
    case .binary(let left, let name, let right):
      return try compare(try value(of: left), name.symbol, try value(of: right))
    case .distinct(let left, let right, let isNegated):
      return .boolean((try value(of: left) != value(of: right)) != isNegated)
    case .inList(let operand, let list, let isNegated):
      return try contains(operand, list, isNegated)
    case .cast(let operand, let type): return try cast(try value(of: operand), to: type)
    case .call(let call): return try self.call(call)
    case .subquery(let query): return try scalar(query)
    case .current(let value, _): return try current(value)
    case .quantified(let operand, let name, .any, let array):
      guard name.symbol == "=", case .array(let elements) = Self.withoutCast(array).kind else {
        throw .unmodelled("This ANY in a guard is not modelled")
      }
      return try contains(operand, elements, false)
    default: throw .unmodelled("This condition on the catalog is not modelled")
    }
  }

  private static func withoutCast(_ expression: SQLExpression) -> SQLExpression {
    if case .cast(let operand, _) = expression.kind { return withoutCast(operand) }
    return expression
  }

  private static func value(
    of literal: Literal, _ transition: PostgreSQLTransition
  ) throws(Halt) -> GuardValue {
    switch literal {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .string(let text):
      if transition.mayBeUnseen(text) {
        throw .unmodelled("A statement before it may have changed \(text)")
      }
      return .text(text)
    case .integer(let digits): return .number(Int(digits) ?? 0)
    default: throw .unmodelled("This constant in a guard is not modelled")
    }
  }

  private func join(_ operands: [SQLExpression], absorbing: Bool) throws(Halt) -> GuardValue {
    var isUnknown = false
    var failure: Halt?
    for operand in operands {
      do {
        switch try truth(of: operand) {
        case absorbing?: return .boolean(absorbing)
        case nil: isUnknown = true
        default: break
        }
      } catch {
        // What cannot be told does not matter where another operand decides.
        guard case .unmodelled = error else { throw error }
        failure = error
      }
    }
    if let failure { throw failure }
    return isUnknown ? .null : .boolean(!absorbing)
  }

  private static func matches(_ value: Bool?, _ wanted: TruthValue) -> Bool {
    switch wanted {
    case .isTrue: value == true
    case .isFalse: value == false
    case .unknown: value == nil
    }
  }

  private func contains(
    _ operand: SQLExpression, _ list: [SQLExpression], _ isNegated: Bool
  ) throws(Halt) -> GuardValue {
    let wanted = try value(of: operand)
    if wanted == .null { return .null }
    for item in list where try compare(wanted, "=", try value(of: item)) == .boolean(true) {
      return .boolean(!isNegated)
    }
    return .boolean(isNegated)
  }

  private func compare(
    _ left: GuardValue, _ symbol: String, _ right: GuardValue
  ) throws(Halt) -> GuardValue {
    if left == .null || right == .null { return .null }
    switch symbol {
    case "=": return .boolean(try isEqual(left, right))
    case "<>": return .boolean(try !isEqual(left, right))
    case "<", ">", "<=", ">=":
      guard case .number(let first) = left, case .number(let second) = right else {
        throw .unmodelled("This comparison in a guard is not modelled")
      }
      let holds: Bool =
        switch symbol {
        case "<": first < second
        case ">": first > second
        case "<=": first <= second
        default: first >= second
        }
      return .boolean(holds)
    default: throw .unmodelled("This operator in a guard is not modelled")
    }
  }

  private func isEqual(_ left: GuardValue, _ right: GuardValue) throws(Halt) -> Bool {
    switch (left, right) {
    case (.text(let text), .object(let id)), (.object(let id), .text(let text)):
      return try transition.relation(text: text).id == id
    case (.boolean(let flag), .text(let text)), (.text(let text), .boolean(let flag)):
      guard ["t", "f", "true", "false"].contains(text) else {
        throw .unmodelled("This comparison in a guard is not modelled")
      }
      return flag == text.hasPrefix("t")
    case (.text, .text), (.number, .number), (.object, .object), (.boolean, .boolean):
      return left == right
    default: throw .unmodelled("This comparison in a guard is not modelled")
    }
  }

  private func cast(_ value: GuardValue, to type: TypeName) throws(Halt) -> GuardValue {
    guard type.arrayBounds.isEmpty else { throw .unmodelled("An array in a guard") }
    switch (value, type.name.name.text) {
    case (.text(let text), "regclass"):
      return .object(try transition.relation(text: text).id)
    case (.text(let text), "regtype"): return try regtype(text, isOptional: false)
    case (.text, "text"), (.text, "varchar"), (.text, "name"), (.null, _),
      (.number, "int4"), (.number, "int8"), (.object, "oid"), (.object, "regclass"):
      return value
    default: throw .unmodelled("This cast in a guard is not modelled")
    }
  }

  private func regtype(_ text: String, isOptional: Bool) throws(Halt) -> GuardValue {
    let parts = text.split(separator: ".").map { String($0).asciiLowercased() }
    guard let name = parts.last, parts.count <= 2, !text.contains("\""), !text.contains("["),
      !text.contains(" ")
    else { throw .unmodelled("This form of a type's name is not modelled") }
    let found = try transition.findType(
      ObjectName(name, schema: parts.count == 2 ? parts[0] : nil))
    guard case .user(let id) = found else {
      if found == nil, isOptional { return .null }
      throw .unmodelled("A built-in type in a guard")
    }
    return .object(id)
  }

  private func current(_ value: CurrentValue) throws(Halt) -> GuardValue {
    switch value {
    case .schema: try currentSchema()
    case .currentUser, .user, .sessionUser, .role: .text(transition.session.role)
    default: throw .unmodelled("The moment in a guard is not modelled")
    }
  }

  private func currentSchema() throws(Halt) -> GuardValue {
    for name in transition.creationPath where transition.catalog.schemaID(name) != nil {
      return .text(name)
    }
    return .null
  }

  private func call(_ call: FunctionCall) throws(Halt) -> GuardValue {
    let arguments = call.arguments.map(\.value)
    switch (call.name.name.text, arguments.count) {
    case ("current_schema", 0): return try currentSchema()
    case ("to_regclass", 1):
      guard case .text(let text) = try value(of: arguments[0]) else { return .null }
      do { return .object(try transition.relation(text: text).id) } catch {
        if case .refused = error { return .null }
        throw error
      }
    case ("to_regtype", 1):
      guard case .text(let text) = try value(of: arguments[0]) else { return .null }
      return try regtype(text, isOptional: true)
    case ("lower", 1):
      guard case .text(let text) = try value(of: arguments[0]) else { return .null }
      return .text(text.asciiLowercased())
    default: throw .unmodelled("This function in a guard is not modelled")
    }
  }

  private func column(_ reference: ColumnReference) throws(Halt) -> GuardValue {
    let name = reference.column.text
    let table = reference.parts.count > 1 ? reference.parts[reference.parts.count - 2].text : nil
    for row in rows where table == nil || row.table == table {
      if let found = row.columns[name] { return found }
      if BuiltinRelations.find(row.relation, schema: row.schema)?.columns
        .contains(where: { $0.name == name }) == true
      {
        throw .unmodelled("The column \(name) of \(row.relation) in a guard is not modelled")
      }
    }
    throw .unmodelled("A variable in a guard is not modelled")
  }
}
