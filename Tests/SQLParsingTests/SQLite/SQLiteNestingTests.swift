import SQLParsing
import SQLSyntax
import TestSupport
import Testing

/// How deeply things nest before SQLite's parser gives up.
@Suite struct `Nesting and chains go as far as in SQLite` {
  private let oracle = SQLiteOracle()

  /// The room that is left in a place, counted in parentheses, is the same.
  @Test func `in every place an expression can stand`() {
    for frame in NestingGenerator.frames {
      check("SELECT " + frame + " FROM t")
      check("SELECT max(" + frame + ", 1)")
    }
    for frame in NestingGenerator.statements { check(frame) }
  }

  private func check(_ frame: String) {
    expectSameLimit(of: frame, upTo: 128) { count in
      let nested = String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
      return NestingGenerator.fill(frame, with: nested)
    }
  }

  /// What stands between the two `~` is repeated.
  @Test(arguments: [
    "SELECT 1~ + 1~", "SELECT 1~ AND a~", "SELECT 1~ OR a~", "SELECT a~ || b~", "SELECT a~ -> 'x'~",
    "SELECT a~ COLLATE x~", "SELECT a~ ISNULL~", "SELECT a~ NOT NULL~", "SELECT a~ IS NULL~",
    "SELECT a~ IS NOT b~", "SELECT a~ LIKE 'x'~", "SELECT a~ NOT LIKE 'x' ESCAPE 'y'~",
    "SELECT a~ BETWEEN 1 AND 2~", "SELECT a~ NOT BETWEEN 1 AND 2~", "SELECT a~ IN (b, 2)~",
    "SELECT a~ NOT IN (b, 2)~",
    "SELECT a~ GLOB abs(b)~", "SELECT a~ IN (a.b, main.t.a)~", "SELECT max(1, a~ + 1~)",
    "SELECT 1 UNION ALL SELECT (2~ + 1~)", "SELECT CASE WHEN a~ + 1~ THEN 1 END",
    "SELECT CAST(a~ + 1~ AS INT)", "SELECT - a~ + 1~",
    "SELECT (1, a~ + 1~) = 2", "SELECT a IN (b, a~ + 1~)", "SELECT a BETWEEN b AND a~ + 1~",
    "SELECT 1~ UNION SELECT 1~", "SELECT 1 FROM t~, u~", "SELECT 1 FROM t~ JOIN u ON 1~",
    "VALUES (1)~, (1)~", "UPDATE t SET a = 1~, b = 1~", "INSERT INTO t VALUES (1~ + 1~, 2, 3)",
    "CREATE TABLE x (a CHECK (a~ + 1~))", "CREATE VIEW x AS SELECT a~ AND b~ FROM t",
    "SELECT a~, a~", "SELECT a IN (1~, 1~)", "SELECT CASE~ WHEN 1 THEN 2~ END",
    "CREATE TABLE x (a~ NOT NULL~)", "CREATE TABLE x (a, b~ CHECK (1)~, CHECK (1))",
  ])
  func `in every chain`(frame: String) {
    let parts = frame.split(separator: "~", omittingEmptySubsequences: false)
    expectSameLimit(of: frame, upTo: 1100) { count in
      parts[0] + String(repeating: String(parts[1]), count: count) + parts[2]
    }
  }

  private func expectSameLimit(
    of frame: String, upTo bound: Int, _ statement: (Int) -> String
  ) {
    let theirs = limit(upTo: bound) { count in
      switch oracle.verdict(on: statement(count)) {
      case .syntaxError: false
      case .refused(let message): !message.contains("Expression tree is too large")
      case .prepared: true
      }
    }
    let ours = limit(upTo: bound) { SQLiteAgreement.firstError(in: statement($0)) == nil }
    #expect(ours == theirs, "\(frame)")
  }

  /// The greatest count that is accepted, found by halving.
  private func limit(upTo bound: Int, _ isAccepted: (Int) -> Bool) -> Int {
    var accepted = 0
    var refused = bound
    while refused - accepted > 1 {
      let count = (accepted + refused) / 2
      if isAccepted(count) { accepted = count } else { refused = count }
    }
    return accepted
  }
}
