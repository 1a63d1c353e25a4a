import Engines
import SQLSyntax

extension SQLValue {
  /// The truth of a condition; `nil` where it is unknown.
  var truth: Bool? {
    switch self {
    case .null: nil
    case .integer(let value): value != 0
    case .boolean(let value): value
    default: asReal != 0
    }
  }

  init(truth: Bool?) {
    self = truth.map { .integer($0 ? 1 : 0) } ?? .null
  }

  var asReal: Double {
    switch self {
    case .null: 0
    case .boolean(let value): value ? 1 : 0
    case .integer(let value): Double(value)
    case .real(let value): value
    case .text(let text): SQLiteNumberText.real(Array(text.utf8)).real
    case .blob(let bytes): SQLiteNumberText.real(bytes).real
    }
  }

  var asInteger: Int64 {
    switch self {
    case .null: 0
    case .boolean(let value): value ? 1 : 0
    case .integer(let value): value
    case .real(let value): value.clampedInteger
    case .text(let text): SQLiteNumberText.integer(Array(text.utf8)).value
    case .blob(let bytes): SQLiteNumberText.integer(bytes).value
    }
  }

  /// The value as an operand of arithmetic: an integer, a real or NULL.
  var asNumber: SQLValue {
    switch self {
    case .null, .integer, .real: self
    case .boolean(let value): .integer(value ? 1 : 0)
    case .text(let text): Self.number(Array(text.utf8))
    case .blob(let bytes): Self.number(bytes)
    }
  }

  private static func number(_ bytes: [UInt8]) -> SQLValue {
    let prefix = SQLiteNumberText.real(bytes)
    if prefix.isWhole {
      if prefix.isInteger, let exact = SQLiteNumberText.integer(bytes).exact {
        return .integer(exact)
      }
      return .real(prefix.real)
    }
    if !prefix.isRealPrefix, let exact = SQLiteNumberText.integer(bytes).exact {
      return .integer(exact)
    }
    return .real(prefix.real)
  }

  /// The text of a value that is not NULL.
  ///
  /// - Throws: Where bytes are no text that the model can hold.
  func asText() throws(SQLiteHalt) -> String {
    switch self {
    case .null: return ""
    case .boolean(let value): return value ? "1" : "0"
    case .integer(let value): return String(value)
    case .real(let value): return SQLiteRealText.text(of: value)
    case .text(let text): return text
    case .blob(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
        throw .unmodelled("Bytes that are no UTF-8 are taken for text")
      }
      return text
    }
  }

  /// The bytes of a value's text, or of a blob.
  var asBytes: [UInt8] {
    switch self {
    case .null: []
    case .boolean(let value): [value ? 49 : 48]
    case .integer(let value): Array(String(value).utf8)
    case .real(let value): Array(SQLiteRealText.text(of: value).utf8)
    case .text(let text): Array(text.utf8)
    case .blob(let bytes): bytes
    }
  }

  /// `CAST(value AS type)`.
  func cast(to affinity: SQLiteAffinity) throws(SQLiteHalt) -> SQLValue {
    if isNull { return .null }
    switch affinity {
    case .none, .blob:
      guard case .blob = self else { return .blob(asBytes) }
      return self
    case .text: return .text(try asText())
    case .integer: return .integer(asInteger)
    case .real: return .real(asReal)
    case .numeric: return castToNumber
    }
  }

  private var castToNumber: SQLValue {
    switch self {
    case .integer, .real: return self
    default:
      let bytes = asBytes
      let prefix = SQLiteNumberText.real(bytes)
      if !prefix.isRealPrefix, prefix.isInteger || !prefix.isWhole {
        let integer = SQLiteNumberText.integer(bytes)
        if let exact = integer.exact { return .integer(exact) }
      }
      if let whole = prefix.real.exactInteger { return .integer(whole) }
      return .real(prefix.real)
    }
  }

  /// `typeof(value)`.
  var typeName: String {
    switch self {
    case .null: "null"
    case .boolean, .integer: "integer"
    case .real: "real"
    case .text: "text"
    case .blob: "blob"
    }
  }
}
