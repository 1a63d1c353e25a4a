extension ReplayToken {
  /// The version of the format; a token of another one is refused.
  static let version = "st1"

  /// The token as text: version, content, and a checksum over both.
  public var text: String {
    var writer = ByteWriter()
    for byte in 0..<4 { writer.bytes.append(UInt8(truncatingIfNeeded: property >> (8 * byte))) }
    switch content {
    case .seed(let seed, let iteration):
      writer.write(0)
      writer.write(seed)
      writer.write(UInt64(bitPattern: Int64(iteration)))
    case .choices(let script):
      writer.write(1)
      ScriptCoding.write(script, to: &writer)
    case .values(let values):
      writer.write(2)
      for value in values { writer.writeSigned(value) }
    }
    let check = Self.checksum(writer.bytes)
    return "\(Self.version)-\(Base64URL.encode(writer.bytes + check))"
  }

  /// Reads a token.
  ///
  /// - Throws: What is wrong with the text.
  public init(_ text: String) throws(ReplayTokenError) {
    let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].hasPrefix("st"), parts[0].dropFirst(2).allSatisfy(\.isNumber)
    else { throw .notAToken }
    guard parts[0] == Self.version else { throw .otherVersion(parts[0]) }
    guard let bytes = Base64URL.decode(parts[1]), bytes.count > 8,
      Self.checksum(Array(bytes.dropLast(4))) == Array(bytes.suffix(4))
    else { throw .damaged }
    var reader = ByteReader(bytes: Array(bytes.dropLast(4)))
    var property: UInt32 = 0
    for byte in 0..<4 { property |= UInt32(reader.byte() ?? 0) << (8 * UInt32(byte)) }
    guard let content = Self.content(&reader) else { throw .damaged }
    self.init(content: content, property: property)
  }

  private static func content(_ reader: inout ByteReader) -> Content? {
    switch reader.read() {
    case 0:
      guard let seed = reader.read(), let iteration = reader.read() else { return nil }
      return .seed(seed, iteration: Int(truncatingIfNeeded: iteration))
    case 1: return ScriptCoding.read(&reader).map(Content.choices)
    case 2:
      var values: [Int] = []
      while let value = reader.readSigned() { values.append(value) }
      return reader.isAtEnd ? .values(values) : nil
    default: return nil
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
    let hash = Fingerprint.fnv1a(bytes)
    return (0..<4).map { UInt8(truncatingIfNeeded: (hash ^ hash >> 32) >> (8 * UInt64($0))) }
  }
}
