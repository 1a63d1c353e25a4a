import SQLParsing
import SQLSyntax
import Testing

@Suite struct `A routine's body` {
  /// What a body does, a line a statement: its conditions in brackets, outermost first.
  private func outline(_ body: RoutineBody) -> [String] {
    body.statements.map { statement in
      let conditions = statement.conditions.map { "[\(describe($0))] " }.joined()
      return conditions + describe(statement.content)
    }
  }

  private func describe(_ condition: BodyCondition) -> String {
    let printer = SQLPrinter(dialect: .postgresql)
    return switch condition {
    case .when(let test, let isNegated): (isNegated ? "unless " : "if ") + printer.print(test)
    case .unreadable(let text): "if? \(text)"
    case .handled(let names): "handled \(names.joined(separator: ", "))"
    case .inHandler(let names): "when \(names.joined(separator: ", "))"
    case .loop(let kind): kind
    }
  }

  private func describe(_ content: BodyContent) -> String {
    let printer = SQLPrinter(dialect: .postgresql)
    return switch content {
    case .statement(let statement): printer.print(statement)
    case .constantExecute(let statements):
      "EXECUTE " + statements.map(printer.print).joined(separator: "; ")
    case .dynamic(let expression, _): "dynamic \(expression)"
    case .expression(let expression): "= " + printer.print(expression)
    case .raise(let level, _): "raise \(level)"
    case .leave: "leave"
    case .opaque(let kind, _): "opaque \(kind)"
    }
  }

  private func check(
    _ body: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for sql in [
      "DO $x$\(body)$x$", "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $x$\(body)$x$",
    ] {
      let script = SQLParser.parse(SourceText(name: "a.sql", text: sql), dialect: .postgresql)
      #expect(script.diagnostics.isEmpty, sourceLocation: sourceLocation)
      guard let found = script.statements.first.flatMap(self.body) else {
        Issue.record("There is a body", sourceLocation: sourceLocation)
        continue
      }
      #expect(found.isRead, sourceLocation: sourceLocation)
      #expect(outline(found) == expected, sourceLocation: sourceLocation)
    }
  }

  private func body(_ statement: Statement) -> RoutineBody? {
    switch statement.kind {
    case .doBlock(let block): block.body
    case .createFunction(let function): function.body
    default: nil
    }
  }

  @Test func `is read statement by statement`() {
    check("BEGIN END", [])
    check(
      "BEGIN NULL; ALTER TABLE a ADD b int; RETURN; END;",
      ["ALTER TABLE a ADD COLUMN b integer", "leave"])
    check(
      "<<x>> BEGIN PERFORM f(1); COMMIT; CALL g(); END x", ["SELECT f(1)", "COMMIT", "CALL g()"])
  }

  @Test func `keeps the conditions of IF and CASE`() {
    check(
      """
      BEGIN
        IF NOT EXISTS (SELECT FROM a) THEN CREATE TABLE b (); ELSIF c > 1 THEN DROP TABLE d;
        ELSE IF e THEN DROP TABLE g; END IF; END IF;
        CASE h WHEN 1, 2 THEN DROP TABLE i; ELSE DROP TABLE j; END CASE;
        CASE WHEN k THEN DROP TABLE l; END CASE;
      END
      """,
      [
        "[if NOT EXISTS (SELECT FROM a)] CREATE TABLE b ()",
        "[unless NOT EXISTS (SELECT FROM a)] [if c > 1] DROP TABLE d",
        "[unless NOT EXISTS (SELECT FROM a)] [unless c > 1] [if e] DROP TABLE g",
        "[if h IN (1, 2)] DROP TABLE i", "[unless h IN (1, 2)] DROP TABLE j",
        "[if k] DROP TABLE l",
      ])
  }

  @Test func `keeps its exception handlers`() {
    check(
      """
      BEGIN
        BEGIN ALTER TABLE a ADD CONSTRAINT b UNIQUE (c);
        EXCEPTION WHEN duplicate_object OR DUPLICATE_TABLE THEN RAISE NOTICE 'x';
          WHEN SQLSTATE '42P07' THEN NULL; END;
        DROP TABLE d;
      EXCEPTION WHEN OTHERS THEN DROP TABLE e;
      END
      """,
      [
        "[handled others] [handled duplicate_object, duplicate_table, 42P07] "
          + "ALTER TABLE a ADD CONSTRAINT b UNIQUE (c)",
        "[handled others] [when duplicate_object, duplicate_table] raise notice",
        "[handled others] DROP TABLE d", "[when others] DROP TABLE e",
      ])
  }

  @Test func `keeps its loops`() {
    check(
      """
      DECLARE r record;
      BEGIN
        FOR r IN SELECT a FROM b LOOP DELETE FROM c; END LOOP;
        FOR i IN REVERSE 10..1 BY 2 LOOP CONTINUE; END LOOP;
        <<l>> WHILE d LOOP EXIT l WHEN e; END LOOP l;
        LOOP RETURN; END LOOP;
        FOREACH x SLICE 1 IN ARRAY f LOOP NULL; END LOOP;
        FOR r IN EXECUTE g LOOP NULL; END LOOP;
        FOR r IN k LOOP NULL; END LOOP;
      END
      """,
      [
        "SELECT a FROM b", "[FOR] DELETE FROM c", "= 10", "= 1", "= 2", "[FOR] opaque CONTINUE",
        "= d", "[WHILE] opaque EXIT", "[LOOP] leave", "= f", "dynamic g", "opaque FOR cursor",
      ])
  }

  @Test func `reads what is evaluated`() {
    check(
      """
      #variable_conflict use_column
      DECLARE a int := f(1); b CONSTANT s.t NOT NULL DEFAULT 'x'; c CURSOR (z int) FOR SELECT d FROM e;
        g h.i%TYPE; j k%ROWTYPE; l a%TYPE; m ALIAS FOR $1;
      BEGIN
        a := a + 1; b.c[1] = 2;
        SELECT d, e INTO STRICT a, b.c FROM g WHERE h;
        INSERT INTO i (j) VALUES (1) RETURNING k INTO a;
        RETURN QUERY SELECT n FROM o; RETURN NEXT p; ASSERT q, 'r';
        OPEN c FOR SELECT 1; FETCH c INTO a; CLOSE c; GET DIAGNOSTICS a = ROW_COUNT;
        RETURN a;
      END
      """,
      [
        "= NULL::integer", "= f(1)", "= NULL::s.t", "= 'x'", "SELECT d FROM e",
        "= NULL::h.i%TYPE", "= NULL::k", "= a + 1", "= 2", "SELECT d, e FROM g WHERE h",
        "INSERT INTO i (j) VALUES (1) RETURNING k", "SELECT n FROM o", "= p", "= q", "= 'r'",
        "SELECT 1", "opaque FETCH", "opaque CLOSE", "opaque GET", "= a", "leave",
      ])
  }

  @Test func `tells constant EXECUTE from computed`() {
    check(
      """
      BEGIN
        EXECUTE 'CREATE TABLE a (); DROP TABLE c';
        EXECUTE 'DROP TABLE ' || 'd' || ' CASCADE';
        EXECUTE format('DROP TABLE %I; COMMENT ON TABLE e IS %L', 'F', 'it''s');
        EXECUTE format('DROP TABLE %I', g) USING h INTO i;
        EXECUTE 'DROP TABLE ' || j; EXECUTE 'no sql';
        RAISE EXCEPTION USING MESSAGE = 'k'; RAISE 'l'; RAISE;
      END
      """,
      [
        "EXECUTE CREATE TABLE a (); DROP TABLE c", "EXECUTE DROP TABLE d CASCADE",
        "EXECUTE DROP TABLE \"F\"; COMMENT ON TABLE e IS 'it''s'",
        "dynamic format('DROP TABLE %I', g)", "= h", "dynamic 'DROP TABLE ' || j",
        "dynamic 'no sql'", "raise exception", "raise exception", "raise exception",
      ])
  }

  @Test(arguments: [
    "DO $$ BEGIN ①DROP TABLE ②a; END $$", "DO 'BEGIN ①DROP TABLE ②a; END'",
    "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $x$ ①DROP TABLE ②a $x$",
    "DO $$ BEGIN EXECUTE '①DROP TABLE ②a'; END $$",
    "DO $$ BEGIN EXECUTE $x$①DROP TABLE ②a$x$; END $$",
  ])
  func `that stands in the file gives places in the file`(marked: String) {
    let sql = MarkedSQL(marked)
    var drops: [Int?] = []
    for statement in sql.script.statements {
      statement.walk { node in
        if let node = node as? Statement, case .drop(let drop) = node.kind {
          drops += [node.place.range?.lowerBound, drop.objects[0].name.range?.lowerBound]
        }
        return true
      }
    }
    #expect(drops == [sql.marks["①"], sql.marks["②"]])
  }

  @Test func `that is escaped has the place of its string`() {
    let sql = MarkedSQL("DO ①'BEGIN COMMENT ON TABLE a IS ''b''; END'②")
    var places: Set<SourceRange> = []
    for statement in sql.script.statements {
      guard case .doBlock(let block) = statement.kind else { continue }
      #expect(block.body.place.range == nil)
      places = Set(block.body.statements.flatMap(namesInTree).compactMap(\.name.place.range))
    }
    let bounds = sql.marks.values.sorted()
    #expect(places == [SourceRange(bounds[0], bounds[1])])
  }

  @Test(arguments: [
    "DO $$ BEGIN IF a THEN NULL; ①END $$", "DO $$ BEGIN DROP ①TABEL a; END $$",
    "DO $$ BEGIN a := ①; END $$", "DO $$ ①NULL; $$", "DO $$ BEGIN DROP TABLE a ①END $$",
    "DO $$ BEGIN LOOP NULL; END ①IF; END $$", "DO $$ BEGIN NULL; EXCEPTION ①END $$",
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN SELECT 1 FROM ①; END $$",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT FROM ①WHERE $$",
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN WHILE①; END $$",
  ])
  func `that is no SQL is an error where it stands, and unknown`(marked: String) {
    let sql = MarkedSQL(marked)
    let script = sql.script
    #expect(script.statements.count == 1)
    #expect(script.diagnostics.map(\.code) == ["body-syntax-error"])
    #expect(script.hasErrors)
    let range = script.diagnostics.first?.range
    #expect(range.map { [$0.lowerBound, $0.upperBound] }?.contains(sql.marks["①"] ?? -1) == true)
    #expect(script.statements.first.flatMap(body)?.isRead == false)
  }

  @Test(arguments: [
    ("SET check_function_bodies = off;", Diagnostic.Severity.warning),
    ("SET check_function_bodies = 'false';", .warning),
    ("SET LOCAL check_function_bodies TO false;", .warning),
    ("SET check_function_bodies = off; RESET check_function_bodies;", .error),
    ("SET check_function_bodies = off; RESET ALL;", .error), ("SET search_path = off;", .error),
  ])
  func `that is no SQL is taken where bodies are not checked`(
    setting: String, severity: Diagnostic.Severity
  ) {
    let sql = setting + "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELEC'"
    let script = SQLParser.parse(SourceText(name: "a.sql", text: sql), dialect: .postgresql)
    #expect(script.diagnostics.map(\.severity) == [severity])
  }

  @Test(arguments: ["c", "plperl", "plpython3u", "internal"])
  func `in another language is not read`(language: String) {
    let sql = "CREATE FUNCTION f() RETURNS int LANGUAGE \(language) AS 'x', 'y'"
    let script = SQLParser.parse(SourceText(name: "a.sql", text: sql), dialect: .postgresql)
    #expect(script.diagnostics.isEmpty)
    guard let body = script.statements.first.flatMap(body) else {
      Issue.record("There is a body")
      return
    }
    #expect(!body.isRead && body.statements.isEmpty && body.linkSymbol == "y")
  }

  @Test func `in the standard's form is read with its function`() {
    let sql = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM b; RETURN 1; END"
    let script = SQLParser.parse(SourceText(name: "a.sql", text: sql), dialect: .postgresql)
    #expect(script.diagnostics.isEmpty)
    #expect(script.statements.first.flatMap(body).map(outline)?.first == "SELECT a FROM b")
  }
}
