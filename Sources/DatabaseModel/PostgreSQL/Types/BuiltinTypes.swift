import HashTreeCollections

/// A type of `pg_catalog`.
struct BuiltinType: Hashable, Sendable {
  var name: String
  /// The letter of `typcategory`: `N` numbers, `S` strings, ….
  var category: Character
  /// `b` base, `p` pseudo, `r` range, `m` multirange.
  var kind: Character
  /// `p` plain, `x` extended, `m` main, `e` external.
  var storage: Character
  var isPreferred: Bool
  var isCollatable: Bool
  var takesModifier: Bool
  /// Letters of the index methods that have a default operator class: `b`, `h`, `g`, `t`, `r`, `q`.
  var indexMethods: String
  /// `character varying` for `varchar`.
  var displayName: String
}

/// The types of `pg_catalog`, by name.
enum BuiltinTypes {
  static let all: [String: BuiltinType] = Dictionary(
    table.split(whereSeparator: \.isWhitespace).map { entry in
      let type = parse(entry)
      return (type.name, type)
    }, uniquingKeysWith: { first, _ in first })

  private static func parse(_ entry: Substring) -> BuiltinType {
    let fields = entry.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
    let letters = Array(fields[1])
    return BuiltinType(
      name: String(fields[0]), category: letters[0], kind: letters[1], storage: letters[2],
      isPreferred: fields[2].contains("p"), isCollatable: fields[2].contains("c"),
      takesModifier: fields[2].contains("m"), indexMethods: String(fields[3]),
      displayName: fields[4].split(separator: "_", omittingEmptySubsequences: false)
        .joined(separator: fields[4].contains("_") && fields[0] != fields[4] ? " " : "_"))
  }
}
