import HashTreeCollections

/// A function of `pg_catalog`, by its signature.
struct BuiltinFunction: Hashable, Sendable {
  var name: String
  var arguments: [String]
  var result: String
  /// `i` immutable, `s` stable, `v` volatile.
  var volatility: Character
  var isAggregate: Bool
  var isWindow: Bool
  var isProcedure: Bool
  var returnsSet: Bool
  var isVariadic: Bool
  var defaultCount: Int
}

/// The functions of `pg_catalog`, by name.
enum BuiltinFunctions {
  static let all: [String: [BuiltinFunction]] = Dictionary(
    grouping: [table1, table2, table3, table4].flatMap { table in
      table.split(whereSeparator: \.isWhitespace).compactMap(parse)
    }, by: \.name)

  static let reservedNames = Set(
    internalNames.split(whereSeparator: \.isWhitespace).map(String.init))

  static func parse(_ entry: Substring) -> BuiltinFunction? {
    guard let open = entry.firstIndex(of: "("), let close = entry.lastIndex(of: ")"),
      let colon = entry.lastIndex(of: ":")
    else { return nil }
    let flags = entry[entry.index(after: colon)...]
    return BuiltinFunction(
      name: String(entry[..<open]),
      arguments: entry[entry.index(after: open)..<close].split(separator: ",").map(String.init),
      result: String(entry[entry.index(after: close)..<colon]), volatility: flags.first ?? "v",
      isAggregate: flags.contains("a"), isWindow: flags.contains("w"),
      isProcedure: flags.contains("p"), returnsSet: flags.contains("*"),
      isVariadic: flags.contains("+"),
      defaultCount: flags.compactMap(\.wholeNumberValue).first ?? 0)
  }
}
