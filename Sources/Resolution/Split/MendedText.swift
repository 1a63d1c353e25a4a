import Migrations
import SQLSyntax

/// Writes the files of a working set.
struct MendedText {
  let work: WorkingSet
  let splits: [SplitProposal]

  /// `nil` where the place of a statement that moves is not known.
  func files() -> [MendedFile]? {
    var files: [MendedFile] = []
    for unit in work.units {
      guard let file = file(of: unit) else { return nil }
      files.append(file)
    }
    return files
  }

  private func file(of unit: WorkingSet.Unit) -> MendedFile? {
    guard let position = unit.migration else { return newFile(unit) }
    let script = work.set.migrations[position].script
    if isUnchanged(unit, script) {
      return MendedFile(name: unit.id, utf8: script.source.utf8, change: .unchanged)
    }
    guard let cut = StatementSegments(script), let body = text(of: unit.pieces) else { return nil }
    let source = script.source.utf8
    let utf8 =
      source[cut.head.lowerBound..<cut.head.upperBound] + body
      + source[cut.tail.lowerBound..<cut.tail.upperBound]
    return MendedFile(name: unit.id, utf8: Array(utf8), change: .changed)
  }

  private func isUnchanged(_ unit: WorkingSet.Unit, _ script: Script) -> Bool {
    unit.pieces.map(\.statement) == Array(script.statements.indices)
      && unit.pieces.allSatisfy { $0.part == .whole && $0.migration == unit.migration }
  }

  private func newFile(_ unit: WorkingSet.Unit) -> MendedFile? {
    guard let body = text(of: unit.pieces) else { return nil }
    var note = ""
    if let split = splits.last(where: { $0.newFile == unit.id }) {
      note = "-- From \(split.source): \(split.reason.reason).\n\n"
    }
    let directives = unit.pieces.first.map { self.directives(of: $0.migration) } ?? []
    let start = body.drop { $0 == 0x0A || $0 == 0x0D }
    return MendedFile(
      name: unit.id, utf8: directives + Array(note.utf8) + start, change: .new)
  }

  /// The line that begins the up direction, where the source needs one.
  private func directives(of migration: Int) -> [UInt8] {
    let source = work.set.migrations[migration].script.source
    guard let cut = StatementSegments(work.set.migrations[migration].script) else { return [] }
    let lines = source[cut.head].split(separator: "\n").filter {
      $0.hasPrefix("-- +goose ") || $0.hasPrefix("-- migrate:") || $0.hasPrefix("-- +migrate ")
    }
    return lines.flatMap { Array($0.utf8) + [0x0A] }
  }

  private func text(of pieces: [WorkingSet.Piece]) -> [UInt8]? {
    var text: [UInt8] = []
    for piece in pieces {
      guard let part = self.text(of: piece) else { return nil }
      // What was the last line of a file may have no line end.
      if let last = text.last, last != 0x0A { text.append(0x0A) }
      text += part
    }
    return text
  }

  private func text(of piece: WorkingSet.Piece) -> [UInt8]? {
    let script = work.set.migrations[piece.migration].script
    guard let cut = StatementSegments(script) else { return nil }
    let segment = cut.segments[piece.statement]
    switch piece.part {
    case .whole: return ended(script, segment, piece)
    case .without(let constraints):
      let ranges = constraints.map { piece.effects.extractable[$0].range }
      return ForeignKeyText(source: script.source).removing(ranges, from: segment)
    case .constraint(let index):
      return ForeignKeyText(source: script.source)
        .statement(adding: piece.effects.extractable[index])
    }
  }

  /// The text with a semicolon, which the last statement of a file may lack.
  private func ended(
    _ script: Script, _ segment: SourceRange, _ piece: WorkingSet.Piece
  ) -> [UInt8]? {
    let bytes = script.source.utf8
    guard let end = script.statements[piece.statement].place.range?.upperBound else { return nil }
    let hasSemicolon = bytes[end..<segment.upperBound].contains(UInt8(ascii: ";"))
    let head = bytes[segment.lowerBound..<end]
    let tail = bytes[end..<segment.upperBound]
    return Array(head) + (hasSemicolon ? [] : [UInt8(ascii: ";")]) + Array(tail)
  }
}
