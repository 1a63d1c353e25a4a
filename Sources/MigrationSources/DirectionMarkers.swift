import SQLSyntax

/// The lines in which a file says where its up and its down direction start, and what it needs.
///
/// Read are the comment lines of goose (`-- +goose Up`), sql-migrate (`-- +migrate Up`) and dbmate
/// (`-- migrate:up`); `-- depends: a b`; and the ways to opt out of a transaction.
/// A marker is taken wherever the line starts, because at least one public history has an indented one.
struct DirectionMarkers {
  /// Ranges of the text that belong to each direction; both empty where the file has no marker.
  var up: [SourceRange] = []
  var down: [SourceRange] = []
  /// Each name after `depends:`, with its place.
  var dependencies: [(reference: String, range: SourceRange)] = []
  /// The line that opts out of a transaction.
  var noTransaction: SourceRange?

  init(_ source: SourceText) {
    var open: (isUp: Bool, start: Int)?
    for line in 1...source.lineCount {
      guard let range = source.lineRange(line),
        let comment = Comment(source: source, range: range)
      else { continue }
      if let isUp = comment.direction {
        if let open { close(open, at: range.lowerBound) }
        open = (isUp, range.upperBound)
      }
      if comment.optsOutOfTransaction(isFirstLine: line == 1) { noTransaction = range }
      dependencies += comment.dependencies
    }
    if let open { close(open, at: source.utf8.count) }
  }

  var isEmpty: Bool { up.isEmpty && down.isEmpty }

  private mutating func close(_ open: (isUp: Bool, start: Int), at end: Int) {
    let range = SourceRange(open.start, max(open.start, end))
    if open.isUp { up.append(range) } else { down.append(range) }
  }
}

/// A line that is a comment, `-- text`.
private struct Comment {
  var text: String
  /// Where ``text`` starts in the file.
  var start: Int

  init?(source: SourceText, range: SourceRange) {
    var position = range.lowerBound
    func skipBlanks() {
      while position < range.upperBound, [0x20, 0x09].contains(source.utf8[position]) {
        position += 1
      }
    }
    skipBlanks()
    guard position + 1 < range.upperBound, source.utf8[position] == 0x2D,
      source.utf8[position + 1] == 0x2D
    else { return nil }
    position += 2
    skipBlanks()
    start = position
    text = source[SourceRange(position, range.upperBound)]
  }

  private var words: [String] { text.lowercased().split(separator: " ").map(String.init) }

  /// Whether it starts the up direction (`true`), the down direction, or neither (`nil`).
  var direction: Bool? {
    let words = words
    guard let first = words.first else { return nil }
    if first == "migrate:up" { return true }
    if first == "migrate:down" { return false }
    guard first == "+goose" || first == "+migrate", words.count > 1 else { return nil }
    return words[1] == "up" ? true : words[1] == "down" ? false : nil
  }

  func optsOutOfTransaction(isFirstLine: Bool) -> Bool {
    let words = words
    return switch words.first {
    case "+goose": words.dropFirst().prefix(2) == ["no", "transaction"]
    case "+migrate": words.contains("notransaction")
    case "migrate:up", "migrate:down": words.contains("transaction:false")
    case "transactional:": words.dropFirst().first == "false"
    case "atlas:txmode": words.dropFirst().first == "none"
    case "shaketable:no-transaction": true
    case "no-transaction": isFirstLine
    default: false
    }
  }

  var dependencies: [(reference: String, range: SourceRange)] {
    let keyword = "depends:"
    guard text.lowercased().hasPrefix(keyword) else { return [] }
    var found: [(reference: String, range: SourceRange)] = []
    let bytes = Array(text.utf8)
    var position = keyword.utf8.count
    while position < bytes.count {
      let wordStart = position
      while position < bytes.count, !Self.separators.contains(bytes[position]) { position += 1 }
      if position > wordStart {
        let word = String(decoding: bytes[wordStart..<position], as: UTF8.self)
        found.append((word, SourceRange(start + wordStart, start + position)))
      }
      position += 1
    }
    return found
  }

  private static let separators: Set<UInt8> = [0x20, 0x09, 0x2C, 0x0D]
}
