import SQLSyntax

/// Turns the conditions of a procedure's statements into conditions on objects.
///
/// Statements that follow each other under one `IF` share its condition, which is decided once.
struct GuardReader {
  /// The conditions of the statement before, outermost first.
  private var current: [(condition: BodyCondition, indexes: [Int])] = []
  /// Conditions that hold from here to the end, because the block was left otherwise.
  private var lasting: [Int] = []
  /// Whether the block ends here, whatever happens.
  private(set) var hasLeft = false

  /// The conditions of a statement, as indexes into those of the collector's statement.
  mutating func conditions(
    for part: BodyStatement, _ collector: inout EffectCollector
  ) -> [Int] {
    let shared = zip(current, part.conditions).prefix { $0.condition == $1 }.count
    let ended = shared < current.count ? current[shared] : nil
    current.removeLast(current.count - shared)
    for (depth, condition) in part.conditions.enumerated().dropFirst(shared) {
      let indexes = indexes(
        of: condition, after: depth == shared ? ended : nil, &collector.statement)
      current.append((condition, indexes))
    }
    return lasting + current.flatMap(\.indexes)
  }

  private func indexes(
    of condition: BodyCondition, after ended: (condition: BodyCondition, indexes: [Int])?,
    _ statement: inout StatementEffects
  ) -> [Int] {
    if let ended, case .when(let expression, let isNegated) = condition,
      ended.condition == .when(expression, isNegated: !isNegated), ended.indexes.count == 1
    {
      statement.conditions.append(.otherwise(ended.indexes[0]))
      return [statement.conditions.count - 1]
    }
    let conditions = GuardReader.conditions(of: condition)
    statement.conditions += conditions
    let end = statement.conditions.count
    return Array(end - conditions.count..<end)
  }

  /// Draws the consequences of leaving the block, or of raising an error, under a condition.
  mutating func follow(_ content: BodyContent, _ collector: inout EffectCollector) {
    switch content {
    case .leave: leave(&collector.statement)
    case .raise(let level, let place) where level.asciiLowercased() == "exception":
      collector.addPrerequisite(under: current.flatMap(\.indexes), at: place.range)
      leave(&collector.statement)
    default: break
    }
  }

  private mutating func leave(_ statement: inout StatementEffects) {
    let indexes = current.flatMap(\.indexes)
    if indexes.isEmpty { return hasLeft = true }
    guard indexes.count == 1 else { return }
    statement.conditions.append(.otherwise(indexes[0]))
    lasting.append(statement.conditions.count - 1)
  }

  private static func conditions(of condition: BodyCondition) -> [EffectCondition] {
    switch condition {
    case .when(let expression, let isNegated):
      ExistenceTest.conditions(of: expression, isNegated: isNegated)
    case .unreadable, .inHandler, .loop: [.unknown]
    case .handled(let names):
      [
        .handled(
          existing: names.contains(where: catchesExisting),
          missing: names.contains(where: catchesMissing))
      ]
    }
  }

  private static func catchesExisting(_ name: String) -> Bool {
    let name = name.asciiLowercased()
    let states: Set<String> = ["others", "42710", "42p07", "42701", "42p06", "42723"]
    return states.contains(name) || name.hasPrefix("duplicate_")
      || name == "syntax_error_or_access_rule_violation"
  }

  private static func catchesMissing(_ name: String) -> Bool {
    let name = name.asciiLowercased()
    let states: Set<String> = ["others", "42p01", "42703", "42704", "42883", "3f000"]
    return states.contains(name) || name.hasPrefix("undefined_")
      || name == "invalid_schema_name" || name == "syntax_error_or_access_rule_violation"
  }
}

extension EffectCollector {
  /// `IF NOT EXISTS (...) THEN RAISE EXCEPTION` says that the object must be there.
  fileprivate mutating func addPrerequisite(under indexes: [Int], at range: SourceRange?) {
    guard indexes.count == 1, case .absent(let objects) = statement.conditions[indexes[0]] else {
      return
    }
    activeConditions = []
    addReference(to: objects, type: .object, at: range)
  }
}
