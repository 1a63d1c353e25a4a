import SQLSyntax

extension SQLiteStatementParser {
  /// What follows `CREATE [TEMP] TRIGGER`.
  mutating func createTrigger(isTemporary: Bool) throws(SQLiteSyntaxError) -> StatementKind {
    let ifNotExists = try ifNotExists()
    let name = try objectName("the name of a trigger")
    let timing = try triggerTiming()
    let event = try triggerEvent()
    try expect(.on, "ON")
    let table = try objectName("the name of a table")
    if skip(.for) {
      try expect(.each, "EACH")
      try expect(.row, "ROW")
    }
    var trigger = CreateTrigger(
      name: name, table: table, timing: timing, events: [event], action: .statements([]),
      isTemporary: isTemporary, ifNotExists: ifNotExists, isForEachRow: true)
    if skip(.when) { trigger.condition = try expression(above: 12) }
    try expect(.begin, "BEGIN")
    trigger.action = .statements(try triggerBody())
    try expect(.end, "END")
    return .createTrigger(trigger)
  }

  private mutating func triggerTiming() throws(SQLiteSyntaxError) -> TriggerTiming {
    if skip(.before) { return .before }
    if skip(.after) { return .after }
    guard skip(.instead) else { return .before }
    try expect(.of, "OF")
    return .insteadOf
  }

  private mutating func triggerEvent() throws(SQLiteSyntaxError) -> TriggerEvent {
    if skip(.delete) { return .delete }
    if skip(.insert) { return .insert }
    try expect(.update, "INSERT, UPDATE or DELETE")
    guard skip(.of) else { return .update(of: []) }
    return .update(of: try names("the name of a column"))
  }

  private mutating func triggerBody() throws(SQLiteSyntaxError) -> [Statement] {
    isInTrigger = true
    defer { isInTrigger = false }
    var statements: [Statement] = []
    repeat {
      depth = statements.isEmpty ? 3 : 4
      let start = self.start
      let kind = try triggerStatement()
      statements.append(Statement(kind: kind, place: place(from: start)))
      try expect(.semicolon, "\";\"")
    } while kind != .end
    depth = 0
    return statements
  }

  private mutating func triggerStatement() throws(SQLiteSyntaxError) -> StatementKind {
    switch kind {
    case .update: return try update(with: nil)
    case .insert, .replace: return try insert(with: nil)
    case .delete: return try delete(with: nil)
    case .select, .values, .with:
      depth += 1
      return .select(try query())
    default: throw unexpected("SELECT, INSERT, UPDATE or DELETE")
    }
  }

  /// Inside a trigger SQLite takes no schema before the table that is changed.
  mutating func changedTable() throws(SQLiteSyntaxError) -> ObjectName {
    let start = self.start
    let table = try objectName("the name of a table")
    guard isInTrigger, table.schema != nil else { return table }
    throw SQLiteSyntaxError(
      code: "qualified-table-in-trigger",
      "A trigger changes tables of its own database: no schema stands before their names",
      SourceRange(start, previousEnd))
  }

  /// The index hint of UPDATE and DELETE, which SQLite refuses inside a trigger.
  mutating func changeHint() throws(SQLiteSyntaxError) -> IndexHint? {
    let start = self.start
    guard let hint = try indexHint() else { return nil }
    guard isInTrigger else { return hint }
    throw SQLiteSyntaxError(
      code: "index-hint-in-trigger", "UPDATE and DELETE take no index hint inside a trigger",
      SourceRange(start, previousEnd))
  }
}
