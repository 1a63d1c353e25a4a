import Engines
import SQLSyntax

/// `printf(format, …)`.
struct SQLitePrintFormat {
  private var format: [Unicode.Scalar]
  private var arguments: ArraySlice<SQLValue>
  private var place = 0
  private var result = ""

  static func run(_ arguments: [SQLValue]) throws(SQLiteHalt) -> SQLValue {
    guard let format = arguments.first, !format.isNull else { return .null }
    var run = SQLitePrintFormat(
      format: Array(try format.asText().unicodeScalars), arguments: arguments[1...])
    try run.write()
    return .text(run.result)
  }

  private init(format: [Unicode.Scalar], arguments: ArraySlice<SQLValue>) {
    self.format = format
    self.arguments = arguments
  }

  private struct Field {
    var isLeft = false
    var plus = ""
    var isAlternate = false
    var isAlternate2 = false
    var hasZeros = false
    var hasThousands = false
    var width = 0
    var precision: Int?
  }

  private mutating func write() throws(SQLiteHalt) {
    while place < format.count {
      let scalar = format[place]
      place += 1
      if scalar != "%" {
        result.unicodeScalars.append(scalar)
      } else if place >= format.count {
        result += "%"
      } else {
        try writeField()
      }
    }
  }

  private mutating func writeField() throws(SQLiteHalt) {
    var field = Field()
    readFlags(&field)
    field.width = readNumber(&field) ?? 0
    if place < format.count, format[place] == "." {
      place += 1
      field.precision = max(0, readNumber(&field, isWidth: false) ?? 0)
    }
    while place < format.count, format[place] == "l" { place += 1 }
    guard place < format.count else { return }
    let letter = format[place]
    place += 1
    if field.width > 100_000 || (field.precision ?? 0) > 100_000 {
      throw .unmodelled("printf of many characters")
    }
    try write(letter, field)
  }

  private mutating func readFlags(_ field: inout Field) {
    while place < format.count {
      switch format[place] {
      case "-": field.isLeft = true
      case "+": field.plus = "+"
      case " ": if field.plus.isEmpty { field.plus = " " }
      case "#": field.isAlternate = true
      case "!": field.isAlternate2 = true
      case "0": field.hasZeros = true
      case ",": field.hasThousands = true
      default: return
      }
      place += 1
    }
  }

  private mutating func readNumber(_ field: inout Field, isWidth: Bool = true) -> Int? {
    if place < format.count, format[place] == "*" {
      place += 1
      let value = Int(Int32(truncatingIfNeeded: next().asInteger))
      if isWidth, value < 0 { field.isLeft = true }
      return abs(value)
    }
    var number: Int?
    while place < format.count, let digit = Int(String(format[place])) {
      number = min(1_000_000, (number ?? 0) * 10 + digit)
      place += 1
    }
    return number
  }

  private mutating func next() -> SQLValue { arguments.popFirst() ?? .null }

  private mutating func write(_ letter: Unicode.Scalar, _ field: Field) throws(SQLiteHalt) {
    switch letter {
    case "%": result += "%"
    case "d", "i": try writeInteger(next().asInteger, field)
    case "u": writeDigits(String(UInt64(bitPattern: next().asInteger)), "", field)
    case "x", "X", "o":
      let bits = UInt64(bitPattern: next().asInteger)
      let digits = String(bits, radix: letter == "o" ? 8 : 16, uppercase: letter == "X")
      let prefix = letter == "o" ? "0" : letter == "x" ? "0x" : "0X"
      writeDigits(digits, field.isAlternate && bits != 0 ? prefix : "", field)
    case "f", "e", "E", "g", "G": writeReal(letter, next().asReal, field)
    case "s", "z":
      let value = next()
      pad(cut(value.isNull ? "" : try value.asText(), field), field)
    case "q", "Q", "w": try writeQuoted(letter, next(), field)
    case "c":
      let text = try next().asText()
      let first = text.unicodeScalars.first.map { String($0) } ?? ""
      if first.isEmpty || (field.precision ?? 1) > 1 {
        throw .unmodelled("%c of no character or of several")
      }
      pad(first, field)
    default: throw .unmodelled("printf with %\(letter)")
    }
  }

  private func cut(_ text: String, _ field: Field) -> String {
    guard let precision = field.precision else { return text }
    if field.isAlternate2 {
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
    }
    if text.utf8.count <= precision { return text }
    return String(decoding: Array(text.utf8.prefix(precision)), as: UTF8.self)
  }

  private mutating func pad(_ text: String, _ field: Field) {
    let length = field.isAlternate2 ? text.unicodeScalars.count : text.utf8.count
    let blanks = String(repeating: " ", count: max(0, field.width - length))
    result += field.isLeft ? text + blanks : blanks + text
  }

  private mutating func writeInteger(_ value: Int64, _ field: Field) throws(SQLiteHalt) {
    if field.hasThousands { throw .unmodelled("printf with thousands separators") }
    writeDigits(String(value.magnitude), value < 0 ? "-" : field.plus, field)
  }

  private mutating func writeDigits(_ digits: String, _ prefix: String, _ field: Field) {
    var least = field.precision ?? 0
    if field.hasZeros, least < field.width - prefix.utf8.count {
      least = field.width - prefix.utf8.count
    }
    let zeros = String(repeating: "0", count: max(0, least - digits.utf8.count))
    pad(prefix + zeros + digits, field)
  }

  private mutating func writeReal(_ letter: Unicode.Scalar, _ value: Double, _ field: Field) {
    let form: SQLiteRealText.Form =
      letter == "f" ? .fixed : letter == "e" || letter == "E" ? .exponent : .general
    let text = SQLiteRealText(
      form: form, precision: field.precision ?? 6, plus: field.plus,
      isAlternate: field.isAlternate, hasExtraDigits: field.isAlternate2,
      isUppercase: letter == "E" || letter == "G"
    ).text(value)
    let length = text.utf8.count
    guard field.hasZeros, !field.isLeft, length < field.width, value.isFinite else {
      pad(text, field)
      return
    }
    let sign = text.first.map { "+- ".contains($0) } == true ? 1 : 0
    result += text.prefix(sign)
    result += String(repeating: "0", count: field.width - length)
    result += text.dropFirst(sign)
  }

  private mutating func writeQuoted(
    _ letter: Unicode.Scalar, _ value: SQLValue, _ field: Field
  ) throws(SQLiteHalt) {
    let quote: Character = letter == "w" ? "\"" : "'"
    if value.isNull {
      pad(letter == "Q" ? "NULL" : "(NULL)", field)
      return
    }
    let text = cut(try value.asText(), field)
    let inner = SQLiteScalarFunctions.doubled(text, quote)
    pad(letter == "Q" ? "'\(inner)'" : inner, field)
  }
}
