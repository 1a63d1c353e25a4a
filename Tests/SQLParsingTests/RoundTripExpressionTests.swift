import SQLParsing
import SQLSyntax
import Testing

/// Small worlds of expressions, each tried whole.
@Suite struct `The parentheses of printed expressions` {
  @Test(arguments: Dialect.allCases)
  func `are enough for every form in every place of every form`(dialect: Dialect) {
    let forms = ExpressionForms.all(in: dialect)
    let operands = forms.map(ExpressionForms.plain) + ExpressionForms.leaves
    check(ExpressionForms.nested(forms, operands), dialect)
  }

  @Test(arguments: Dialect.allCases)
  func `are enough three deep, for a form of each precedence`(dialect: Dialect) {
    let forms = ExpressionForms.chosen(in: dialect)
    let pairs = ExpressionForms.nested(forms, forms.map(ExpressionForms.plain))
    check(ExpressionForms.nested(forms, pairs), dialect)
  }

  @Test(arguments: Dialect.allCases)
  func `are enough for every form wherever an expression can stand`(dialect: Dialect) {
    let forms = ExpressionForms.all(in: dialect).map(ExpressionForms.plain)
    for context in ExpressionForms.contexts(in: dialect) {
      for form in forms + ExpressionForms.leaves {
        RoundTrip(context.replacing("#", with: form), dialect).check()
      }
    }
  }

  @Test func `leave SQLite the program it had`() {
    let oracle = SQLiteOracle()
    let forms = ExpressionForms.all(in: .sqlite)
    let operands = forms.map(ExpressionForms.plain) + ExpressionForms.leaves
    var compared = 0
    for expression in ExpressionForms.nested(forms, operands) {
      let sql = "SELECT \(expression) FROM t"
      guard let program = oracle.program(of: sql) else { continue }
      let printed = RoundTrip(sql, .sqlite).printed
      #expect(oracle.program(of: printed) == program, "\(sql)\n\(printed)")
      compared += 1
    }
    #expect(compared > 5000)
  }

  @Test func `are no more than PostgreSQL's and SQLite's precedence asks for`() {
    func check(_ sql: String, _ dialect: Dialect, _ expected: String) {
      #expect(RoundTrip("SELECT \(sql)", dialect).printed == "SELECT \(expected)")
    }
    check("((a) + ((b) * (c))) - ((d))", .postgresql, "a + b * c - d")
    check("((a = b) AND (c < (d + 1))) OR (NOT (e))", .postgresql, "a = b AND c < d + 1 OR NOT e")
    check("((a || b) || c) LIKE (d || e)", .postgresql, "a || b || c LIKE d || e")
    check("((a)::int) + ((f((b))))", .postgresql, "a::integer + f(b)")
    check("((a) IS NULL) AND ((b) IN ((1), (2)))", .sqlite, "a IS NULL AND b IN (1, 2)")
    check("((a || b) * c) = ((d) + 1)", .sqlite, "a || b * c = d + 1")
  }

  /// Many expressions a statement, since most of the time goes into starting one.
  private func check(_ expressions: [String], _ dialect: Dialect) {
    for start in stride(from: 0, to: expressions.count, by: 50) {
      let some = expressions[start..<min(start + 50, expressions.count)]
      RoundTrip("SELECT " + some.joined(separator: ", ") + " FROM t", dialect).check()
    }
  }
}
