import CLibPQ
import Engines

extension SQLValue {
  /// Reads what the server prints, by the number of its type.
  ///
  /// Those numbers are the same in every database. Source: PostgreSQL 15, `pg_type.dat`.
  init(_ text: String, ofType type: Oid) {
    switch type {
    case 16: self = .boolean(text == "t")
    case 20, 21, 23: self = Int64(text).map { .integer($0) } ?? .text(text)
    case 700: self = Float(text).map { .real(Double($0)) } ?? .text(text)
    case 701: self = Double(text).map { .real($0) } ?? .text(text)
    case 17: self = Self.bytes(text).map { .blob($0) } ?? .text(text)
    default: self = .text(text)
    }
  }

  /// Reads both forms of `bytea_output`.
  private static func bytes(_ text: String) -> [UInt8]? {
    let escaped = Array(text.utf8) + [0]
    var count = 0
    guard let bytes = unsafe PQunescapeBytea(escaped, &count) else { return nil }
    defer { unsafe PQfreemem(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// As the server reads it; the type is the server's to infer.
  var parameterText: String? {
    switch self {
    case .null: nil
    case .boolean(let value): value ? "t" : "f"
    case .integer(let value): String(value)
    case .real(let value): value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : "\(value)"
    case .text(let value): value
    case .blob(let bytes): "\\x" + bytes.map(Self.hexadecimal).joined()
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
