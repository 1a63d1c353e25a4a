extension DiagnosticRenderer {
  /// `help: message`, with what to write behind it or, where that is long, under it.
  func render(_ fixIt: FixIt, of diagnostic: Diagnostic) -> [String] {
    let message = fixIt.message.printable
    guard let edit = fixIt.edits.first else { return [help(message)] }
    let isShort =
      fixIt.edits.count == 1 && !edit.replacement.utf8.contains(0x0A)
      && edit.replacement.utf8.count <= 60
    if isShort { return [help(message + short(edit, of: diagnostic))] }
    return [help(message)] + fixIt.edits.flatMap { long($0, of: diagnostic) }
  }

  private func help(_ message: String) -> String {
    paint("help", .help) + paint(": ", .strong) + message
  }

  private func short(_ edit: TextEdit, of diagnostic: Diagnostic) -> String {
    // The message says it already.
    if !edit.replacement.isEmpty,
      diagnostic.fixIts.contains(where: {
        $0.edits == [edit] && $0.message.hasSuffix("\(edit.replacement)?")
      })
    {
      return ""
    }
    let old = source(named: edit.file, of: diagnostic)?[edit.range] ?? ""
    if !edit.replacement.isEmpty { return ": `\(edit.replacement.printable)`" }
    return old.isEmpty || old.utf8.count > 60 ? "" : ": remove `\(old.printable)`"
  }

  private func long(_ edit: TextEdit, of diagnostic: Diagnostic) -> [String] {
    let position = source(named: edit.file, of: diagnostic)?.position(of: edit.range.lowerBound)
    let place = position.map { "\(edit.file.printable):\($0)" } ?? edit.file.printable
    let lines = edit.replacement.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return [paint(" --> ", .frame) + place]
      + lines.map { paint("  + ", .help) + String($0).printable }
  }

  private func source(named file: String, of diagnostic: Diagnostic) -> SourceText? {
    ([diagnostic.source] + diagnostic.notes.map(\.source)).lazy.compactMap { $0 }
      .first { $0.name == file }
  }
}
