/// Draws diagnostics for people, each under the line of source it is about.
///
/// ```
/// error[unknown-column]: column "tilte" does not exist
///  --> 001_book.sql:2:8
///   |
/// 2 | SELECT tilte FROM book;
///   |        ^^^^^
/// help: write the name of the column: `title`
/// ```
package struct DiagnosticRenderer: Hashable, Sendable {
  /// Whether ANSI escapes colour the text.
  package var color: Bool
  /// Cells of a source line that are shown; a longer line is cut to a window around its range.
  package var width: Int

  package init(color: Bool = false, width: Int = 100) {
    self.color = color
    self.width = width
  }

  /// The diagnostics one after another, an empty line between two, a line end after the last.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { render($0) }.joined(separator: "\n")
  }

  /// The diagnostic with its notes and fix-its; ends in a line end.
  package func render(_ diagnostic: Diagnostic) -> String {
    let style = Style(diagnostic.severity)
    let label = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    var lines = [heading(label, diagnostic.message, style)]
    lines += place(of: diagnostic, style)
    for note in diagnostic.notes { lines += render(note) }
    for fixIt in diagnostic.fixIts { lines += render(fixIt, of: diagnostic) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ label: String, _ message: String, _ style: Style) -> String {
    paint(label, style) + paint(": " + message.printable, .strong)
  }

  private func place(of diagnostic: Diagnostic, _ style: Style) -> [String] {
    if let source = diagnostic.source, let range = diagnostic.range {
      return excerpt(source, range, mark: "^", style)
    }
    return diagnostic.file.map { [paint(" --> ", .frame) + $0.printable] } ?? []
  }

  private func render(_ note: Diagnostic.Note) -> [String] {
    let heading = heading("note", note.message, .note)
    guard let source = note.source else { return [heading] }
    guard let range = note.range else {
      return [heading, paint(" --> ", .frame) + source.name.printable]
    }
    return [heading] + excerpt(source, range, mark: "-", .note)
  }
}

extension DiagnosticRenderer {
  private func excerpt(
    _ source: SourceText, _ range: SourceRange, mark: Character, _ style: Style
  ) -> [String] {
    let excerpt = SourceExcerpt(of: range, in: source, width: width)
    let number = String(excerpt.position.line)
    let gutter = String(repeating: " ", count: number.count)
    let underline =
      excerpt.indent + String(repeating: String(mark), count: excerpt.markWidth) + excerpt.remark
    return [
      paint("\(gutter)--> ", .frame) + "\(source.name.printable):\(excerpt.position)",
      paint("\(gutter) |", .frame),
      (paint("\(number) |", .frame) + " " + excerpt.text).trimmingTrailingSpaces,
      paint("\(gutter) |", .frame) + " " + paint(underline, style),
    ]
  }
}

// MARK: Colour

extension DiagnosticRenderer {
  /// The ANSI attributes of a piece of text.
  enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case help = "1;32"
    case frame = "1;34"
    case strong = "1"

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  func paint(_ text: String, _ style: Style) -> String {
    color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
