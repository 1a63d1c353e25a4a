package import SQLSyntax

/// Which dialect a set of files is written in, and why we think so.
package struct RecognizedDialect: Hashable, Sendable {
  package var dialect: Dialect
  /// For people: "`PRAGMA` in 0001.sql:3".
  package var reason: String

  package init(dialect: Dialect, reason: String) {
    self.dialect = dialect
    self.reason = reason
  }
}

/// Recognises a dialect by words that only one of the two has.
///
/// Each word counts once a file, by its weight; the dialect with more evidence wins. Where nothing speaks for
/// either, the answer is `nil`, and whoever asked has to say it.
enum DialectRecognition {
  static func recognize(_ sources: [SourceText]) -> RecognizedDialect? {
    var evidence: [Dialect: [Evidence]] = [:]
    for source in sources {
      for found in WordScan(source).evidence { evidence[found.dialect, default: []].append(found) }
    }
    let scores = Dialect.allCases.map { dialect in
      (dialect, evidence[dialect]?.reduce(0) { $0 + $1.weight } ?? 0)
    }
    guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 > 0,
      scores.count(where: { $0.1 == best.1 }) == 1
    else { return nil }
    return evidence[best.0]?.max { $0.weight < $1.weight }.map { first in
      RecognizedDialect(dialect: best.0, reason: "\(first.word) in \(first.file):\(first.line)")
    }
  }

  struct Evidence {
    var dialect: Dialect
    var word: String
    var file: String
    var line: Int
    /// A word that only one dialect has outweighs several that others could use as names.
    var weight: Int
  }

  /// Words that only one dialect has.
  static let strongWords: [String: Dialect] = [
    "AUTOINCREMENT": .sqlite, "PRAGMA": .sqlite, "ROWID": .sqlite, "STRFTIME": .sqlite,
    "JULIANDAY": .sqlite, "SQLITE_SEQUENCE": .sqlite, "SQLITE_MASTER": .sqlite,
    "DATETIME": .sqlite, "IFNULL": .sqlite, "RANDOMBLOB": .sqlite, "UNIXEPOCH": .sqlite,
    "SERIAL": .postgresql, "BIGSERIAL": .postgresql, "SMALLSERIAL": .postgresql,
    "JSONB": .postgresql, "TIMESTAMPTZ": .postgresql, "PLPGSQL": .postgresql,
    "CONCURRENTLY": .postgresql, "BYTEA": .postgresql, "GEN_RANDOM_UUID": .postgresql,
    "NEXTVAL": .postgresql, "REGCLASS": .postgresql, "ILIKE": .postgresql,
    "PG_CATALOG": .postgresql, "MATERIALIZED": .postgresql,
  ]

  /// Words that are keywords or types in one dialect and could be anybody's names in the other.
  static let weakWords: [String: Dialect] = [
    "GLOB": .sqlite, "STRICT": .sqlite, "BLOB": .sqlite,
    "EXTENSION": .postgresql, "ENUM": .postgresql, "LANGUAGE": .postgresql,
    "GRANT": .postgresql, "POLICY": .postgresql, "SCHEMA": .postgresql, "UUID": .postgresql,
    "SEQUENCE": .postgresql, "DOMAIN": .postgresql, "COMMENT": .postgresql, "TYPE": .postgresql,
    "CONSTRAINT": .postgresql, "USING": .postgresql, "TRUNCATE": .postgresql,
  ]
}

/// Finds telling words outside of strings, quoted names and comments.
private struct WordScan {
  var evidence: [DialectRecognition.Evidence] = []
  private let source: SourceText
  private var seen: Set<String> = []

  init(_ source: SourceText) {
    self.source = source
    scan()
  }

  private mutating func scan() {
    let bytes = source.utf8
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      switch byte {
      case 0x27, 0x22, 0x60: position = end(of: byte, from: position + 1)
      case 0x2D where next == 0x2D: position = end(of: 0x0A, from: position + 2)
      case 0x2F where next == 0x2A: position = endOfComment(from: position + 2)
      case 0x24 where next == 0x24: record("$$", at: position, for: .postgresql); position += 2
      case 0x3A where next == 0x3A: record("::", at: position, for: .postgresql); position += 2
      case 0x41...0x5A, 0x61...0x7A, 0x5F: position = word(from: position)
      default: position += 1
      }
    }
  }

  private func end(of byte: UInt8, from start: Int) -> Int {
    (source.utf8[min(start, source.utf8.count)...].firstIndex(of: byte) ?? source.utf8.count) + 1
  }

  private func endOfComment(from start: Int) -> Int {
    var position = start
    while position + 1 < source.utf8.count {
      if source.utf8[position] == 0x2A, source.utf8[position + 1] == 0x2F { return position + 2 }
      position += 1
    }
    return source.utf8.count
  }

  private mutating func word(from start: Int) -> Int {
    let range = source.word(at: start)
    let word = source[range].asciiUppercased()
    // SQLite writes DO only in an upsert, `ON CONFLICT ... DO`; a block starts a statement.
    if word == "DO" {
      if startsLine(start) { record("DO", at: start, for: .postgresql) }
    } else if let dialect = DialectRecognition.strongWords[word] {
      record(word, at: start, for: dialect)
    } else if let dialect = DialectRecognition.weakWords[word] {
      record(word, at: start, for: dialect, weight: 1)
    }
    return range.upperBound
  }

  private func startsLine(_ position: Int) -> Bool {
    position == 0 || source.utf8[position - 1] == 0x0A
  }

  private mutating func record(
    _ word: String, at position: Int, for dialect: Dialect, weight: Int = 8
  ) {
    guard seen.insert(word).inserted else { return }
    evidence.append(
      DialectRecognition.Evidence(
        dialect: dialect, word: word, file: source.name,
        line: source.position(of: position).line, weight: weight))
  }
}
