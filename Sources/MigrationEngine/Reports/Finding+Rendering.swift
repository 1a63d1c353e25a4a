import FoundationEssentials
package import SQLSyntax

extension Finding {
  /// Draws findings under their source lines, an empty line between two.
  package static func render(_ findings: [Finding], color: Bool) -> String {
    DiagnosticRenderer(color: color).render(findings.map(\.diagnostic))
  }

  /// The finding as programs get it.
  package var record: DiagnosticRecord { DiagnosticRecord(diagnostic) }
}

/// Encodes what reports tell to programs.
package enum ReportJSON {
  /// Pretty, with keys in a fixed order, and a line end after the last brace.
  package static func encode(_ report: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Nothing in a report can fail to encode: it holds strings, integers and booleans alone.
    guard let data = try? encoder.encode(report) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

/// A count and its noun: `1 file`, `2 files`.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
