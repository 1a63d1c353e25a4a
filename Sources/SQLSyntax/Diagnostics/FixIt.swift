/// A change that would mend what a diagnostic is about.
package struct FixIt: Hashable, Sendable {
  /// What the change does, as an instruction: "create the table first".
  package var message: String
  /// The edits that carry it out; empty where it is advice only.
  package var edits: [TextEdit]

  package init(_ message: String, edits: [TextEdit] = []) {
    self.message = message
    self.edits = edits
  }
}

/// A replacement of a range of one file.
package struct TextEdit: Hashable, Sendable {
  package var file: String
  package var range: SourceRange
  package var replacement: String

  package init(file: String, range: SourceRange, replacement: String) {
    self.file = file
    self.range = range
    self.replacement = replacement
  }
}
