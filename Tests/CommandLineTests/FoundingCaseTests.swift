import Foundation
import Testing

@Suite struct `The founding case` {
  static let dialects = ["sqlite", "postgresql"]

  private func directory(_ dialect: String) -> String {
    "Scenarios/Projects/core-tables/\(dialect)"
  }

  @Test(arguments: dialects)
  func `fails with every place named`(dialect: String) throws {
    let run = try CommandRun.shaketable("check", directory(dialect))
    #expect(run.status == 1)
    // The index on a column that only 0003 adds, and the two files that need each other.
    #expect(run.output.contains("0001_core_tables_idempotent.sql:"))
    #expect(run.output.contains("project_id"))
    #expect(run.output.contains("0003_projects.sql:"))
    #expect(run.output.contains("milestones"))
  }

  @Test(arguments: dialects)
  func `has a split for each circle`(dialect: String) throws {
    let run = try CommandRun.shaketable("plan", directory(dialect))
    #expect(run.status == 1)
    #expect(run.output.contains("of 0001_core_tables_idempotent.sql to"))
    #expect(run.output.contains("of 0003_projects.sql to"))
  }

  @Test(arguments: dialects)
  func `is mended by plan --fix into a set that plans and checks clean`(dialect: String) throws {
    try withFiles([:]) { temporary in
      let mended = temporary + "/mended"
      let fix = try CommandRun.shaketable("plan", directory(dialect), "--fix", mended)
      #expect(fix.status == 0, "\(fix.output)\(fix.errors)")
      for command in ["plan", "check"] {
        let run = try CommandRun.shaketable(command, mended)
        #expect(run.status == 0, "\(command): \(run.output)\(run.errors)")
      }
    }
  }

  @Test func `is never mended over files that are there`() throws {
    try withFiles(["keep.txt": "mine"]) { temporary in
      let fix = try CommandRun.shaketable("plan", directory("sqlite"), "--fix", temporary)
      #expect(fix.status == 2)
      let names = try FileManager.default.contentsOfDirectory(atPath: temporary)
      #expect(names == ["keep.txt"])
    }
  }

  @Test(arguments: dialects)
  func `is told to programs in JSON`(dialect: String) throws {
    let run = try CommandRun.shaketable("check", directory(dialect), "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let report = try #require(object as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0["file"] is String && $0["line"] is Int })
  }

  @Test func `has no colour where no terminal shows it`() throws {
    let run = try CommandRun.shaketable("check", directory("sqlite"))
    #expect(!run.output.contains("\u{1B}"))
  }
}
