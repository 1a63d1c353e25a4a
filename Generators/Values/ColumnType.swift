import DatabaseModel
import PropertyTesting
import SQLSyntax

/// A type for a new column, and the values it takes.
struct ColumnType {
  /// `nil`: SQLite's column without a type.
  var type: TypeName?
  var values: ValueClass
}

extension ColumnType {
  private static func builtin(
    _ name: String, _ values: ValueClass, inGrammar: Bool = true, _ modifiers: Int...
  ) -> ColumnType {
    ColumnType(
      type: TypeName(
        name: ObjectName(name, schema: inGrammar ? "pg_catalog" : nil),
        modifiers: modifiers.map { .integer($0) }), values: values)
  }

  private static func declared(
    _ name: String, _ values: ValueClass, _ modifiers: Int...
  ) -> ColumnType {
    ColumnType(
      type: TypeName(name: ObjectName(name), modifiers: modifiers.map { .integer($0) }),
      values: values)
  }

  /// PostgreSQL's types by how often histories use them, the simplest first.
  static let postgreSQL: [Weighted<ColumnType>] = [
    Weighted(20, builtin("int4", .integer(bytes: 4))),
    Weighted(20, builtin("text", .text(limit: nil), inGrammar: false)),
    Weighted(8, builtin("bool", .boolean)), Weighted(6, builtin("int8", .integer(bytes: 8))),
    Weighted(3, builtin("int2", .integer(bytes: 2))),
    Weighted(8, builtin("varchar", .text(limit: 3), inGrammar: true, 3)),
    Weighted(2, builtin("varchar", .text(limit: nil))),
    Weighted(2, builtin("bpchar", .text(limit: 2), inGrammar: true, 2)),
    Weighted(4, builtin("numeric", .numeric(precision: nil, scale: 0))),
    Weighted(3, builtin("numeric", .numeric(precision: 4, scale: 2), inGrammar: true, 4, 2)),
    Weighted(2, builtin("float8", .real)), Weighted(1, builtin("float4", .real)),
    Weighted(6, builtin("timestamptz", .timestamp)), Weighted(5, builtin("timestamp", .timestamp)),
    Weighted(3, builtin("date", .date, inGrammar: false)), Weighted(1, builtin("time", .time)),
    Weighted(1, builtin("interval", .interval)),
    Weighted(5, builtin("uuid", .uuid, inGrammar: false)),
    Weighted(4, builtin("jsonb", .json, inGrammar: false)),
    Weighted(1, builtin("json", .json, inGrammar: false)),
    Weighted(2, builtin("bytea", .blob, inGrammar: false)),
    Weighted(
      2,
      ColumnType(
        type: TypeName(name: ObjectName("text"), arrayBounds: [nil]),
        values: .array(.text(limit: nil)))),
    Weighted(
      1,
      ColumnType(
        type: TypeName(name: ObjectName("int4", schema: "pg_catalog"), arrayBounds: [nil]),
        values: .array(.integer(bytes: 4)))),
    Weighted(3, declared("serial", .integer(bytes: 4))),
    Weighted(1, declared("bigserial", .integer(bytes: 8))),
  ]

  /// SQLite's declared types by how often histories use them, the simplest first.
  static let sqlite: [Weighted<ColumnType>] = [
    Weighted(20, declared("INTEGER", .integer(bytes: 8))),
    Weighted(25, declared("TEXT", .text(limit: nil))),
    Weighted(8, ColumnType(type: nil, values: .any)),
    Weighted(8, declared("VARCHAR", .text(limit: nil), 255)),
    Weighted(6, declared("DATETIME", .timestamp)), Weighted(4, declared("BOOLEAN", .boolean)),
    Weighted(4, declared("BIGINT", .integer(bytes: 8))), Weighted(4, declared("BLOB", .blob)),
    Weighted(4, declared("REAL", .real)), Weighted(4, declared("INT", .integer(bytes: 8))),
    Weighted(3, declared("NUMERIC", .numeric(precision: nil, scale: 0))),
    Weighted(2, declared("DECIMAL", .numeric(precision: nil, scale: 0), 10, 2)),
    Weighted(2, declared("TIMESTAMP", .timestamp)), Weighted(1, declared("FLOAT", .real)),
    Weighted(1, declared("CHAR", .text(limit: nil), 36)), Weighted(1, declared("JSON", .json)),
    Weighted(1, declared("UUID", .uuid)), Weighted(1, declared("DATE", .date)),
    Weighted(1, declared("STRING", .text(limit: nil))), Weighted(1, declared("ANY", .any)),
    Weighted(1, declared("DOUBLE PRECISION", .real)),
    Weighted(1, declared("UNSIGNED BIG INT", .integer(bytes: 8))),
  ]

  /// The only types that SQLite's strict tables know.
  static let strict: [Weighted<ColumnType>] = [
    Weighted(3, declared("INTEGER", .integer(bytes: 8))),
    Weighted(3, declared("TEXT", .text(limit: nil))),
    Weighted(1, declared("INT", .integer(bytes: 8))), Weighted(1, declared("REAL", .real)),
    Weighted(1, declared("BLOB", .blob)), Weighted(2, declared("ANY", .any)),
  ]
}
