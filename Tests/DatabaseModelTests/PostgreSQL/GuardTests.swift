import DatabaseModel
import Oracles
import SQLSyntax
import Testing

@Suite struct `A guard in a DO block` {
  /// Conditions over a database with `CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))`, an index
  /// `i` and a type `mood`, as a PostgreSQL 15 server answers them.
  static let conditions: [(holds: Bool, condition: String)] = [
    (true, "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 't')"),
    (false, "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'u')"),
    (true, "NOT EXISTS (SELECT FROM pg_class WHERE relname = 'u')"),
    (true, "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'i' AND relkind = 'i')"),
    (
      true,
      "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a')"
    ),
    (
      false,
      "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'b')"
    ),
    (true, "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c')"),
    (false, "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'd')"),
    (true, "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood')"),
    (true, "to_regclass('t') IS NOT NULL"),
    (true, "to_regclass('public.u') IS NULL"),
    (false, "EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'j')"),
    (true, "(SELECT count(*) FROM pg_class WHERE relname = 't') = 1"),
    (true, "1 = 1 AND NOT false"),
    (false, "NULL"),
  ]

  @Test(arguments: conditions.indices)
  func `holds where the engine says so, or is not modelled`(position: Int) throws {
    let (holds, condition) = Self.conditions[position]
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    try session.apply(
      "CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON t (a); "
        + "CREATE TYPE mood AS ENUM ('sad')")
    let block = "DO $$ BEGIN IF \(condition) THEN CREATE TABLE made (x int); END IF; END $$"
    guard let statement = PostgreSQLText.parse(block).statements.first else {
      Issue.record("it does not parse")
      return
    }
    let transition = session.execute(statement)
    if case .unmodelled(let reason) = transition {
      Issue.record("not modelled: \(reason)")
      return
    }
    let isMade = session.catalog.tables(inSchema: "public").contains { $0.name.text == "made" }
    #expect(isMade == holds, "\(condition)")
  }
}
