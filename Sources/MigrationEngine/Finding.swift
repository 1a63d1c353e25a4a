package import SQLSyntax

/// Something that is wrong with a set of migrations, and where.
public struct Finding: Hashable, Sendable {
  /// How bad a finding is.
  public enum Severity: String, Hashable, Sendable {
    case error
    case warning
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// Stable, for programs: `syntax-error`, an SQLSTATE, ….
  public var code: String
  /// What is wrong, as a sentence without a full stop.
  public var message: String
  /// The file it is about, if it is about one.
  public var file: String?
  /// From 1; `nil` where it is about no place in a file.
  public var line: Int?
  /// From 1, in Unicode scalars.
  public var column: Int?
  /// Further facts and places.
  public var notes: [String]
  /// What to do about it.
  public var fixes: [String]
  /// What it was made of, with the texts that it is drawn on.
  let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    switch diagnostic.severity {
    case .error: severity = .error
    case .warning: severity = .warning
    case .note: severity = .note
    }
    code = diagnostic.code
    message = diagnostic.message
    file = diagnostic.file
    line = diagnostic.position?.line
    column = diagnostic.position?.column
    notes = diagnostic.notes.map(Self.text)
    fixes = diagnostic.fixIts.map(\.message)
    self.diagnostic = diagnostic
  }

  private static func text(of note: Diagnostic.Note) -> String {
    guard let source = note.source else { return note.message }
    guard let range = note.range else { return "\(note.message) (\(source.name))" }
    return "\(note.message) (\(source.name):\(source.position(of: range.lowerBound)))"
  }
}
