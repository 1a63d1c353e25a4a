import SQLSyntax

/// The names that generators give: short and few, so that statements meet, and some that need care.
enum NameStyle {
  static let tables = ["t", "u", "v", "w", "x", "y", "z", "aa", "bb", "cc", "dd", "ee"]
  static let columns = ["a", "b", "c", "d", "e", "f", "g", "h", "k", "l", "m", "n"]
  static let indexes = ["i", "j", "ix", "jx", "iy", "jy", "iz", "jz"]
  static let views = ["vw", "vx", "vy", "vz"]
  static let triggers = ["tr", "ts", "tp", "tq"]
  static let sequences = ["sq", "sr", "ss", "st"]
  static let types = ["mood", "tone", "hue", "kind"]
  static let domains = ["dom", "dim", "dot"]
  static let constraints = ["k1", "k2", "k3", "k4", "k5"]
  static let functions = ["fn", "gn", "hn"]
  static let schemas = ["s1", "s2"]
  static let policies = ["p1", "p2"]

  /// Names that must be quoted, or that are easily taken for others.
  ///
  /// The last is as long as PostgreSQL keeps names, 63 bytes.
  static func uncommon(in dialect: Dialect) -> [String] {
    [
      "order", "select", "user", "table", "group", "A", "B", "T", "Name", "two words", "say\"so",
      "1st", "größe", "名前", "İı", "x'y", "end", "key", "rowid", "semi;colon", "back\\slash",
      String(repeating: "long_name_", count: 6) + "end",
    ] + (dialect == .postgresql ? ["oid2", "xmin2"] : ["integer", "abort"])
  }
}
