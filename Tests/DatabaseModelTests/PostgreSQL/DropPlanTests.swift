import DatabaseModel
import HashTreeCollections
import Oracles
import SQLSyntax
import Testing

@Suite struct `A plan to drop a table` {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Makes what is there; `t` is dropped.
    var sql: String
    /// Relations that go, in the order in which they go.
    var goes: [String]
    /// Relations that must be asked for with CASCADE, in the order in which they are told.
    var told: [String] = []
  }

  static let cases: [Case] = [
    Case(
      testDescription: "that nothing rests on",
      sql: "CREATE TABLE t (a int); CREATE TABLE u (a int)",
      goes: ["t"]),
    Case(
      testDescription: "takes indexes and owned sequences along without a word",
      sql: "CREATE TABLE t (id serial PRIMARY KEY); CREATE INDEX i ON t (id)",
      goes: ["i", "t_pkey", "t_id_seq", "t"]),
    Case(
      testDescription: "stops at views, the newest first",
      sql: """
        CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM v;
        CREATE VIEW x AS SELECT a FROM t
        """,
      goes: ["x", "w", "v", "t"], told: ["v", "w", "x"]),
    Case(
      testDescription: "leaves tables that refer to it",
      sql: """
        CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (b int REFERENCES t (a))
        """,
      goes: ["t_pkey", "t"]),
    Case(
      testDescription: "takes children of inheritance along only when asked",
      sql: "CREATE TABLE t (a int); CREATE TABLE u (b int) INHERITS (t)", goes: ["u", "t"],
      told: ["u"]),
    Case(
      testDescription: "takes partitions along without a word",
      sql: """
        CREATE TABLE t (a int) PARTITION BY RANGE (a);
        CREATE TABLE p PARTITION OF t FOR VALUES FROM (1) TO (2)
        """,
      goes: ["p", "t"]),
    Case(
      testDescription: "names what rests on it in two ways once",
      sql: "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t WHERE a > b",
      goes: ["v", "t"], told: ["v"]),
  ]

  @Test(arguments: cases)
  func `goes as the engine goes`(expected: Case) throws {
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    try session.apply(expected.sql)
    let catalog = session.catalog
    let table = try #require(catalog.tables(inSchema: "public").first { $0.name.text == "t" })
    let plan = DropPlan(dropping: [ObjectAddress(object: table.id)], in: catalog)
    let name = { (entry: DropPlan.Entry) in
      entry.object.column == nil ? catalog.relations[entry.object.object]?.name.text : nil
    }
    #expect(plan.entries.compactMap(name) == expected.goes)
    #expect(plan.reported.compactMap(name) == expected.told)
    #expect(plan.refusedOwner == nil)
  }

  @Test func `of its row type's owner refuses the part and names the whole`() throws {
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    try session.apply("CREATE TABLE t (a int PRIMARY KEY)")
    let index = try #require(session.catalog.indexes(inSchema: "public").first)
    let plan = DropPlan(dropping: [ObjectAddress(object: index.id)], in: session.catalog)
    #expect(plan.refusedOwner?.target == ObjectAddress(object: index.id))
    #expect(plan.refusedOwner?.owner.object == index.constraint)
  }
}
