import SQLParsing
import SQLSyntax
import TestSupport
import Testing

/// What SQLite's ways of writing things become in the tree.
@Suite struct `SQLite's own forms in the tree` {
  private func expression(_ text: String) throws -> ExpressionKind {
    try SQLiteParser.parseExpression(text).get().kind
  }

  private func statement(_ text: String) throws -> StatementKind {
    let script = SQLiteParser.parse(SourceText(name: "a.sql", text: text))
    #expect(script.diagnostics.isEmpty, "\(text)")
    return try #require(script.statements.first).kind
  }

  private func column(_ names: Identifier...) -> SQLExpression {
    SQLExpression(kind: .column(ColumnReference(parts: names)))
  }

  private func number(_ digits: String) -> SQLExpression {
    SQLExpression(kind: .literal(.integer(digits)))
  }

  @Test func `IS compares, and tests for NULL and truth`() throws {
    let a = column("a")
    #expect(try expression("a IS b") == .distinct(a, column("b"), isNegated: true))
    #expect(try expression("a IS NOT b") == .distinct(a, column("b"), isNegated: false))
    #expect(try expression("a IS DISTINCT FROM b") == .distinct(a, column("b"), isNegated: false))
    for text in ["a IS NULL", "a ISNULL", "a IS NOT DISTINCT FROM NULL"] {
      #expect(try expression(text) == .isNull(a, isNegated: false), "\(text)")
    }
    for text in ["a IS NOT NULL", "a NOTNULL", "a NOT NULL", "a IS DISTINCT FROM NULL"] {
      #expect(try expression(text) == .isNull(a, isNegated: true), "\(text)")
    }
    #expect(try expression("a IS TRUE") == .isTruth(a, .isTrue, isNegated: false))
    #expect(try expression("a IS NOT FALSE") == .isTruth(a, .isFalse, isNegated: true))
  }

  @Test func `operators have one spelling, chains of AND one node`() throws {
    #expect(try expression("a == b") == expression("a = b"))
    #expect(try expression("a != b") == expression("a <> b"))
    let abc = [column("a"), column("b"), column("c")]
    #expect(try expression("a AND b AND c") == .and(abc))
    #expect(try expression("(a OR b) OR c") == .or(abc))
    #expect(
      try expression("a AND (b AND c)")
        == .and([abc[0], SQLExpression(kind: .and([abc[1], abc[2]]))]))
  }

  @Test func `literals keep their digits, quotes go`() throws {
    #expect(try expression("0x1F") == .literal(.integer("0x1F")))
    #expect(try expression("99999999999999999999") == .literal(.integer("99999999999999999999")))
    #expect(try expression("1.e5") == .literal(.decimal("1.e5")))
    #expect(try expression("x'0aFF'") == .literal(.blob("0aFF")))
    #expect(try expression("'it''s'") == .literal(.string("it's")))
    #expect(try expression("\"a\"\"b\"") == column("a\"b").kind)
  }

  @Test(arguments: [
    ("\"a\"", Identifier.Quoting.double), ("[a]", .bracket), ("`a`", .backtick), ("'a'", .single),
    ("a", .none),
  ])
  func `four forms of quotes make the same name`(written: String, quoting: Identifier.Quoting)
    throws
  {
    guard case .createTable(let table) = try statement("CREATE TABLE \(written) (\(written) INT)")
    else { _ = Issue.record("No table"); return }
    #expect(table.name == ObjectName("a"))
    #expect(table.name.name.quoting == quoting)
    guard case .column(let column)? = table.elements.first else {
      _ = Issue.record("No column"); return
    }
    #expect(column.name == "a" && column.name.quoting == quoting)
  }

  @Test func `a column's type is all that stands before its constraints`() throws {
    let written = "CREATE TABLE t (a, b LONG INT(8), c INT GENERATED ALWAYS AS (1), d DEFAULT x)"
    guard case .createTable(let table) = try statement(written) else {
      _ = Issue.record("No table"); return
    }
    let columns = table.elements.compactMap { element -> ColumnDefinition? in
      if case .column(let column) = element { return column }
      return nil
    }
    #expect(columns.map(\.type?.name.name.text) == [nil, "LONG INT", "INT", nil])
    #expect(columns[1].type?.modifiers == [number("8")])
    #expect(columns[2].constraints.map(\.kind) == [.generated(number("1"), isStored: false)])
    let word = SQLExpression(kind: .literal(.string("x")))
    #expect(columns[3].constraints.map(\.kind) == [.default(word)])
  }

  @Test func `constraints keep their names, resolutions and deferral`() throws {
    let written = """
      CREATE TABLE t (
        a INTEGER CONSTRAINT p PRIMARY KEY DESC ON CONFLICT FAIL AUTOINCREMENT COLLATE nocase,
        b REFERENCES u (c) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT q UNIQUE (a COLLATE binary DESC) ON CONFLICT IGNORE
      ) WITHOUT ROWID, STRICT
      """
    guard case .createTable(let table) = try statement(written),
      case .column(let a) = table.elements[0], case .column(let b) = table.elements[1],
      case .constraint(let q) = table.elements[2]
    else { _ = Issue.record("No such table"); return }
    #expect(table.isStrict && table.isWithoutRowID)
    #expect(a.collation == ObjectName("nocase"))
    #expect(
      a.constraints == [
        Constraint(
          kind: .primaryKey(KeyConstraint(direction: .descending, isAutoincrement: true)),
          name: "p",
          onConflict: .fail)
      ])
    #expect(
      b.constraints == [
        Constraint(
          kind: .foreignKey(
            columns: [],
            ForeignKeyTarget(table: ObjectName("u"), columns: ["c"], onDelete: .setNull)),
          deferral: Deferral(isDeferrable: true, isInitiallyDeferred: true))
      ])
    let key = IndexKey(
      expression: column("a"), collation: ObjectName("binary"), direction: .descending)
    #expect(
      q == Constraint(kind: .unique(KeyConstraint(columns: [key])), name: "q", onConflict: .ignore))
  }

  @Test func `a comma joins as JOIN does`() throws {
    guard case .select(let query) = try statement("SELECT * FROM a, b LEFT JOIN c ON d, e"),
      case .select(let core) = query.body
    else { _ = Issue.record("No query"); return }
    func table(_ name: String) -> TableSource { .table(TableReference(name: ObjectName(name))) }
    let first = TableSource.join(Join(kind: .inner, left: table("a"), right: table("b")))
    let second = Join(kind: .left, left: first, right: table("c"), condition: .on(column("d")))
    #expect(core.from == [.join(second), table("e")])
  }

  @Test func `a compound's order belongs to the whole`() throws {
    guard
      case .select(let query) = try statement("SELECT 1 UNION ALL SELECT 2 ORDER BY 1 LIMIT 3, 4"),
      case .compound(let operation) = query.body
    else { _ = Issue.record("No compound"); return }
    #expect(operation.isAll && operation.kind == .union && operation.right.orderBy.isEmpty)
    #expect(query.orderBy == [SortItem(expression: number("1"))])
    #expect(query.offset == number("3") && query.limit == number("4"))
  }

  @Test func `a trigger holds its statements`() throws {
    let written = """
      CREATE TEMP TRIGGER g INSTEAD OF UPDATE OF a ON v WHEN 1 BEGIN
        INSERT INTO t VALUES (1); SELECT RAISE(ABORT, 'no');
      END
      """
    guard case .createTrigger(let trigger) = try statement(written),
      case .statements(let body) = trigger.action
    else { _ = Issue.record("No trigger"); return }
    #expect(trigger.isTemporary && trigger.timing == .insteadOf && trigger.condition != nil)
    #expect(trigger.events == [.update(of: ["a"])])
    #expect(body.count == 2)
  }

  @Test func `an upsert is a chain`() throws {
    let written = """
      INSERT OR IGNORE INTO t AS k (a) VALUES (1)
      ON CONFLICT (a) WHERE b DO NOTHING ON CONFLICT DO UPDATE SET (a, b) = (1, 2) WHERE c RETURNING *
      """
    guard case .insert(let insert) = try statement(written) else {
      _ = Issue.record("None"); return
    }
    #expect(insert.conflict == .ignore && insert.alias == "k" && insert.returning.count == 1)
    #expect(insert.onConflict.map { $0.target == nil } == [false, true])
  }

  @Test func `a virtual table's arguments are text`() throws {
    guard
      case .createVirtualTable(let table) = try statement(
        "CREATE VIRTUAL TABLE x USING fts5 (a, tokenize = 'porter  ascii' , f(1, 2), , b;c)")
    else { _ = Issue.record("No table"); return }
    #expect(table.arguments == ["a", "tokenize = 'porter  ascii'", "f(1, 2)", "", "b;c"])
  }
}
