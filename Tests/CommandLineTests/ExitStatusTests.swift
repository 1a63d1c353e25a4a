import Foundation
import Testing

@Suite struct `The exit status` {
  static let clean = ["0001_a.sql": "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);\n"]
  static let broken = ["0001_a.sql": "CREATE INDEX i ON a (id);\nPRAGMA user_version = 1;\n"]

  @Test(arguments: ["check", "plan"])
  func `is 0 for a clean directory`(command: String) throws {
    let run = try withFiles(Self.clean) { try CommandRun.shaketable(command, $0) }
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.errors == "")
  }

  @Test(arguments: ["check", "plan"])
  func `is 1 for findings`(command: String) throws {
    let run = try withFiles(Self.broken) { try CommandRun.shaketable(command, $0) }
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("0001_a.sql:1:19"))
  }

  @Test(arguments: [
    ["check", "/no/such/directory"], ["plan", "/no/such/directory"], ["check"], ["dance"],
    ["check", ".", "--format", "xml"], ["check", "Package.swift"], ["check", "Sources/CSQLite"],
    ["plan", ".", "--dialect", "mysql"],
  ])
  func `is 2 for arguments nothing can be done with`(arguments: [String]) throws {
    let run = try CommandRun.shaketable(arguments: arguments)
    #expect(run.status == 2, "\(run.output)\(run.errors)")
    #expect(run.output == "")
    #expect(!run.errors.isEmpty)
  }

  @Test(arguments: [["--help"], ["help", "check"], ["plan", "--help"], ["--version"]])
  func `is 0 for help, which goes to standard output`(arguments: [String]) throws {
    let run = try CommandRun.shaketable(arguments: arguments)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors == "")
  }
}
