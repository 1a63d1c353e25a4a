import Migrations
import Resolution
import SQLSyntax
import Testing

@Suite struct `The resolver` {
  @Test func `reports what nothing creates, at its place, with the nearest name`() throws {
    let set = makeSet([
      ("1_author.sql", "CREATE TABLE author (id int PRIMARY KEY, name text);"),
      ("2_book.sql", "CREATE TABLE book (author_id int REFERENCES auther (id));"),
      ("3_index.sql", "CREATE INDEX i ON author (nmae);"),
    ])
    let resolution = DependencyResolver().resolve(set)
    #expect(resolution.plan == nil)
    let found = resolution.problems.map { $0.diagnostic(in: set) }
    #expect(found.map(\.code) == ["missing-table", "missing-column"])
    #expect(found.map(\.position) == [.init(line: 1, column: 45), .init(line: 1, column: 27)])
    #expect(
      found.flatMap(\.fixIts).map(\.message) == [
        "did you mean author?", "did you mean author.name?",
      ])
    #expect(
      found.flatMap(\.fixIts).flatMap(\.edits) == [
        TextEdit(file: "2_book.sql", range: SourceRange(44, 50), replacement: "author"),
        TextEdit(file: "3_index.sql", range: SourceRange(26, 30), replacement: "name"),
      ])
  }

  @Test func `takes what exists already as there`() {
    let set = makeSet([
      ("1_a.sql", "ALTER TABLE old ADD COLUMN x int;"), ("2_b.sql", "CREATE INDEX i ON old (y);"),
    ])
    var existing = ExistingObjects()
    existing.insert(relation: .relation("old", schema: "public"), columns: ["y"])
    #expect(DependencyResolver(existing: existing).resolve(set).planned == [1, 2])
    var closed = ExistingObjects()
    closed.insert(relation: .relation("old", schema: "public"), columns: [])
    #expect(DependencyResolver(existing: closed).resolve(set).plan == nil)
    #expect(DependencyResolver().resolve(set).plan == nil)
  }

  @Test func `warns only, where a statement that cannot be read might create it`() {
    let set = makeSet([
      ("1_a.sql", "DO $$ BEGIN EXECUTE current_setting('app.ddl'); END $$;"),
      ("2_b.sql", "INSERT INTO a VALUES (1);"),
    ])
    let resolution = DependencyResolver().resolve(set)
    #expect(resolution.planned == [1, 2])
    #expect(resolution.problems.map { $0.diagnostic(in: set).severity } == [.warning])
  }

  @Test func `says why each moved file moves, with both places`() throws {
    let set = makeSet([
      ("1_book.sql", "CREATE TABLE book (author_id int REFERENCES author (id));"),
      ("2_author.sql", "CREATE TABLE author (id int PRIMARY KEY);"),
    ])
    let plan = try DependencyResolver().plan(set)
    #expect(plan.migrations.map(\.id.number) == [2, 1])
    let move = try #require(plan.moves.first)
    #expect(plan.moves.count == 1)
    #expect(move.migration == "2_author.sql")
    #expect(move.filenamePosition == 1 && move.planPosition == 0)
    #expect(move.reason?.type == .table)
    #expect(move.reason?.prerequisite.range == SourceRange(13, 19))
    #expect(move.reason?.dependent.range == SourceRange(44, 50))
  }

  @Test func `keeps to what files declare`() {
    let files = [("1_a.sql", "SELECT 1;"), ("2_b.sql", "SELECT 2;"), ("3_c.sql", "SELECT 3;")]
    let set = makeSet(files, dependencies: ["1_a.sql": ["3"], "2_b.sql": ["1_a"]])
    #expect(DependencyResolver().resolve(set).planned == [3, 1, 2])
    let circle = makeSet(files, dependencies: ["1_a.sql": ["2_b.sql"], "2_b.sql": ["1"]])
    #expect(DependencyResolver().resolve(circle).cycles.map(\.edges.count) == [2])
    let unknown = makeSet(files, dependencies: ["1_a.sql": ["7"]])
    #expect(
      DependencyResolver().resolve(unknown).problems.map { $0.diagnostic(in: unknown).code }
        == ["unknown-dependency"])
  }

  @Test func `records one row for each pair, with sorted types`() {
    let set = makeSet([
      ("1_a.sql", "CREATE TABLE a (id int PRIMARY KEY); CREATE TYPE mood AS ENUM ('sad');"),
      ("2_b.sql", "CREATE TABLE b (a_id int REFERENCES a (id), m mood);"),
      ("3_c.sql", "DROP TABLE b;"),
    ])
    let recorded = DependencyResolver().analyze(set).recorded
    #expect(
      recorded == [
        RecordedDependency(
          migration: "2_b.sql", dependsOn: "1_a.sql", types: [.column, .table, .type]),
        RecordedDependency(
          migration: "3_c.sql", dependsOn: "2_b.sql", types: [.dropAfterUse]),
      ])
  }

  @Test func `orders extensions, types and functions before their use`() {
    let set = makeSet([
      ("1_user.sql", "CREATE TABLE u (email citext DEFAULT f(), m mood);"),
      ("2_function.sql", "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1::text';"),
      ("3_type.sql", "CREATE TYPE mood AS ENUM ('sad');"),
      ("4_extension.sql", "CREATE EXTENSION citext;"),
    ])
    #expect(DependencyResolver().resolve(set).planned == [2, 3, 4, 1])
  }

  @Test func `knows that indexes and constraints go with their columns`() {
    let set = makeSet([
      ("1_a.sql", "CREATE TABLE a (x int, y int); CREATE INDEX i ON a (y);"),
      ("2_b.sql", "ALTER TABLE a ADD CONSTRAINT k UNIQUE (y); CREATE VIEW v AS SELECT x FROM a;"),
      ("3_c.sql", "ALTER TABLE a DROP COLUMN y; ALTER TABLE a ADD COLUMN y int;"),
      ("4_d.sql", "CREATE INDEX i ON a (y); ALTER TABLE a ADD CONSTRAINT k UNIQUE (y);"),
      (
        "5_e.sql", "DROP TABLE a CASCADE; CREATE TABLE a (x int); CREATE VIEW v AS SELECT x FROM a;"
      ),
      (
        "6_f.sql",
        "ALTER TABLE a RENAME CONSTRAINT odd TO even; ALTER TABLE a DROP CONSTRAINT even;"
      ),
    ])
    #expect(DependencyResolver().resolve(set).planned == [1, 2, 3, 4, 5, 6])
  }

  @Test func `reads names without regard to case on SQLite, and lets parents come later`() {
    let set = makeSet(
      [
        ("1_a.sql", "CREATE INDEX I ON \"Orders\" (Total);"),
        ("2_b.sql", "CREATE TABLE orders (total, c REFERENCES customers (id));"),
        ("3_c.sql", "CREATE TABLE customers (id INTEGER PRIMARY KEY);"),
      ], dialect: .sqlite)
    #expect(DependencyResolver().resolve(set).planned == [2, 1, 3])
  }
}
