/// A value as an engine gave it, or as a parameter gives it to an engine.
///
/// PostgreSQL's types come as follows: boolean, the integers, the floats and bytea as themselves;
/// all others (numeric, dates, json, arrays, …) as the text that the server prints. Values are equal
/// when they have the same bits: NaN equals itself, and the two zeros differ.
package enum SQLValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension SQLValue: CustomStringConvertible {
  /// For messages: text without quotes, blobs by their size.
  package var description: String {
    switch self {
    case .null: "NULL"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let value): value
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }

  /// The text, if it is text.
  package var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// The number, if it is an integer.
  package var integer: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }
}

extension SQLValue: Hashable {
  package static func == (first: SQLValue, second: SQLValue) -> Bool {
    switch (first, second) {
    case (.null, .null): true
    case (.boolean(let first), .boolean(let second)): first == second
    case (.integer(let first), .integer(let second)): first == second
    case (.real(let first), .real(let second)): first.bitPattern == second.bitPattern
    case (.text(let first), .text(let second)): first.utf8.elementsEqual(second.utf8)
    case (.blob(let first), .blob(let second)): first == second
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .real(let value): hasher.combine(value.bitPattern)
    case .text(let value): for byte in value.utf8 { hasher.combine(byte) }
    case .blob(let bytes): hasher.combine(bytes)
    }
  }
}
