/// A cast of `pg_cast`.
struct BuiltinCast: Hashable, Sendable {
  /// `i` implicit, `a` in assignments, `e` explicit only.
  var context: Character
  /// `f` by a function, `b` as the same bytes, `i` through text.
  var method: Character
  var volatility: Character
}

/// The casts of `pg_cast`, by source and target.
enum BuiltinCasts {
  static let all: [String: BuiltinCast] = Dictionary(
    table.split(whereSeparator: \.isWhitespace).map { entry in
      let fields = entry.split(separator: ":")
      let letters = Array(fields[1])
      return (
        String(fields[0]),
        BuiltinCast(context: letters[0], method: letters[1], volatility: letters[2])
      )
    }, uniquingKeysWith: { first, _ in first })

  static func find(_ source: String, _ target: String) -> BuiltinCast? {
    all["\(source)>\(target)"]
  }
}
