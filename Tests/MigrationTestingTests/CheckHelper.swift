import Foundation
import MigrationEngine
import MigrationTesting
import Testing

/// What a check must find: a place by its marker, and a code.
struct ExpectedFinding: Hashable, CustomStringConvertible {
  var place: Character
  var code: String

  init(_ place: Character, _ code: String) {
    self.place = place
    self.code = code
  }

  var description: String { "\(place) \(code)" }
}

/// Runs a check on files whose places are marked, and compares what it found, in order.
@discardableResult
func check(
  _ files: KeyValuePairs<String, String>, in dialect: SQLDialect,
  finds expected: [ExpectedFinding]?, following: Int = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> CheckReport {
  let directory = FileManager.default.temporaryDirectory
    .appending(path: "shaketable-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: directory) }
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  var positions: [String: Character] = [:]
  for (name, marked) in files {
    let file = MarkedText(marked)
    try Data(file.text.utf8).write(to: directory.appending(path: name))
    for (marker, offset) in file.places {
      positions["\(name):\(position(of: offset, in: file.text))"] = marker
    }
  }
  let report = try DirectoryCheck.run(directory: directory.path(), dialect: dialect)
  let found = report.findings.filter { $0.severity == .error }.map { finding in
    let name = finding.file?.split(separator: "/").last.map(String.init) ?? ""
    let key = "\(name):\(finding.line ?? 0):\(finding.column ?? 0)"
    return ExpectedFinding(positions[key] ?? "?", finding.code)
  }
  if let expected {
    #expect(found == expected, "\(report.text())", sourceLocation: sourceLocation)
  }
  #expect(report.followingCount == following, sourceLocation: sourceLocation)
  #expect(report.disagreements == [], sourceLocation: sourceLocation)
  return report
}

private func position(of offset: Int, in text: String) -> String {
  let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
  let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
  return "\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)"
}
