import Migrations
import SQLSyntax
import Testing

@testable import MigrationSources

@Suite struct `Checksums` {
  private func migration(_ text: String, _ dialect: Dialect = .postgresql) throws -> Migration {
    let set = SourceReader.set(of: [(name: "1_a.sql", bytes: Array(text.utf8))], dialect: dialect)
    return try #require(set.migrations.first)
  }

  @Test func `of bytes are SHA-256, as anybody computes it`() throws {
    #expect(
      try migration("abc").checksum?.description
        == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Checksum.sha256(of: [UInt8]()).hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `of bytes are there when a directory is read, and are not those of its tokens`() throws
  {
    let text = "CREATE TABLE a (b int);"
    try TemporaryDirectory.with(["1_a.sql": Array(text.utf8)]) { directory in
      let read = try #require(
        try SourceReader.read(directory.path, dialect: .sqlite).set.migrations.first)
      #expect(read.checksum == .sha256(of: text.utf8))
      #expect(read.tokenChecksum != read.checksum)
      #expect(read.tokenChecksum == (try migration("create table A(B INT)", .sqlite)).tokenChecksum)
    }
  }

  @Test(
    arguments: [
      ("SELECT 1;", "select  1 -- one", nil),
      ("SELECT 1;\nSELECT 2;", "SELECT 1;;\r\n\r\nSELECT /* two */ 2", nil),
      ("SELECT 'a\nb'", "SELECT 'a\r\nb'", nil),
      ("SELECT $$a\nb$$", "SELECT $$a\r\nb$$", .postgresql),
      ("SELECT A, b, 1E5", "select a, B, 1e5", nil),
      ("SELECT X'AB'", "select x'ab'", .sqlite),
    ] as [(String, String, Dialect?)])
  func `of tokens leave comments, spaces, line ends and case alone`(
    first: String, second: String, only: Dialect?
  ) throws {
    for dialect in Dialect.allCases where only == nil || only == dialect {
      let (one, other) = (try migration(first, dialect), try migration(second, dialect))
      #expect(one.tokenChecksum == other.tokenChecksum)
      #expect(one.statementChecksums == other.statementChecksums)
      #expect(one.checksum != other.checksum)
    }
  }

  @Test(
    arguments: [
      ("SELECT 1", "SELECT 2"), ("SELECT 'A'", "SELECT 'a'"), ("SELECT \"A\"", "SELECT \"a\""),
      ("SELECT 'a b'", "SELECT 'a  b'"), ("SELECT a b", "SELECT ab"),
      ("SELECT 1; SELECT 2", "SELECT 1 SELECT 2"), ("SELECT 1", ""),
      ("SELECT 1; SELECT 2", "SELECT 2; SELECT 1"), ("SELECT '--'", "SELECT ''"),
    ])
  func `of tokens tell apart what says something else`(first: String, second: String) throws {
    for dialect in Dialect.allCases {
      #expect(
        try migration(first, dialect).tokenChecksum != migration(second, dialect).tokenChecksum)
    }
  }

  @Test func `are those of the up direction alone`() throws {
    let up = "-- migrate:up\nCREATE TABLE a (b int);\n-- migrate:down\n"
    let one = try migration(up + "DROP TABLE a;")
    let other = try migration(up + "DROP TABLE IF EXISTS a;")
    #expect(one.tokenChecksum == other.tokenChecksum)
    #expect(one.checksum != other.checksum)
    #expect(one.statementChecksums.count == 1)
  }

  @Test func `say which statements changed`() throws {
    let changes = { (first: String, second: String) in
      StatementChange.changes(
        from: try migration(first).statementChecksums, to: try migration(second).statementChecksums)
    }
    #expect(try changes("SELECT 1; SELECT 2;", "select 1;\n-- a\nselect 2") == [])
    #expect(
      try changes("SELECT 1; SELECT 2; SELECT 3", "SELECT 1; SELECT 4; SELECT 3")
        == [.changed(earlier: 1, later: 1)])
    #expect(
      try changes("SELECT 1; SELECT 2; SELECT 3", "SELECT 1; SELECT 3; SELECT 4")
        == [.removed(earlier: 1), .added(later: 2)])
    #expect(
      try changes("SELECT 1; SELECT 2; SELECT 3", "SELECT 5; SELECT 3")
        == [.changed(earlier: 0, later: 0), .removed(earlier: 1)])
    #expect(try changes("", "SELECT 1") == [.added(later: 0)])
  }
}
