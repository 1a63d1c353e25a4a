/// A constant as written in the source.
///
/// Numbers keep their digits, so nothing is lost before a dialect gives them a type.
package indirect enum Literal: SyntaxNode {
  case null
  case boolean(Bool)
  /// Digits only, or SQLite's `0x` form; may exceed 64 bits.
  case integer(String)
  /// A number with a point, an exponent, or both.
  case decimal(String)
  /// The text after unescaping.
  case string(String)
  /// SQLite's `X'...'`, as hexadecimal digits.
  case blob(String)
  /// PostgreSQL's `B'0101'` and `X'1F'`: the letter and the digits.
  case bits(String)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
  }
}
