import Engines
import SQLSyntax

/// A function that gives a value for the values of one row.
///
/// The collation is that of the first argument that has one.
typealias SQLiteScalarFunction =
  @Sendable (
    _ arguments: [SQLValue], _ collation: SQLiteCollation
  ) throws(SQLiteHalt) -> SQLValue

/// The functions of SQLite 3.40 whose results depend on nothing but their arguments.
enum SQLiteScalarFunctions {
  /// By name in lower case; `nil` for what is not modelled.
  static func find(_ name: String) -> SQLiteScalarFunction? {
    text[name] ?? number[name] ?? bytes[name] ?? dates[name]
  }

  /// Functions whose errors depend on the rows they see.
  static let fallible: Set<String> = [
    "abs", "zeroblob", "like", "glob", "date", "time", "datetime", "julianday", "strftime",
    "unixepoch",
  ]

  private static let text: [String: SQLiteScalarFunction] = [
    "length": { arguments, _ in length(arguments[0]) },
    "lower": { (arguments, _) throws(SQLiteHalt) in
      try mapText(arguments[0]) { $0.asciiLowercased() }
    },
    "upper": { (arguments, _) throws(SQLiteHalt) in
      try mapText(arguments[0]) { $0.asciiUppercased() }
    },
    "trim": { (arguments, _) throws(SQLiteHalt) in
      try trim(arguments, atStart: true, atEnd: true)
    },
    "ltrim": { (arguments, _) throws(SQLiteHalt) in
      try trim(arguments, atStart: true, atEnd: false)
    },
    "rtrim": { (arguments, _) throws(SQLiteHalt) in
      try trim(arguments, atStart: false, atEnd: true)
    },
    "replace": { (arguments, _) throws(SQLiteHalt) in try replace(arguments) },
    "substr": { (arguments, _) throws(SQLiteHalt) in try substring(arguments) },
    "substring": { (arguments, _) throws(SQLiteHalt) in try substring(arguments) },
    "instr": { (arguments, _) throws(SQLiteHalt) in try position(arguments) },
    "unicode": { (arguments, _) throws(SQLiteHalt) in
      if arguments[0].isNull { return .null }
      let first = try arguments[0].asText().unicodeScalars.first
      return first.map { .integer(Int64($0.value)) } ?? .null
    },
    "char": { (arguments, _) throws(SQLiteHalt) in try characters(arguments) },
    "printf": { (arguments, _) throws(SQLiteHalt) in try SQLitePrintFormat.run(arguments) },
    "format": { (arguments, _) throws(SQLiteHalt) in try SQLitePrintFormat.run(arguments) },
    "like": { (arguments, _) throws(SQLiteHalt) in try SQLiteLikePattern.like(arguments) },
    "glob": { (arguments, _) throws(SQLiteHalt) in try SQLiteLikePattern.glob(arguments) },
  ]

  private static let number: [String: SQLiteScalarFunction] = [
    "abs": { (arguments, _) throws(SQLiteHalt) in try absolute(arguments[0]) },
    "round": { arguments, _ in round(arguments) },
    "sign": { arguments, _ in
      guard let value = arguments[0].asNumberIfWhole else { return .null }
      return .integer(value < 0 ? -1 : value > 0 ? 1 : 0)
    },
    "ceil": { arguments, _ in roundWhole(arguments[0], .up) },
    "ceiling": { arguments, _ in roundWhole(arguments[0], .up) },
    "floor": { arguments, _ in roundWhole(arguments[0], .down) },
    "trunc": { arguments, _ in roundWhole(arguments[0], .towardZero) },
    "pi": { _, _ in .real(Double.pi) },
    "min": { arguments, collation in extreme(arguments, collation, wantsGreater: false) },
    "max": { arguments, collation in extreme(arguments, collation, wantsGreater: true) },
    "nullif": { arguments, collation in
      arguments[0].compare(arguments[1], collation) == 0 ? .null : arguments[0]
    },
    "likely": { arguments, _ in arguments[0] },
    "unlikely": { arguments, _ in arguments[0] },
    "likelihood": { arguments, _ in arguments[0] },
    "typeof": { arguments, _ in .text(arguments[0].typeName) },
    "sqlite_version": { _, _ in .text("3.40.1") },
  ]

  private static let bytes: [String: SQLiteScalarFunction] = [
    "hex": { arguments, _ in .text(hexadecimal(arguments[0].asBytes)) },
    "quote": { (arguments, _) throws(SQLiteHalt) in .text(try quote(arguments[0])) },
    "zeroblob": { (arguments, _) throws(SQLiteHalt) in
      let count = arguments[0].asInteger
      if count > 1_000_000_000 {
        throw .error("string or blob too big", .valueTooBig, code: SQLiteResult.tooBig)
      }
      if count > 10_000_000 { throw .unmodelled("A blob of many bytes") }
      return .blob(Array(repeating: 0, count: max(0, Int(count))))
    },
  ]

  private static let dates: [String: SQLiteScalarFunction] = [
    "date": { (arguments, _) throws(SQLiteHalt) in try SQLiteDateFunctions.date(arguments) },
    "time": { (arguments, _) throws(SQLiteHalt) in try SQLiteDateFunctions.time(arguments) },
    "datetime": { (arguments, _) throws(SQLiteHalt) in try SQLiteDateFunctions.dateTime(arguments)
    },
    "julianday": { (arguments, _) throws(SQLiteHalt) in try SQLiteDateFunctions.julianDay(arguments)
    },
    "unixepoch": { (arguments, _) throws(SQLiteHalt) in try SQLiteDateFunctions.unixEpoch(arguments)
    },
    "strftime": { (arguments, _) throws(SQLiteHalt) in try SQLiteDateFunctions.format(arguments) },
  ]
}
