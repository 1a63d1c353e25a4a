/// A value as an engine gave it, or as a parameter gives it to an engine.
///
/// PostgreSQL's types come as follows: boolean, the integers, the floats and bytea as themselves;
/// all others (numeric, dates, json, arrays, …) as the text that the server prints.
package enum SQLValue: Hashable, Sendable {
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
