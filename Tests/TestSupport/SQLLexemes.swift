/// Pieces of SQL as a mutation moves them: words, numbers, quoted texts, symbols.
///
/// Written on its own, not with the parsers' tokenizers, which it helps to test.
package func lexemes(of sql: String) -> [String] {
  var pieces: [String] = []
  var rest = Array(sql.unicodeScalars)[...]
  while let first = rest.first {
    if first.properties.isWhitespace {
      rest.removeFirst()
      continue
    }
    let count = length(of: rest, first)
    pieces.append(String(String.UnicodeScalarView(rest.prefix(count))))
    rest.removeFirst(count)
  }
  return pieces
}

private func length(of text: ArraySlice<Unicode.Scalar>, _ first: Unicode.Scalar) -> Int {
  switch first {
  case "'", "\"", "`": return quotedLength(text, closing: first)
  case "[": return quotedLength(text, closing: "]")
  case "(", ")", ",", ";", "+", "*", "/", "%", "~", "&": return 1
  case _ where isWordPart(first): return text.prefix(while: isWordPart).count
  default:
    let symbols: Set<Unicode.Scalar> = ["<", ">", "=", "!", "|", "-", "."]
    guard symbols.contains(first) else { return 1 }
    return max(1, min(3, text.prefix { symbols.contains($0) }.count))
  }
}

private func quotedLength(
  _ text: ArraySlice<Unicode.Scalar>, closing: Unicode.Scalar
) -> Int {
  let inside = text.dropFirst().prefix { $0 != closing }.count
  return min(text.count, inside + 2)
}

private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    || ["_", "$", "?", ":", "@", "#"].contains(scalar)
}
