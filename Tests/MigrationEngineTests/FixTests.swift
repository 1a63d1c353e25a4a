import Foundation
import MigrationEngine
import Testing

@Suite struct `A mended set` {
  /// A set whose files stand in the wrong order or need each other.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var files: [String: String]
    /// The names that come out, in the order they run; down files not among them.
    var mended: [String]
  }

  private static let first = "CREATE TABLE t (a int);"
  private static let second = "CREATE INDEX i ON t (a);"

  static let cases: [Case] = [
    Case(
      testDescription: "numbered from one", files: ["2_b.sql": second, "3_t.sql": first],
      mended: ["1_t.sql", "2_b.sql"]),
    Case(
      testDescription: "numbered from zero", files: ["0000_b.sql": second, "0001_t.sql": first],
      mended: ["0001_t.sql", "0002_b.sql"]),
    Case(
      testDescription: "numbered from zero, with a third in the way",
      files: ["0_b.sql": second, "1_t.sql": first, "2_c.sql": "CREATE TABLE c (a int);"],
      mended: ["1_t.sql", "2_b.sql", "3_c.sql"]),
    Case(
      testDescription: "of Flyway's names, with undo files",
      files: [
        "V1__b.sql": second, "U1__b.sql": "DROP INDEX i;", "V2__t.sql": first,
        "U2__t.sql": "DROP TABLE t;",
      ], mended: ["V2__t.sql", "V3__b.sql"]),
    Case(
      testDescription: "with down files beside",
      files: [
        "01_b.up.sql": second, "01_b.down.sql": "DROP INDEX i;", "02_t.up.sql": first,
        "02_t.down.sql": "DROP TABLE t;",
      ], mended: ["02_t.up.sql", "03_b.up.sql"]),
    Case(
      testDescription: "of folders in the wrong order",
      files: [
        "20240101000000_b/migration.sql": second, "20240102000000_t/migration.sql": first,
      ], mended: ["20231231235959_t/migration.sql", "20240101000000_b/migration.sql"]),
    Case(
      testDescription: "with no number between neighbours",
      files: [
        "1_a.sql": "CREATE TABLE a (a int);", "2_b.sql": Self.second,
        "3_c.sql": "CREATE TABLE c (a int);", "4_t.sql": Self.first,
      ], mended: ["1_a.sql", "4_t.sql", "5_b.sql", "6_c.sql"]),
    Case(
      testDescription: "of Flyway's names, with no number between neighbours",
      files: [
        "V1__a.sql": "CREATE TABLE a (a int);", "V2__b.sql": Self.second,
        "V3__c.sql": "CREATE TABLE c (a int);", "V4__t.sql": Self.first,
      ], mended: ["V1__a.sql", "V1.1__t.sql", "V2__b.sql", "V3__c.sql"]),
    Case(
      testDescription: "at the end of a minute, a day and a year",
      files: [
        "20231231235959_a.sql": "CREATE TABLE a (a int);", "20240101000001_b.sql": Self.second,
        "20240102000000_t.sql": Self.first,
      ], mended: ["20231231235959_a.sql", "20240101000000_t.sql", "20240101000001_b.sql"]),
    Case(
      testDescription: "of folders that need each other",
      files: [
        "20240101000000_a/migration.sql": "CREATE TABLE t (a int);\nCREATE INDEX i ON t (b);",
        "20240102000000_b/migration.sql": "ALTER TABLE t ADD b int;",
      ],
      mended: [
        "20240101000000_a/migration.sql", "20240102000000_b/migration.sql",
        "20240102000001_a_part_2/migration.sql",
      ]),
  ]

  @Test(arguments: cases)
  func `has every statement, and runs in the order of its names`(_ expected: Case) throws {
    try inTemporaryDirectory { directory in
      let source = directory + "/source"
      let target = directory + "/mended"
      try write(expected.files, to: source)
      let fix = try MigrationPlanner.plan(directory: source, dialect: .postgresql)
        .writeFix(to: target)
      #expect(fix.isMended)
      let plan = try MigrationPlanner.plan(directory: target, dialect: .postgresql)
      #expect(plan.migrations.map(\.file) == expected.mended, "\(plan.text())")
      #expect(plan.exitStatus == .clean, "\(plan.text())")
      #expect(plan.findings == [])
      #expect(try statements(in: target) == statements(in: source))
    }
  }

  @Test func `is not written where none is needed`() throws {
    try inTemporaryDirectory { directory in
      try write(["1_t.sql": Self.first, "2_b.sql": Self.second], to: directory + "/source")
      let plan = try MigrationPlanner.plan(directory: directory + "/source", dialect: .postgresql)
      let fix = try plan.writeFix(to: directory + "/mended")
      #expect(fix.isMended)
      #expect(fix.directory == nil)
      #expect(!FileManager.default.fileExists(atPath: directory + "/mended"))
    }
  }

  /// Every line that is a statement, comments aside, in byte order.
  private func statements(in directory: String) throws -> [String] {
    let names = try #require(FileManager.default.enumerator(atPath: directory))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".sql") }
    return try names.flatMap { name in
      try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
        .split(separator: "\n").map(String.init)
        .filter { !$0.isEmpty && !$0.hasPrefix("--") }
    }.sorted()
  }

  private func write(_ files: [String: String], to directory: String) throws {
    for (name, text) in files {
      let file = URL(filePath: directory + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "shaketable-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path())
  }
}
