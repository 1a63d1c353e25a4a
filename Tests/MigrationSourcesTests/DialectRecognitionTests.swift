import SQLSyntax
import Testing

@testable import MigrationSources

@Suite struct `The dialect` {
  private func recognize(_ texts: String...) -> RecognizedDialect? {
    DialectRecognition.recognize(
      texts.enumerated().map { SourceText(name: "\($0.offset + 1).sql", text: $0.element) })
  }

  @Test(arguments: [
    ("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);", Dialect.sqlite),
    ("PRAGMA foreign_keys = ON;", .sqlite),
    ("CREATE TABLE t (a DATETIME, comment TEXT, type TEXT, schema TEXT);", .sqlite),
    ("CREATE TABLE t (id bigserial PRIMARY KEY);", .postgresql),
    ("DO $$ BEGIN END $$;", .postgresql),
    ("SELECT a::text FROM t;", .postgresql),
    ("CREATE EXTENSION citext;", .postgresql),
  ])
  func `is recognised by words only one of the two has`(text: String, dialect: Dialect) {
    #expect(recognize(text)?.dialect == dialect)
  }

  @Test func `is not told by strings, names and comments`() {
    #expect(recognize("-- PRAGMA\n/* JSONB */ SELECT 'SERIAL', \"PLPGSQL\", `ROWID`;") == nil)
  }

  @Test func `comes with the place of the evidence`() {
    #expect(recognize("SELECT 1;", "SELECT 1;\n\nPRAGMA x;")?.reason == "PRAGMA in 2.sql:3")
  }
}
