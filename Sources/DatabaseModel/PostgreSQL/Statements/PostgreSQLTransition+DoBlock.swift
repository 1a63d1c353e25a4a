import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// Runs a DO block statement by statement where every guard can be decided on the catalog.
  ///
  /// Texts of RAISE NOTICE are not among the notices: they are computed.
  mutating func run(_ block: DoBlock) throws(Halt) -> String {
    guard block.body.isRead, block.language == nil || block.language?.text == "plpgsql" else {
      throw .unmodelled("The body of this DO block is not read")
    }
    var run = BodyRun(body: block.body)
    // A block is one statement of its own transaction.
    let outer = session.isInTransactionBlock
    session.isInTransactionBlock = true
    try self.run(block.body.statements[...], depth: 0, &run)
    session.isInTransactionBlock = outer
    return "DO"
  }

  private mutating func run(
    _ statements: ArraySlice<BodyStatement>, depth: Int, _ run: inout BodyRun
  ) throws(Halt) {
    var index = statements.startIndex
    var caught: DatabaseError?
    while index < statements.endIndex, !run.hasReturned {
      let statement = statements[index]
      guard statement.conditions.count > depth else {
        try execute(statement.content, &run)
        index += 1
        continue
      }
      let condition = statement.conditions[depth]
      var end = index + 1
      while end < statements.endIndex,
        run.shares(statements[end - 1], statements[end], depth: depth)
      {
        end += 1
      }
      let group = statements[index..<end]
      try runGroup(group, under: condition, depth: depth, &run, &caught)
      index = end
    }
  }

  private mutating func runGroup(
    _ group: ArraySlice<BodyStatement>, under condition: BodyCondition, depth: Int,
    _ run: inout BodyRun, _ caught: inout DatabaseError?
  ) throws(Halt) {
    switch condition {
    case .when(let expression, let isNegated):
      let holds = try decide(expression, &run)
      if holds != isNegated { try self.run(group, depth: depth + 1, &run) }
    case .handled(let names):
      caught = nil
      var inner = run
      let refusal = try attempt { transition throws(Halt) in
        try transition.run(group, depth: depth + 1, &inner)
      }
      guard let refusal else {
        run = inner
        return
      }
      guard let state = refusal.state, ExceptionConditions.match(state, names) else {
        throw .refused(refusal)
      }
      caught = refusal
    case .inHandler(let names):
      guard let state = caught?.state, ExceptionConditions.match(state, names) else { return }
      caught = nil
      try self.run(group, depth: depth + 1, &run)
    case .unreadable: throw .unmodelled("A condition of the DO block is not read")
    case .loop: throw .unmodelled("A loop in a DO block is not modelled")
    }
  }

  /// A guard is computed once, before its branch changes anything.
  private func decide(_ expression: SQLExpression, _ run: inout BodyRun) throws(Halt) -> Bool {
    if let range = expression.place.range, let known = run.decided[range] { return known }
    let evaluation = GuardEvaluation(self)
    let value = try evaluation.truth(of: expression) ?? false
    if let range = expression.place.range { run.decided[range] = value }
    return value
  }

  private mutating func execute(_ content: BodyContent, _ run: inout BodyRun) throws(Halt) {
    switch content {
    case .statement(let statement): _ = try executeInside(statement)
    case .constantExecute(let statements):
      for statement in statements { _ = try executeInside(statement) }
    case .raise(let level, _):
      if level.asciiLowercased() == "exception" || level.isEmpty {
        throw .unmodelled("RAISE EXCEPTION is reached")
      }
    case .leave: run.hasReturned = true
    case .expression(let expression): try check(expression)
    case .dynamic: throw .unmodelled("EXECUTE of computed text is not modelled")
    case .opaque(let kind, _): throw .unmodelled("\(kind) in a DO block is not modelled")
    }
  }

  private mutating func executeInside(_ statement: Statement) throws(Halt) -> String {
    if case .transaction = statement.kind {
      throw .unmodelled("Transaction control in a DO block is not modelled")
    }
    if case .select = statement.kind {
      throw .unmodelled("A query in a DO block is not modelled")
    }
    return try self.run(statement)
  }

  /// An assignment or a declaration: only what surely does nothing to the catalog passes.
  private func check(_ expression: SQLExpression) throws(Halt) {
    if case .cast(let operand, let type) = expression.kind, case .literal = operand.kind {
      if type.columnOfType != nil { throw .unmodelled("%TYPE in a DO block is not modelled") }
      _ = try resolve(type)
      return
    }
    if case .literal = expression.kind { return }
    throw .unmodelled("An expression in a DO block is not modelled")
  }
}

/// What a run of a body keeps between its statements.
struct BodyRun {
  let body: RoutineBody
  var decided: [SourceRange: Bool] = [:]
  var hasReturned = false
  private let text: [UInt8]

  init(body: RoutineBody) {
    self.body = body
    text = Array(body.text.utf8)
  }

  /// Whether two neighbours stand under the very same condition at a depth.
  func shares(_ first: BodyStatement, _ second: BodyStatement, depth: Int) -> Bool {
    guard first.conditions.count > depth, second.conditions.count > depth else { return false }
    let (one, other) = (first.conditions[depth], second.conditions[depth])
    guard one == other else { return false }
    switch (one, other) {
    case (.when(let left, _), .when(let right, _)):
      return left.place.range == right.place.range
    case (.handled, .handled), (.inHandler, .inHandler):
      return !hasBlockEnd(between: first, and: second)
    default: return true
    }
  }

  /// Whether an EXCEPTION part stands between two statements.
  private func hasBlockEnd(between first: BodyStatement, and second: BodyStatement) -> Bool {
    guard let base = body.place.range?.lowerBound, let start = first.content.range,
      let end = second.content.range
    else { return false }
    let lower = max(0, min(start.upperBound - base, text.count))
    let upper = max(lower, min(end.lowerBound - base, text.count))
    let between = String(decoding: text[lower..<upper], as: UTF8.self).asciiLowercased()
    return between.contains("exception") || between.contains("begin")
  }
}

extension BodyContent {
  /// Where it stands.
  var range: SourceRange? {
    switch self {
    case .statement(let statement): statement.place.range
    case .constantExecute(let statements): statements.first?.place.range
    case .dynamic(_, let place), .raise(_, let place), .leave(let place), .opaque(_, let place):
      place.range
    case .expression(let expression): expression.place.range
    }
  }
}

/// The names of error conditions in PL/pgSQL.
///
/// Source: PostgreSQL 15, appendix A.
enum ExceptionConditions {
  /// Whether handlers with these names catch an error of this code.
  static func match(_ state: SQLState, _ names: [String]) -> Bool {
    names.contains { name in
      if name == "others" { return state.rawValue != "57014" && state.rawValue != "P0004" }
      if let code = codes[name] { return SQLState(rawValue: code) ~= state }
      return name.uppercased() == state.rawValue
    }
  }

  private static let codes = [
    "duplicate_object": "42710", "duplicate_table": "42P07", "duplicate_column": "42701",
    "duplicate_function": "42723", "duplicate_schema": "42P06", "duplicate_alias": "42712",
    "duplicate_database": "42P04", "undefined_table": "42P01", "undefined_column": "42703",
    "undefined_object": "42704", "undefined_function": "42883", "undefined_parameter": "42P02",
    "invalid_table_definition": "42P16", "invalid_object_definition": "42P17",
    "invalid_column_definition": "42611", "invalid_foreign_key": "42830",
    "invalid_column_reference": "42P10", "invalid_schema_name": "3F000",
    "datatype_mismatch": "42804", "wrong_object_type": "42809", "cannot_coerce": "42846",
    "syntax_error": "42601", "unique_violation": "23505", "foreign_key_violation": "23503",
    "not_null_violation": "23502", "check_violation": "23514", "exclusion_violation": "23P01",
    "integrity_constraint_violation": "23000", "insufficient_privilege": "42501",
    "dependent_objects_still_exist": "2BP01", "feature_not_supported": "0A000",
    "object_not_in_prerequisite_state": "55000", "invalid_parameter_value": "22023",
    "invalid_text_representation": "22P02", "division_by_zero": "22012",
    "numeric_value_out_of_range": "22003", "data_exception": "22000",
    "syntax_error_or_access_rule_violation": "42000", "ambiguous_column": "42702",
    "ambiguous_function": "42725", "active_sql_transaction": "25001", "reserved_name": "42939",
    "invalid_name": "42602", "object_in_use": "55006", "raise_exception": "P0001",
    "no_data_found": "P0002", "too_many_rows": "P0003", "grouping_error": "42803",
    "unsafe_new_enum_value_usage": "55P04", "program_limit_exceeded": "54000",
    "too_many_columns": "54011", "invalid_function_definition": "42P13",
  ]
}
