/// A value in a row, or of an expression, with its engine's storage form.
///
/// SQLite has the first six; PostgreSQL's types are stored as noted. The type is known from the
/// column or from the analysis of the expression, not from the value.
package enum Datum: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// PostgreSQL: int2, int4, int8, oid.
  case integer(Int64)
  /// PostgreSQL: float8, and float4 rounded to single precision.
  case real(Double)
  /// PostgreSQL: text, varchar, bpchar (with its blanks), name, json as written, enum labels.
  case text(String)
  /// PostgreSQL: bytea.
  case blob([UInt8])
  case numeric(DecimalNumber)
  /// Days since 2000-01-01, PostgreSQL's epoch.
  case date(Int32)
  /// Microseconds since midnight.
  case time(Int64)
  /// Microseconds since 2000-01-01 00:00, with or without a time zone (then in UTC).
  case timestamp(Int64)
  case interval(IntervalValue)
  /// The high and the low half.
  case uuid(UInt64, UInt64)
  case array([Datum])
  case composite([Datum])
  case json(JSONDocument)

  package var isNull: Bool { if case .null = self { true } else { false } }
}
