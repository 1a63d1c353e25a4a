import SQLParsing
import SQLSyntax
import TestSupport
import Testing

/// What binds to what, judged by what SQLite computes.
@Suite struct `An expression's tree has SQLite's precedence` {
  private let oracle = SQLiteOracle()

  /// Written with parentheses around every operation of our tree, it has the value it has without.
  @Test func `in expressions made of every operator`() throws {
    var random = SplitMix64(seed: 12)
    var different = Set<String?>()
    for _ in 0..<20_000 {
      let text = Self.expression(&random)
      let value = oracle.value(of: text)
      different.insert(value)
      guard case .success(let tree) = SQLiteParser.parseExpression(text) else {
        #expect(value == "error", "SQLite computes \(text)")
        continue
      }
      #expect(oracle.value(of: Self.parenthesized(tree)) == value, "\(text)")
    }
    #expect(different.count > 20)
  }

  private static func expression(_ random: inout SplitMix64) -> String {
    var text = operand(&random)
    for _ in 0...random.below(5) {
      text += " " + random.pick(postfixes)
      if !text.hasSuffix("!") { text += " " + operand(&random) }
      text = text.replacing("!", with: "")
      text = text.replacing("@", with: operand(&random))
    }
    return text
  }

  private static func operand(_ random: inout SplitMix64) -> String {
    random.pick(prefixes) + random.pick(values)
  }

  private static let prefixes = [
    "", "", "", "", "- ", "+ ", "~ ", "NOT ", "NOT ", "- ~ ", "NOT - ",
  ]
  private static let values = [
    "0", "1", "2", "3", "7", "NULL", "'a'", "'A'", "'1'", "'%1'", "2.5", "'[1,[2]]'", "TRUE",
    "FALSE",
  ]

  /// Operators; `@` is an operand in the middle, `!` says that none follows.
  private static let postfixes = [
    "+", "-", "*", "/", "%", "||", "&", "|", "<<", ">>", "<", "<=", ">", ">=", "=", "==", "<>",
    "!=",
    "IS", "IS NOT", "IS DISTINCT FROM", "IS NOT DISTINCT FROM", "AND", "OR", "AND", "OR", "->>",
    "->",
    "LIKE", "NOT LIKE", "GLOB", "NOT GLOB", "BETWEEN @ AND", "NOT BETWEEN @ AND", "LIKE @ ESCAPE",
    "NOT LIKE @ ESCAPE", "IN (1, @)!", "NOT IN (@, 2, 3)!", "ISNULL!", "NOTNULL!", "NOT NULL!",
    "IS NULL!", "IS NOT NULL!", "COLLATE nocase!", "COLLATE binary =", "IS TRUE!", "IS NOT FALSE!",
    "BETWEEN @ + 1 AND @ <", "NOT IN (@, @)!",
  ]

  /// The tree with every operation in parentheses.
  private static func parenthesized(_ expression: SQLExpression) -> String {
    "(" + plain(expression.kind) + ")"
  }

  private static func plain(_ kind: ExpressionKind) -> String {
    func text(_ expression: SQLExpression) -> String { parenthesized(expression) }
    func not(_ isNegated: Bool) -> String { isNegated ? "NOT " : "" }
    switch kind {
    case .literal(.null): return "NULL"
    case .literal(.boolean(let value)): return value ? "TRUE" : "FALSE"
    case .literal(.integer(let digits)), .literal(.decimal(let digits)): return digits
    case .literal(.string(let string)): return "'\(string)'"
    case .prefix(let name, let operand): return "\(name.symbol) \(text(operand))"
    case .binary(let left, let name, let right):
      return "\(text(left)) \(name.symbol) \(text(right))"
    case .not(let operand): return "NOT \(text(operand))"
    case .and(let operands): return operands.map(text).joined(separator: " AND ")
    case .or(let operands): return operands.map(text).joined(separator: " OR ")
    case .isNull(let value, let isNegated): return "\(text(value)) IS \(not(isNegated))NULL"
    case .isTruth(let value, let truth, let isNegated):
      return "\(text(value)) IS \(not(isNegated))\(truth.rawValue)"
    case .distinct(let left, let right, let isNegated):
      return "\(text(left)) IS \(not(!isNegated))\(text(right))"
    case .between(let between):
      return "\(text(between.value)) \(not(between.isNegated))BETWEEN \(text(between.low)) AND "
        + text(between.high)
    case .inList(let value, let list, let isNegated):
      return "\(text(value)) \(not(isNegated))IN (\(list.map(text).joined(separator: ", ")))"
    case .like(let like):
      return "\(text(like.value)) \(not(like.isNegated))\(like.kind.rawValue) \(text(like.pattern))"
        + (like.escape.map { " ESCAPE \(text($0))" } ?? "")
    case .collate(let value, let collation): return "\(text(value)) COLLATE \(collation.name.text)"
    default: return "no case for \(kind)"
    }
  }
}
