import PropertyTesting
import SQLSyntax

/// Literals of each class of values, the simplest first, edges among them.
///
/// Few values, so that keys meet: equal, equal under another collation, next to each other.
enum Literals {
  /// Values that fit the class.
  static func fitting(_ values: ValueClass, in dialect: Dialect) -> [SQLExpression] {
    switch values {
    case .integer(let bytes): integers(bytes)
    case .numeric(let precision, _): precision == nil ? numbers : shortNumbers
    case .real: reals
    case .text(let limit): texts(limit)
    case .boolean: booleans(dialect)
    case .blob: blobs(dialect)
    case .date: ["2024-01-01", "1999-12-31", "2024-02-29", "0001-01-01"].map { .string($0) }
    case .time: ["00:00:00", "12:34:56", "23:59:59.999999"].map { .string($0) }
    case .timestamp: timestamps(dialect)
    case .interval: ["1 day", "00:00:00", "1 mon -1 days", "-01:02:03"].map { .string($0) }
    case .uuid:
      ["00000000-0000-0000-0000-000000000000", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"]
        .map { .string($0) }
    case .json: ["{}", "null", "[1, 2]", "{\"a\": 1}", "\"x\""].map { .string($0) }
    case .enumeration(let labels): labels.map { .string($0) }
    case .array(.integer): ["{}", "{1,2}", "{NULL}"].map { .string($0) }
    case .array: ["{}", "{a,b}", "{\"\",NULL}"].map { .string($0) }
    case .any: integers(8) + texts(nil) + reals + blobs(dialect)
    }
  }

  /// Values that do not fit, or not in every way.
  static func unfitting(_ values: ValueClass, in dialect: Dialect) -> [SQLExpression] {
    switch (dialect, values) {
    case (.sqlite, _):
      [.string("x"), .string("12"), .string(" 3 "), .string("4x"), .integer(5)] + reals
        + blobs(.sqlite)
    case (_, .integer): [.string("x"), .string("9999999999999999999"), .decimal("99999999999.5")]
    case (_, .numeric): [.string("x"), .decimal("123456.5")]
    case (_, .text(.some)): [.string("too long by far"), .string("abc   ")]
    case (_, .text(nil)): [.integer(1), .boolean(true)]
    case (_, .boolean): [.string("maybe"), .integer(2)]
    case (_, .enumeration): [.string("nosuch"), .string("")]
    case (_, .json): [.string("{"), .integer(1)]
    case (_, .date), (_, .timestamp): [.string("2024-02-30"), .string("never"), .integer(1)]
    default: [.string("???"), .integer(7), .boolean(true)]
    }
  }

  private static func integers(_ bytes: Int) -> [SQLExpression] {
    let small = [0, 1, 2, 3, -1, 10].map { SQLExpression.integer($0) }
    switch bytes {
    case 2: return small + [.integer(32_767), .integer(-32_768)]
    case 4: return small + [.integer(2_147_483_647), .integer(-2_147_483_648)]
    default:
      return small + [
        .integer(2_147_483_648), .integer(9_223_372_036_854_775_807),
        .integer(-9_223_372_036_854_775_807),
      ]
    }
  }

  private static var shortNumbers: [SQLExpression] {
    [.integer(0), .integer(1), .decimal("1.50"), .decimal("99.99"), .decimal("-0.005")]
  }

  private static var numbers: [SQLExpression] {
    [
      .integer(0), .integer(1), .decimal("1.0"), .decimal("1.50"), .decimal("-0.001"),
      .decimal("12345678901234567890.5"),
    ]
  }

  private static var reals: [SQLExpression] {
    [.integer(0), .decimal("0.5"), .decimal("1.0"), .decimal("-2.25"), .decimal("1e10")]
  }

  private static func texts(_ limit: Int?) -> [SQLExpression] {
    let short = ["", "a", "A", "b", "a ", "é", "1", "'", "%_"].filter { $0.count <= limit ?? 80 }
    let long = limit == nil ? [String(repeating: "long ", count: 12), "ab"] : ["ab"]
    return (short + long).map { .string($0) }
  }

  /// SQLite reads TRUE and FALSE as 1 and 0.
  private static func booleans(_ dialect: Dialect) -> [SQLExpression] {
    dialect == .postgresql
      ? [.boolean(false), .boolean(true)]
      : [.integer(0), .integer(1), .boolean(true), .boolean(false)]
  }

  private static func blobs(_ dialect: Dialect) -> [SQLExpression] {
    dialect == .postgresql
      ? ["", "\\x", "\\x00ff", "\\x61"].map { .string($0) }
      : ["", "61", "00FF"].map { SQLExpression(kind: .literal(.blob($0))) }
  }

  private static func timestamps(_ dialect: Dialect) -> [SQLExpression] {
    let texts = [
      "2024-01-01 00:00:00", "1999-12-31 23:59:59", "2024-02-29 12:00:00.123456",
    ].map { SQLExpression.string($0) }
    return dialect == .sqlite ? texts + [.integer(1_700_000_000)] : texts
  }
}
