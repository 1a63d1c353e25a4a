import SQLParsing
import SQLSyntax
import Testing

@Suite struct `PostgreSQL's statements become` {
  private func check(
    _ sql: String, _ expected: StatementKind, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let script = SQLParser.parse(SourceText(name: "a.sql", text: sql), dialect: .postgresql)
    #expect(script.diagnostics.isEmpty, sourceLocation: sourceLocation)
    #expect(script.statements.map(\.kind) == [expected], sourceLocation: sourceLocation)
  }

  private let int = TypeName(name: ObjectName("int4", schema: "pg_catalog"))
  private let text = TypeName(name: ObjectName("text"))

  private func column(_ parts: Identifier...) -> SQLExpression {
    SQLExpression(kind: .column(ColumnReference(parts: parts)))
  }

  private func number(_ digits: String) -> SQLExpression {
    SQLExpression(kind: .literal(.integer(digits)))
  }

  private func key(_ name: Identifier) -> IndexKey { IndexKey(expression: column(name)) }

  private func query(_ items: SQLExpression..., from: String? = nil) -> Query {
    var core = SelectCore(items: items.map { SelectItem(expression: $0) })
    if let from { core.from = [.table(TableReference(name: ObjectName(from)))] }
    return Query(body: .select(core))
  }

  @Test func `tables with columns and constraints`() {
    check(
      """
      CREATE TABLE IF NOT EXISTS s.a (b int NOT NULL DEFAULT -1, c text UNIQUE DEFERRABLE,
        CONSTRAINT k PRIMARY KEY (b), FOREIGN KEY (b, c) REFERENCES d (e, f) ON DELETE CASCADE)
      """,
      .createTable(
        CreateTable(
          name: ObjectName("a", schema: "s"), ifNotExists: true,
          elements: [
            .column(
              ColumnDefinition(
                name: "b", type: int,
                constraints: [
                  Constraint(kind: .notNull),
                  Constraint(
                    kind: .default(
                      SQLExpression(kind: .prefix(OperatorName(symbol: "-"), number("1"))))),
                ])),
            .column(
              ColumnDefinition(
                name: "c", type: text,
                constraints: [
                  Constraint(kind: .unique(KeyConstraint()), deferral: Deferral(isDeferrable: true))
                ])),
            .constraint(
              Constraint(kind: .primaryKey(KeyConstraint(columns: [key("b")])), name: "k")),
            .constraint(
              Constraint(
                kind: .foreignKey(
                  columns: ["b", "c"],
                  ForeignKeyTarget(
                    table: ObjectName("d"), columns: ["e", "f"], onDelete: .cascade)))),
          ])))
  }

  @Test func `tables made in other ways`() {
    check(
      "CREATE TEMP TABLE a PARTITION OF b FOR VALUES FROM (1) TO (2)",
      .createTable(
        CreateTable(
          name: ObjectName("a"), persistence: .temporary,
          partitionOf: PartitionOf(
            parent: ObjectName("b"), bound: .range(from: [number("1")], to: [number("2")])))))
    check(
      "CREATE TABLE a (LIKE b INCLUDING ALL) INHERITS (c)",
      .createTable(
        CreateTable(
          name: ObjectName("a"),
          elements: [.like(LikeTable(table: ObjectName("b"), including: ["ALL"]))],
          inherits: [ObjectName("c")])))
    check(
      "CREATE TABLE a (b int GENERATED ALWAYS AS IDENTITY (START 5)) WITH (fillfactor = 70)",
      .createTable(
        CreateTable(
          name: ObjectName("a"),
          elements: [
            .column(
              ColumnDefinition(
                name: "b", type: int,
                constraints: [Constraint(kind: .identity(isAlways: true, [.start("5")]))]))
          ], options: [DefinitionOption(name: "fillfactor", value: .number("70"))])))
    check(
      "CREATE TABLE a AS SELECT b FROM c WITH NO DATA",
      .createTableAs(
        CreateTableAs(
          name: ObjectName("a"), source: Statement(kind: .select(query(column("b"), from: "c"))),
          isWithoutData: true)))
  }

  @Test func `changes of tables`() {
    check(
      """
      ALTER TABLE IF EXISTS ONLY a ADD COLUMN IF NOT EXISTS b int, DROP COLUMN c CASCADE,
        ALTER d TYPE text USING e, ALTER f SET DEFAULT 1, ALTER g DROP NOT NULL,
        VALIDATE CONSTRAINT h, DROP CONSTRAINT IF EXISTS i, OWNER TO CURRENT_USER
      """,
      .alterTable(
        AlterTable(
          name: ObjectName("a"), ifExists: true, isOnly: true,
          actions: [
            AlterTableAction(
              kind: .addColumn(
                ColumnDefinition(name: "b", type: int), ifNotExists: true, behavior: nil)),
            AlterTableAction(kind: .dropColumn("c", ifExists: false, behavior: .cascade)),
            AlterTableAction(
              kind: .alterColumnType(
                AlterColumnType(column: "d", type: text, using: column("e")))),
            AlterTableAction(kind: .setDefault("f", number("1"))),
            AlterTableAction(kind: .dropNotNull("g")),
            AlterTableAction(kind: .validateConstraint("h")),
            AlterTableAction(kind: .dropConstraint("i", ifExists: true, behavior: nil)),
            AlterTableAction(kind: .setOwner(RoleName(word: "CURRENT_USER"))),
          ])))
    check(
      "ALTER TABLE a RENAME COLUMN b TO c",
      .rename(
        Rename(
          object: ObjectReference(kind: .column, name: ObjectName("b"), owner: ObjectName("a")),
          newName: "c")))
    check(
      "ALTER INDEX IF EXISTS a RENAME TO b",
      .rename(
        Rename(
          object: ObjectReference(kind: .index, name: ObjectName("a")), newName: "b",
          ifExists: true)))
  }

  @Test func `indexes and views`() {
    check(
      "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON a USING gin (b text_ops DESC) WHERE c",
      .createIndex(
        CreateIndex(
          name: ObjectName("i"), table: ObjectName("a"),
          keys: [
            IndexKey(
              expression: column("b"), operatorClass: ObjectName("text_ops"),
              direction: .descending)
          ], isUnique: true, isConcurrent: true, ifNotExists: true, method: "gin",
          condition: column("c"))))
    check(
      "CREATE OR REPLACE VIEW v (a) AS SELECT 1 WITH LOCAL CHECK OPTION",
      .createView(
        CreateView(
          name: ObjectName("v"), columns: ["a"], query: query(number("1")), orReplace: true,
          checkOption: "LOCAL")))
    check(
      "CREATE MATERIALIZED VIEW v AS SELECT 1",
      .createView(
        CreateView(name: ObjectName("v"), query: query(number("1")), isMaterialized: true)))
  }

  @Test func `types, sequences and schemas`() {
    check(
      "CREATE TYPE a AS ENUM ('b', 'c''d')",
      .createType(
        CreateType(
          name: ObjectName("a"),
          definition: .enumeration([EnumLabel(text: "b"), EnumLabel(text: "c'd")]))))
    check(
      "ALTER TYPE a ADD VALUE IF NOT EXISTS 'b' BEFORE 'c'",
      .alterEnum(
        AlterEnum(
          name: ObjectName("a"),
          change: .add(
            EnumLabel(text: "b"), ifNotExists: true, position: .before(EnumLabel(text: "c"))))))
    check(
      "CREATE DOMAIN a AS text CHECK (VALUE <> '')",
      .createDomain(
        CreateDomain(
          name: ObjectName("a"), type: text,
          constraints: [
            Constraint(
              kind: .check(
                SQLExpression(
                  kind: .binary(
                    column("value"), OperatorName(symbol: "<>"),
                    SQLExpression(kind: .literal(.string("")))))))
          ])))
    check(
      "CREATE SEQUENCE a OWNED BY NONE NO CYCLE",
      .createSequence(
        CreateSequence(name: ObjectName("a"), options: [.ownedBy(nil), .cycle(false)])))
    check(
      "CREATE SCHEMA IF NOT EXISTS a AUTHORIZATION b",
      .createSchema(CreateSchema(name: "a", owner: RoleName(name: "b"), ifNotExists: true)))
    check(
      "CREATE EXTENSION a WITH SCHEMA b VERSION '1' CASCADE",
      .createExtension(CreateExtension(name: "a", schema: "b", version: "1", isCascade: true)))
  }

  @Test func `drops and comments`() {
    check(
      "DROP FUNCTION IF EXISTS a(int), b CASCADE",
      .drop(
        Drop(
          kind: .function,
          objects: [
            ObjectReference(
              kind: .function, name: ObjectName("a"), parameters: [RoutineParameter(type: int)]),
            ObjectReference(kind: .function, name: ObjectName("b")),
          ], ifExists: true, behavior: .cascade)))
    check(
      "COMMENT ON COLUMN s.a.b IS NULL",
      .comment(
        CommentOn(
          object: ObjectReference(
            kind: .column, name: ObjectName("b"), owner: ObjectName("a", schema: "s")))))
  }

  @Test func `changes of rows`() {
    check(
      "INSERT INTO a (b) VALUES (1), (DEFAULT) ON CONFLICT (b) DO NOTHING RETURNING *",
      .insert(
        Insert(
          table: ObjectName("a"), columns: [AssignmentTarget(column: "b")],
          source: .query(
            Query(body: .values([[number("1")], [SQLExpression(kind: .defaultValue)]]))),
          onConflict: [OnConflict(target: .keys([key("b")], condition: nil), action: .nothing)],
          returning: [
            SelectItem(expression: SQLExpression(kind: .wildcard(qualifier: [])))
          ])))
    check(
      "UPDATE a SET (b, c) = (SELECT 1, 2), d = 3 WHERE e IS NULL",
      .update(
        Update(
          table: TableReference(name: ObjectName("a")),
          assignments: [
            Assignment(
              targets: [AssignmentTarget(column: "b"), AssignmentTarget(column: "c")],
              value: SQLExpression(kind: .subquery(query(number("1"), number("2"))))),
            Assignment(targets: [AssignmentTarget(column: "d")], value: number("3")),
          ], condition: SQLExpression(kind: .isNull(column("e"), isNegated: false)))))
    check(
      "DELETE FROM a USING b WHERE a.c NOT IN (1, 2)",
      .delete(
        Delete(
          table: TableReference(name: ObjectName("a")),
          using: [.table(TableReference(name: ObjectName("b")))],
          condition: SQLExpression(
            kind: .inList(column("a", "c"), [number("1"), number("2")], isNegated: true)))))
  }

  @Test func `statements of session and transaction`() {
    check("BEGIN", .transaction(.begin(modes: [])))
    check("ROLLBACK TO SAVEPOINT a", .transaction(.rollbackTo("a")))
    check(
      "SET LOCAL lock_timeout TO '5s'",
      .set(
        VariableSetting(
          name: "lock_timeout", isLocal: true,
          value: .values([SQLExpression(kind: .literal(.string("5s")))]))))
    check("RESET ALL", .set(VariableSetting(value: .reset)))
    check(
      "LOCK TABLE a IN SHARE MODE NOWAIT",
      .lock(
        LockTable(
          tables: [TableReference(name: ObjectName("a"))], mode: "SHARE", isNoWait: true)))
  }

  @Test func `privileges, triggers and policies`() {
    check(
      "REVOKE ALL ON ALL TABLES IN SCHEMA a FROM PUBLIC CASCADE",
      .grant(
        Grant(
          kind: .table, allInSchemas: ["a"], grantees: [RoleName(word: "PUBLIC")],
          behavior: .cascade)))
    check(
      "CREATE TRIGGER a AFTER INSERT OR UPDATE OF b ON c FOR EACH ROW EXECUTE FUNCTION d('e')",
      .createTrigger(
        CreateTrigger(
          name: ObjectName("a"), table: ObjectName("c"), timing: .after,
          events: [.insert, .update(of: ["b"])],
          action: .execute(function: ObjectName("d"), arguments: ["e"]), isForEachRow: true)))
    check(
      "CREATE POLICY a ON b FOR SELECT TO c USING (d)",
      .createPolicy(
        CreatePolicy(
          name: "a", table: ObjectName("b"), command: "SELECT", roles: [RoleName(name: "c")],
          using: column("d"))))
  }

  @Test func `opaque where the tree has no case, with names and references`() {
    check(
      "CREATE RULE r AS ON INSERT TO a DO INSTEAD UPDATE b SET c = f(d)::e",
      .opaque(
        OpaqueStatement(
          kind: "CREATE RULE",
          text: "CREATE RULE r AS ON INSERT TO a DO INSTEAD UPDATE b SET c = f(d)::e",
          names: [ObjectName("r")], relations: [ObjectName("a"), ObjectName("b")],
          functions: [ObjectName("f")], types: [ObjectName("e")],
          columns: [ColumnReference("d")])))
    check(
      "COPY a (b) TO 'c'",
      .opaque(
        OpaqueStatement(kind: "COPY", text: "COPY a (b) TO 'c'", relations: [ObjectName("a")])))
  }
}
