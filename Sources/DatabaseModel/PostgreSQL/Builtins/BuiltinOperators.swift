import HashTreeCollections

/// An operator of `pg_catalog`.
struct BuiltinOperator: Hashable, Sendable {
  var symbol: String
  /// `nil` for a prefix operator.
  var left: String?
  var right: String
  var result: String
  /// `i` immutable, `s` stable, `v` volatile.
  var volatility: Character
  /// Whether it is its own commutator.
  var isCommutative: Bool
}

/// The operators of `pg_catalog`, by symbol.
enum BuiltinOperators {
  static let all: [String: [BuiltinOperator]] = Dictionary(
    grouping: table.split(whereSeparator: \.isWhitespace).map(parse), by: \.symbol)

  private static func parse(_ entry: Substring) -> BuiltinOperator {
    let fields = entry.split(separator: ":").map(String.init)
    return BuiltinOperator(
      symbol: fields[0], left: fields[1] == "-" ? nil : fields[1], right: fields[2],
      result: fields[3], volatility: fields[4].first ?? "v",
      isCommutative: fields[4].hasSuffix("c"))
  }
}
