import Foundation
import MigrationEngine
import MigrationTesting
import Testing

@Suite struct `A check on SQLite` {
  @Test func `finds nothing in migrations that run`() throws {
    try check(
      [
        "1.sql": "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT);",
        "2.sql": "CREATE INDEX a_name ON a (name);\nINSERT INTO a (name) VALUES ('x');",
        "3.sql": "ALTER TABLE a ADD COLUMN age INT;\nCREATE VIEW v AS SELECT age FROM a;",
      ], in: .sqlite, finds: [])
  }

  @Test func `finds an index on a column that does not exist yet`() throws {
    let report = try check(
      [
        "1.sql": "CREATE TABLE a (id INTEGER);\nCREATE INDEX i ON a (①name);",
        "2.sql": "ALTER TABLE a ADD COLUMN name TEXT;",
      ], in: .sqlite, finds: [.init("①", "sqlite-1"), .init("①", "dependency-cycle")])
    let finding = try #require(report.findings.first)
    #expect(finding.message == "no such column: name")
    #expect(finding.notes.contains { $0.contains("2.sql:1:") })
  }

  @Test func `finds every mistake, and not what only follows from one`() throws {
    try check(
      [
        "1.sql": """
        CREATE TABLE a (id INTEGER, ①id TEXT);
        CREATE INDEX i ON a (id);
        CREATE TABLE b (id INTEGER);
        ALTER TABLE ②c ADD COLUMN d INT;
        """
      ], in: .sqlite, finds: [.init("①", "sqlite-1"), .init("②", "sqlite-1")], following: 1)
  }

  @Test func `finds syntax errors and goes on behind them`() throws {
    try check(
      ["1.sql": "CREATE TABLE a (id INTEGER);\nCREATE ①TABEL b (id);\nDROP TABLE ②c;"],
      in: .sqlite, finds: [.init("①", "syntax-error"), .init("②", "sqlite-1")])
  }

  @Test func `runs each migration in a transaction, as a runner would`() throws {
    try check(
      ["1.sql": "CREATE TABLE a (id INTEGER);\nSAVEPOINT s;\nRELEASE s;"], in: .sqlite, finds: [])
  }

  @Test func `opens and writes no file`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "shaketable-\(UUID().uuidString).db").path()
    try check(
      [
        "1.sql": """
        ATTACH '\(path)' AS other;
        CREATE TABLE other.a (id INTEGER);
        VACUUM INTO '\(path)';
        """
      ], in: .sqlite, finds: [])
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `takes what only rows decide for no defect of its own`() throws {
    try check(
      [
        "1.sql": """
        CREATE TABLE t (a INTEGER);
        INSERT INTO t VALUES (1);
        ①ALTER TABLE t ADD b INTEGER NOT NULL;
        """
      ], in: .sqlite, finds: [.init("①", "sqlite-1")])
  }

  @Test func `does not judge names in an attached database`() throws {
    try check(
      [
        "1.sql": """
        ATTACH ':memory:' AS aux;
        CREATE TABLE aux.a (id INTEGER);
        """
      ], in: .sqlite, finds: [])
  }

  @Test func `knows the tables behind a virtual table`() throws {
    try check(
      [
        "1.sql": """
        CREATE VIRTUAL TABLE notes USING fts5 (body);
        SELECT count(*) FROM notes_data;
        """
      ], in: .sqlite, finds: [])
  }

  @Test func `knows that a renamed column is renamed in views`() throws {
    try check(
      [
        "1.sql": "CREATE TABLE t (a INTEGER);\nCREATE VIEW v AS SELECT a FROM t;",
        "2.sql": "ALTER TABLE t RENAME COLUMN a TO c;\nSELECT c FROM v;",
      ], in: .sqlite, finds: [])
  }

  @Test func `tells one fault once`() throws {
    try check(
      ["1.sql": "CREATE TABLE t (a INTEGER);\nSELECT ①t.zz FROM t;"], in: .sqlite,
      finds: [.init("①", "sqlite-1")])
  }
}
