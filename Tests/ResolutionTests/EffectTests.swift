import Resolution
import SQLParsing
import SQLSyntax
import Testing

@Suite struct `The effects of a statement` {
  /// Effects in words: `create table a`, `need column a.x`, one a line.
  private func check(
    _ sql: String, on dialect: Dialect = .postgresql, are expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let script = SQLParser.parse(SourceText(name: "file.sql", text: sql), dialect: dialect)
    #expect(script.diagnostics.isEmpty, sourceLocation: sourceLocation)
    let words = script.collectEffects().flatMap { statement in
      statement.effects.map { describe($0, of: statement) }
        + statement.unknowns.map { "unknown \($0.reason)" }
    }
    #expect(words == expected, sourceLocation: sourceLocation)
    for effect in script.collectEffects().flatMap(\.effects) {
      guard let range = effect.range else { continue }
      #expect(script.source.range.contains(range), sourceLocation: sourceLocation)
    }
  }

  private func describe(_ effect: Effect, of statement: StatementEffects) -> String {
    let objects = ([effect.object] + effect.alternatives).map(\.description)
    let name = "\(effect.type) \(objects.joined(separator: "|"))"
    let guarded = effect.conditions.isEmpty ? "" : " if"
    switch effect.action {
    case .create(.plain): return "create \(name)\(guarded)"
    case .create(.ifNotExists): return "create? \(name)\(guarded)"
    case .create(.orReplace): return "replace \(name)\(guarded)"
    case .create(.automatic): return "name \(name)\(guarded)"
    case .drop(let ifExists): return "drop\(ifExists ? "?" : "") \(name)\(guarded)"
    case .rename(let target, _): return "rename \(name) to \(target)\(guarded)"
    case .alter(let ifExists): return "alter\(ifExists ? "?" : "") \(name)\(guarded)"
    case .reference(.required): return "need \(name)\(guarded)"
    case .reference(.unlessBuiltIn): return "use \(name)\(guarded)"
    case .reference(.possible): return "may use \(name)\(guarded)"
    case .reference(.deferred): return "later \(name)\(guarded)"
    case .data: return "rows \(name)\(guarded)"
    }
  }

  @Test func `of CREATE TABLE are the table, its columns and what they refer to`() {
    check(
      "CREATE TABLE a (x int PRIMARY KEY, m mood, y int REFERENCES b (z))",
      are: [
        "create table a", "create column a.x", "name constraint a.a_pkey", "name index a_pkey",
        "create column a.m", "need type mood|mood", "create column a.y",
        "name constraint a.a_y_fkey", "need table b", "need column b.z",
      ])
    check(
      "CREATE TABLE IF NOT EXISTS A (\"X\" integer REFERENCES b)", on: .sqlite,
      are: ["create? table a", "create column a.x", "later table b"])
  }

  @Test func `of ALTER TABLE are each action's`() {
    check(
      "ALTER TABLE a ADD COLUMN IF NOT EXISTS x int, DROP COLUMN y, ALTER COLUMN z SET NOT NULL",
      are: ["alter table a", "create? column a.x", "drop column a.y", "alter column a.z"])
    check(
      "ALTER TABLE IF EXISTS a RENAME COLUMN x TO y",
      are: ["alter? table a", "rename column a.x to a.y"])
    check(
      "ALTER TABLE a ADD CONSTRAINT k UNIQUE (x)",
      are: [
        "alter table a", "create constraint a.k", "create index k", "need column a.x",
      ])
  }

  @Test func `of a query are its tables and the columns it names`() {
    check(
      "SELECT x, b.y AS z FROM a JOIN b ON a.id = b.a_id ORDER BY z",
      are: [
        "rows table a", "rows table b", "need column a.id", "need column b.a_id",
        "need column a.x|b.x", "need column b.y",
      ])
    check(
      "WITH c AS (SELECT x FROM a) SELECT c.x, x FROM c WHERE EXISTS (SELECT 1 FROM b WHERE y = 1)",
      are: ["rows table a", "need column a.x", "rows table b", "need column b.y"])
    check("SELECT n FROM (SELECT 1 AS n) s, pg_class, generate_series(1, 2) g", are: [])
    check("SELECT * FROM sqlite_master, json_each('[]')", on: .sqlite, are: [])
  }

  @Test func `of data changes are the columns they write and read`() {
    check(
      "INSERT INTO a (x) SELECT y FROM b ON CONFLICT (x) DO UPDATE SET x = excluded.x, z = a.w",
      are: [
        "rows table b", "need column b.y", "rows table a", "need column a.x", "need column a.x",
        "need column a.x", "need column a.z", "need column a.x", "need column a.w",
      ])
    check(
      "UPDATE a SET x = b.y FROM b WHERE a.id = b.id",
      are: [
        "rows table a", "need column a.x", "rows table b", "need column b.y", "need column a.id",
        "need column b.id",
      ])
    check(
      "DELETE FROM a WHERE \"y\" = 1", on: .sqlite, are: ["rows table a", "may use column a.y"])
  }

  @Test func `of an index are looked up in the order of each engine`() {
    check(
      "CREATE INDEX IF NOT EXISTS i ON a (x, lower(y)) WHERE z > 0",
      are: [
        "need table a", "need column a.x", "need column a.y", "need column a.z",
        "create? index i",
      ])
    check(
      "CREATE INDEX IF NOT EXISTS i ON a (x)", on: .sqlite,
      are: ["need table a", "create? index i", "need column a.x"])
  }

  @Test func `of stored code depend on whether the engine reads it`() {
    check(
      "CREATE FUNCTION f(p int) RETURNS int LANGUAGE sql AS 'SELECT x FROM a WHERE y = p'",
      are: ["need table a", "need column a.x", "need column a.y", "create function f"])
    check(
      """
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO a (x) VALUES (1);
        RETURN NEW;
      END $$
      """,
      are: ["later table a", "later column a.x", "create function f"])
    check(
      "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET x = NEW.y; END", on: .sqlite,
      are: ["need table a", "create trigger t", "later table b", "later column b.x"])
    check(
      "CREATE VIEW v AS SELECT x FROM a", on: .sqlite,
      are: ["create view v", "name column v.x", "later table a", "later column a.x"])
  }

  @Test func `of a DO block happen under its conditions`() {
    check(
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
          CREATE TYPE mood AS ENUM ('sad');
        END IF;
        EXECUTE current_setting('app.ddl');
      END $$
      """,
      are: [
        "create type mood if", "create enum-value mood.sad if", "unknown EXECUTE of computed SQL",
      ])
  }

  @Test func `of names without a schema follow the search path`() {
    check(
      "CREATE SCHEMA s; SET search_path TO s, public; CREATE TABLE a (x int); SELECT 1 FROM b",
      are: [
        "create schema s", "create table s.a", "create column s.a.x", "rows table s.b|b",
      ])
  }

  @Test func `of temporary tables concern no other file`() {
    check("CREATE TEMP TABLE a (x int); INSERT INTO a (x) VALUES (1); DROP TABLE a", are: [])
    check(
      "CREATE TEMPORARY TABLE a (x); SELECT x FROM a JOIN temp.a", on: .sqlite, are: [])
  }

  @Test func `that cannot be read are unknown`() {
    check(
      "CREATE RULE r AS ON INSERT TO a DO NOTHING", are: ["may use table a", "unknown CREATE RULE"])
  }
}
