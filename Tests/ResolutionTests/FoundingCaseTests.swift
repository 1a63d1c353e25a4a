import Foundation
import Migrations
import Resolution
import SQLSyntax
import Testing

@Suite struct `The founding case` {
  private func files(_ dialect: Dialect) throws -> [(String, String)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let directory = root.appending(path: "Scenarios/Projects/core-tables/\(dialect.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    return try names.filter { $0.hasSuffix(".sql") }.map {
      ($0, try String(contentsOf: directory.appending(path: $0), encoding: .utf8))
    }
  }

  @Test(arguments: Dialect.allCases)
  func `has no plan as it stands`(dialect: Dialect) throws {
    let resolution = DependencyResolver().resolve(makeSet(try files(dialect), dialect: dialect))
    #expect(resolution.plan == nil)
  }

  @Test(arguments: Dialect.allCases)
  func `has a plan once it is mended`(dialect: Dialect) throws {
    let mended = DependencyResolver().mend(makeSet(try files(dialect), dialect: dialect))
    #expect(mended.isResolved)
    let resolution = DependencyResolver().resolve(makeSet(mended, dialect: dialect))
    #expect(resolution.plan != nil)
  }
}
