/// Something to tell the user about their files: what is wrong, where, and what to write instead.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    case error
    case warning
    case note
  }

  package var severity: Severity
  /// Kebab-case and stable: programs and tests match it.
  ///
  /// `syntax-error`, `unknown-column`.
  package var code: String
  /// What is wrong, as a sentence without a full stop.
  package var message: String
  /// The file it is about, also where its text cannot be shown.
  package var file: String?
  package var source: SourceText?
  package var range: SourceRange?
  package var notes: [Note]
  package var fixIts: [FixIt]

  /// A further place or fact that explains a diagnostic.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var source: SourceText?
    package var range: SourceRange?

    package init(_ message: String, in source: SourceText? = nil, at range: SourceRange? = nil) {
      self.message = message
      self.source = source
      self.range = range
    }
  }

  /// Makes a diagnostic about a place in a text.
  package init(
    _ severity: Severity = .error, code: String, _ message: String, in source: SourceText,
    at range: SourceRange?, notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = source.name
    self.source = source
    self.range = range
    self.notes = notes
    self.fixIts = fixIts
  }

  /// Makes a diagnostic about a file as a whole, or about no file.
  package init(
    _ severity: Severity = .error, code: String, _ message: String, file: String?,
    notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = file
    self.notes = notes
    self.fixIts = fixIts
  }

  /// Line and column where it starts, if it is about a place.
  package var position: SourcePosition? {
    guard let source, let range else { return nil }
    return source.position(of: range.lowerBound)
  }
}
