import Foundation
import SQLParsing
import SQLSyntax
import TestSupport
import Testing

/// Whole files, cut into statements.
@Suite struct `A script is cut where SQLite cuts it` {
  @Test func `when it is made of sound statements`() {
    var generator = GrammarGenerator(rules: SQLiteGrammar.rules, seed: 77)
    let oracle = SQLiteOracle()
    let sound =
      SQLiteSeeds.all
      + (0..<2_000).map { _ in generator.next() }
      .filter { oracle.verdict(on: $0) == .prepared }
    for start in stride(from: 0, to: sound.count, by: 5) {
      let statements = sound[start..<min(sound.count, start + 5)]
      expectSameCuts(statements.joined(separator: " ;; -- ;\n"), "script.sql", oracle)
    }
  }

  /// Every `.sql` file below the folders in the folder that `SHAKETABLE_SQLITE_HISTORIES` names, a
  /// history a folder, run in the order of their paths as they are read.
  @Test(.enabled(if: Self.histories != nil)) func `when it is a file of a real history`() throws {
    let all = URL(fileURLWithPath: try #require(Self.histories))
    for folder in try FileManager.default.contentsOfDirectory(
      at: all, includingPropertiesForKeys: nil)
    {
      let oracle = SQLiteOracle(schema: [])
      var statements = 0
      var refused = 0
      let files = Self.files(below: folder)
      for file in files {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if let count = expectSameCuts(text, file.path, oracle, isRun: true) {
          statements += count
        } else {
          refused += 1
        }
      }
      print(
        "\(folder.lastPathComponent): \(files.count) files, \(statements) statements, "
          + "\(refused) files not read to their end")
    }
  }

  private static let histories = ProcessInfo.processInfo.environment["SHAKETABLE_SQLITE_HISTORIES"]

  private static func files(below folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "sql" && !$0.lastPathComponent.contains("down") }
      .sorted { $0.path < $1.path }
  }

  /// How many statements were compared; `nil` where SQLite refused one.
  @discardableResult
  private func expectSameCuts(
    _ text: String, _ name: String, _ oracle: SQLiteOracle, isRun: Bool = false
  ) -> Int? {
    let script = SQLiteParser.parse(SourceText(name: name, text: text))
    let (ends, error) = oracle.ends(of: text, isRun: isRun)
    if let error {
      // SQLite cannot go on behind an error; what is no error of syntax is none to us.
      #expect(script.hasErrors == SQLiteOracle.isSyntax(error), "\(name): \(error)")
      return nil
    }
    #expect(script.diagnostics.isEmpty, "\(name): \(text)")
    #expect(script.statements.count == ends.count, "\(name): \(text)")
    for (index, statement) in script.statements.enumerated() where index < ends.count {
      guard let range = statement.place.range else {
        Issue.record("A statement without a place in \(name)")
        continue
      }
      let next = index + 1 < script.statements.count ? script.statements[index + 1] : nil
      #expect(range.upperBound <= ends[index], "\(name)")
      #expect(ends[index] <= next?.place.range?.lowerBound ?? script.source.utf8.count, "\(name)")
    }
    return ends.count
  }
}
