package import Foundation
import SQLSyntax

extension DifferentialReport {
  /// Writes each finding as a directory: a script for `sqlite3` or `psql`, and what parted.
  ///
  /// - Returns: The directories.
  package func write(below directory: URL) throws -> [URL] {
    try findings.enumerated().map { number, finding in
      let place = directory.appending(path: "\(dialect.rawValue)-\(finding.seed)-\(number)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data((SequenceScript(finding.sequence).text + "\n").utf8)
        .write(to: place.appending(path: "script.sql"))
      let text = """
        \(finding.message)

        seed \(finding.seed), shrunk in \(finding.evaluations) runs
        replay: \(finding.token)

        """
      try Data(text.utf8).write(to: place.appending(path: "difference.txt"))
      return place
    }
  }
}
