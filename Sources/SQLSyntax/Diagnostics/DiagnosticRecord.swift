/// A diagnostic for programs: plain fields, to be encoded as JSON.
///
/// Lines and columns are from 1, columns in Unicode scalars; offsets are bytes from 0, the end
/// excluded. Where there is no place, the fields of places are left out.
package struct DiagnosticRecord: Hashable, Sendable, Encodable {
  package var severity: String
  package var code: String
  package var message: String
  package var file: String?
  package var place: PlaceRecord?
  package var notes: [NoteRecord]
  package var fixIts: [FixItRecord]

  package init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code
    message = diagnostic.message
    file = diagnostic.file
    place = PlaceRecord(diagnostic.range, in: diagnostic.source)
    notes = diagnostic.notes.map { NoteRecord($0) }
    let sources = [diagnostic.source] + diagnostic.notes.map(\.source)
    fixIts = diagnostic.fixIts.map { FixItRecord($0, sources: sources.compactMap { $0 }) }
  }

  /// A note and, where it has one, its own place.
  package struct NoteRecord: Hashable, Sendable, Encodable {
    package var message: String
    package var file: String?
    package var place: PlaceRecord?

    init(_ note: Diagnostic.Note) {
      message = note.message
      file = note.source?.name
      place = PlaceRecord(note.range, in: note.source)
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: FieldName.self)
      try container.encode(message, forKey: .message)
      try container.encodeIfPresent(file, forKey: .file)
      try place?.encode(to: encoder)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FieldName.self)
    try container.encode(severity, forKey: .severity)
    try container.encode(code, forKey: .code)
    try container.encode(message, forKey: .message)
    try container.encodeIfPresent(file, forKey: .file)
    try place?.encode(to: encoder)
    try container.encode(notes, forKey: .notes)
    try container.encode(fixIts, forKey: .fixIts)
  }

  private enum FieldName: String, CodingKey {
    case severity, code, message, file, notes, fixIts
  }
}

/// A range of a file in both ways of counting.
package struct PlaceRecord: Hashable, Sendable, Encodable {
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int
  package var offset: Int
  package var endOffset: Int

  init?(_ range: SourceRange?, in source: SourceText?) {
    guard let range, let source else { return nil }
    let (start, end) = (
      source.position(of: range.lowerBound), source.position(of: range.upperBound)
    )
    (line, column) = (start.line, start.column)
    (endLine, endColumn) = (end.line, end.column)
    (offset, endOffset) = (range.lowerBound, range.upperBound)
  }
}

/// A fix-it and its edits.
package struct FixItRecord: Hashable, Sendable, Encodable {
  package var message: String
  package var edits: [EditRecord]

  init(_ fixIt: FixIt, sources: [SourceText]) {
    message = fixIt.message
    edits = fixIt.edits.map { edit in
      EditRecord(
        file: edit.file, offset: edit.range.lowerBound, endOffset: edit.range.upperBound,
        replacement: edit.replacement,
        line: sources.first { $0.name == edit.file }?.position(of: edit.range.lowerBound).line)
    }
  }
}

/// A replacement of bytes of one file.
package struct EditRecord: Hashable, Sendable, Encodable {
  package var file: String
  package var offset: Int
  package var endOffset: Int
  package var replacement: String
  /// `nil` where the diagnostic does not hold the file's text.
  package var line: Int?
}
