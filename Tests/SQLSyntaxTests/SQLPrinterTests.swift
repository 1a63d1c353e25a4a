import SQLSyntax
import Testing

@Suite struct `The printer` {
  private static func column(_ name: Identifier) -> SQLExpression {
    SQLExpression(kind: .column(ColumnReference(name)))
  }

  private static func number(_ digits: String) -> SQLExpression {
    SQLExpression(kind: .literal(.integer(digits)))
  }

  private static func operation(
    _ left: SQLExpression, _ symbol: String, _ right: SQLExpression
  ) -> SQLExpression {
    SQLExpression(kind: .binary(left, OperatorName(symbol: symbol), right))
  }

  private let a = column("a")
  private let b = column("b")
  private let c = column("c")

  private func check(
    _ kind: ExpressionKind, _ dialect: Dialect = .postgresql, gives expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let printed = SQLPrinter(dialect: dialect).print(SQLExpression(kind: kind))
    #expect(printed == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: Dialect.allCases)
  func `puts parentheses only where precedence wants them`(dialect: Dialect) {
    let sum = Self.operation(a, "+", b)
    check(Self.operation(sum, "*", c).kind, dialect, gives: "(a + b) * c")
    check(Self.operation(a, "+", Self.operation(b, "*", c)).kind, dialect, gives: "a + b * c")
    check(Self.operation(sum, "+", c).kind, dialect, gives: "a + b + c")
    check(Self.operation(c, "-", sum).kind, dialect, gives: "c - (a + b)")
    check(.and([a, SQLExpression(kind: .or([b, c]))]), dialect, gives: "a AND (b OR c)")
    check(.or([a, SQLExpression(kind: .and([b, c]))]), dialect, gives: "a OR b AND c")
    check(.not(SQLExpression(kind: .and([a, b]))), dialect, gives: "NOT (a AND b)")
    check(.isNull(sum, isNegated: true), dialect, gives: "a + b IS NOT NULL")
  }

  @Test func `knows each dialect's order of operators`() {
    let joined = Self.operation(a, "||", b)
    check(Self.operation(joined, "+", c).kind, .sqlite, gives: "a || b + c")
    check(Self.operation(joined, "+", c).kind, .postgresql, gives: "(a || b) + c")
    let less = Self.operation(a, "<", b)
    check(Self.operation(less, "=", c).kind, .sqlite, gives: "a < b = c")
    check(Self.operation(less, "=", c).kind, .postgresql, gives: "(a < b) = c")
  }

  @Test func `keeps signs apart`() {
    let minus = OperatorName(symbol: "-")
    let negative = SQLExpression(kind: .prefix(minus, a))
    check(negative.kind, gives: "-a")
    check(.prefix(minus, negative), gives: "- -a")
    check(Self.operation(a, "-", negative).kind, gives: "a - -a")
    check(.prefix(minus, Self.number("-1")), gives: "- -1")
    check(.cast(Self.number("-1"), TypeName(name: "int4")), gives: "(-1)::int4")
  }

  @Test func `says the same test in each dialect's words`() {
    check(.distinct(a, b, isNegated: true), .sqlite, gives: "a IS b")
    check(.distinct(a, b, isNegated: true), .postgresql, gives: "a IS NOT DISTINCT FROM b")
    check(.distinct(a, b, isNegated: false), .sqlite, gives: "a IS NOT b")
  }

  @Test func `restricts the lower bound of BETWEEN and a column's default on PostgreSQL`() {
    let isNull = SQLExpression(kind: .isNull(a, isNegated: false))
    check(
      .between(Between(value: c, low: isNull, high: b)), gives: "c BETWEEN (a IS NULL) AND b")
    let column = ColumnDefinition(
      name: "d", type: TypeName(name: "text"),
      constraints: [Constraint(kind: .default(isNull)), Constraint(kind: .notNull)])
    #expect(
      SQLPrinter(dialect: .postgresql).print(column) == "d text DEFAULT (a IS NULL) NOT NULL")
  }

  @Test func `spells PostgreSQL's types as SQL does`() {
    func check(_ type: TypeName, _ expected: String) {
      #expect(SQLPrinter(dialect: .postgresql).print(type) == expected)
    }
    func catalog(_ name: String) -> ObjectName { ObjectName(name, schema: "pg_catalog") }
    let three = Self.number("3")
    check(TypeName(name: catalog("int4")), "integer")
    check(TypeName(name: "int4"), "int4")
    check(TypeName(name: catalog("int8"), arrayBounds: [nil, 3]), "bigint[][3]")
    check(TypeName(name: catalog("timestamptz"), modifiers: [three]), "timestamp(3) with time zone")
    check(TypeName(name: catalog("bpchar"), modifiers: [three]), "character(3)")
    check(TypeName(name: catalog("bpchar")), "pg_catalog.bpchar")
    check(
      TypeName(name: catalog("interval"), modifiers: [three], intervalFields: "DAY TO SECOND"),
      "interval day to second(3)")
    check(TypeName(name: catalog("numeric"), modifiers: [three, three]), "numeric(3, 3)")
    check(TypeName(name: "time"), "\"time\"")
    check(TypeName(name: catalog("bool"), isSetOf: true), "SETOF boolean")
    check(TypeName(name: "author", columnOfType: "name"), "author.name%TYPE")
  }

  @Test func `keeps the quotes by which SQLite tells names from strings`() {
    check(.column(ColumnReference(Identifier("a", quoting: .double))), .sqlite, gives: "\"a\"")
    check(.column(ColumnReference(Identifier("a b", quoting: .bracket))), .sqlite, gives: "`a b`")
    check(
      .column(ColumnReference(Identifier("order", quoting: .none))), .sqlite,
      gives: "\"order\"")
    check(.literal(.string("it's")), .sqlite, gives: "'it''s'")
  }

  @Test func `chooses dollar quotes that the body does not contain`() {
    func check(_ body: String, _ expected: String) {
      let block = DoBlock(body: RoutineBody(text: body))
      let statement = Statement(kind: .doBlock(block))
      #expect(SQLPrinter(dialect: .postgresql).print(statement) == expected)
    }
    check("BEGIN END", "DO $$BEGIN END$$")
    check("SELECT $$x$$", "DO $body$SELECT $$x$$$body$")
    check("ends in $", "DO $body$ends in $$body$")
    check("$$ $body$", "DO $body1$$$ $body$$body1$")
    check("$$ $body", "DO $body1$$$ $body$body1$")
  }

  @Test func `gives each element of a table a line`() {
    let table = CreateTable(
      name: ObjectName("book", schema: "shop"), ifNotExists: true,
      elements: [
        .column(
          ColumnDefinition(
            name: "id", type: TypeName(name: ObjectName("int8", schema: "pg_catalog")),
            constraints: [Constraint(kind: .primaryKey(KeyConstraint()))])),
        .constraint(
          Constraint(
            kind: .foreignKey(
              columns: ["author"], ForeignKeyTarget(table: "author", onDelete: .cascade)),
            name: "fk")),
      ])
    #expect(
      SQLPrinter(dialect: .postgresql).print(Statement(kind: .createTable(table))) == """
        CREATE TABLE IF NOT EXISTS shop.book (
          id bigint PRIMARY KEY,
          CONSTRAINT fk FOREIGN KEY (author) REFERENCES author ON DELETE CASCADE
        )
        """)
  }
}

extension ObjectName: ExpressibleByStringLiteral {
  /// Makes an unqualified name.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
