/// Scripts as bytes: first the tables of bounds and labels, then the tokens with places in them.
enum ScriptCoding {
  private struct Domain: Hashable {
    let kind: Choice.Kind
    let lower: Int
    let upper: Int
  }

  private struct Opening: Hashable {
    let role: ChoiceSpan.Role
    let label: SpanLabel
  }

  /// An entry of a table, numbered by first use.
  private struct Table<Entry: Hashable> {
    private(set) var entries: [Entry] = []
    private var places: [Entry: Int] = [:]

    mutating func place(of entry: Entry) -> UInt64 {
      if let known = places[entry] { return UInt64(known) }
      places[entry] = entries.count
      entries.append(entry)
      return UInt64(entries.count - 1)
    }
  }

  static func write(_ script: [ScriptToken], to writer: inout ByteWriter) {
    var (domains, openings) = (Table<Domain>(), Table<Opening>())
    var body = ByteWriter()
    for token in script {
      // Three kinds of token share one number with the place in their table.
      switch token.tag {
      case .close: body.write(0)
      case .choice:
        let domain = Domain(kind: token.kind, lower: token.lower, upper: token.upper)
        body.write(domains.place(of: domain) * 2 + 1)
        body.writeSigned(token.value)
      case .open:
        // A label that means nothing in another build is not worth its bytes.
        let opening = Opening(role: token.role, label: token.label.isStable ? token.label : .none)
        body.write(openings.place(of: opening) * 2 + 2)
      }
    }
    writer.write(UInt64(domains.entries.count))
    for domain in domains.entries {
      writer.write(UInt64(domain.kind.rawValue))
      writer.writeSigned(domain.lower)
      writer.writeSigned(domain.upper)
    }
    writer.write(UInt64(openings.entries.count))
    for opening in openings.entries {
      writer.write(UInt64(opening.role.rawValue))
      writer.write(UInt64(opening.label.word))
    }
    writer.bytes += body.bytes
  }

  /// - Returns: `nil` when the bytes are not a script.
  static func read(_ reader: inout ByteReader) -> [ScriptToken]? {
    guard let domains = readDomains(&reader), let openings = readOpenings(&reader) else {
      return nil
    }
    var script: [ScriptToken] = []
    var members: [SpanLabel: Int] = [:]
    while let word = reader.read() {
      let place = Int(truncatingIfNeeded: word == 0 ? 0 : (word - 1) / 2)
      if word == 0 {
        script.append(.close)
      } else if word.isMultiple(of: 2) {
        guard openings.indices.contains(place) else { return nil }
        let opening = openings[place]
        let member = opening.role == .member ? members[opening.label, default: 0] : 0
        if opening.role == .member { members[opening.label] = member + 1 }
        script.append(.open(opening.role, label: opening.label, member: member))
      } else {
        guard domains.indices.contains(place), let value = reader.readSigned() else { return nil }
        let domain = domains[place]
        script.append(
          ScriptToken(
            Choice(
              domain.kind, value: value, in: domain.lower...domain.upper, simplest: domain.lower,
              site: 0)))
      }
    }
    return reader.isAtEnd ? script : nil
  }

  private static func readDomains(_ reader: inout ByteReader) -> [Domain]? {
    guard let count = reader.read() else { return nil }
    var domains: [Domain] = []
    while UInt64(domains.count) < count {
      guard
        let kind = reader.read().flatMap({ Choice.Kind(rawValue: UInt8(truncatingIfNeeded: $0)) }),
        let lower = reader.readSigned(), let upper = reader.readSigned(), lower <= upper
      else { return nil }
      domains.append(Domain(kind: kind, lower: lower, upper: upper))
    }
    return domains
  }

  private static func readOpenings(_ reader: inout ByteReader) -> [Opening]? {
    guard let count = reader.read() else { return nil }
    var openings: [Opening] = []
    while UInt64(openings.count) < count {
      guard
        let role = reader.read().flatMap({
          ChoiceSpan.Role(rawValue: UInt8(truncatingIfNeeded: $0))
        }),
        let word = reader.read()
      else { return nil }
      openings.append(Opening(role: role, label: SpanLabel(word: UInt32(truncatingIfNeeded: word))))
    }
    return openings
  }
}
