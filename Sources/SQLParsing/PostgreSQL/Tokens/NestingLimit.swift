import SQLSyntax

/// How deep SQL may nest before it is refused.
///
/// The library and everything after it walk the tree by recursion, so the depth is bounded before
/// anything is parsed. PostgreSQL itself refuses what exceeds its `max_stack_depth`.
enum NestingLimit {
  /// Brackets inside brackets.
  static let brackets = 400
  /// Operators, casts and set operations in a row, each of which puts a node above the last.
  static let chain = 2000

  struct Problem {
    var message: String
    var range: SourceRange
  }

  /// What is too deep among some tokens, if anything is.
  static func problem(in text: TokenText, _ tokens: Range<Int>) -> Problem? {
    var depth = 0
    var links = [0]
    for index in tokens {
      switch text.tokens[index].kind {
      case .symbol:
        switch text.bytes[text.tokens[index].start] {
        case UInt8(ascii: "("), UInt8(ascii: "["):
          depth += 1
          links.append(0)
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
          depth = max(depth - 1, 0)
          if links.count > 1 { links.removeLast() }
        case UInt8(ascii: ","): links[links.count - 1] = 0
        case UInt8(ascii: ":"), UInt8(ascii: "."): links[links.count - 1] += 1
        default: break
        }
      case .operatorName: links[links.count - 1] += 1
      case .word where linksWord(text, index): links[links.count - 1] += 1
      default: break
      }
      if depth > brackets {
        return Problem(
          message: "Brackets are nested more than \(brackets) deep", range: text.tokens[index].range
        )
      }
      if links[links.count - 1] > chain {
        return Problem(
          message: "More than \(chain) operators stand in a row", range: text.tokens[index].range)
      }
    }
    return nil
  }

  /// Words that put a node above the last one, as operators do.
  private static func linksWord(_ text: TokenText, _ index: Int) -> Bool {
    text.isWord(index, "union") || text.isWord(index, "intersect")
      || text.isWord(index, "except") || text.isWord(index, "not") || text.isWord(index, "is")
      || text.isWord(index, "join") || text.isWord(index, "collate")
      || text.isWord(index, "case") || text.isWord(index, "at") || text.isWord(index, "in")
  }
}
