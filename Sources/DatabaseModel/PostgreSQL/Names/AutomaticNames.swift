import SQLSyntax

/// The names that PostgreSQL gives to what a statement leaves without one.
///
/// Source: PostgreSQL 15, the server's own choice: `table_column_label`, where table and column
/// are cut from the longer one until the name fits 63 bytes.
enum AutomaticNames {
  static let limit = Identifier.maximumPostgreSQLLength

  static func name(_ first: String, _ second: String?, label: String?) -> String {
    let overhead = (second == nil ? 0 : 1) + (label.map { $0.utf8.count + 1 } ?? 0)
    let available = limit - overhead
    var firstCount = first.utf8.count
    var secondCount = second?.utf8.count ?? 0
    while firstCount + secondCount > available {
      if firstCount > secondCount { firstCount -= 1 } else { secondCount -= 1 }
    }
    var parts = [first.truncated(toUTF8Count: firstCount)]
    if let second { parts.append(second.truncated(toUTF8Count: secondCount)) }
    if let label { parts.append(label) }
    return parts.joined(separator: "_")
  }

  /// The first of `label`, `label1`, `label2`, … that gives a free name.
  static func freeName(
    _ first: String, _ second: String?, label: String, isTaken: (String) -> Bool
  ) -> String {
    var number = 0
    while true {
      let candidate = name(first, second, label: number == 0 ? label : "\(label)\(number)")
      if !isTaken(candidate) { return candidate }
      number += 1
    }
  }

  /// The columns' part of a name: joined by `_`, cut where it exceeds the limit.
  static func columns(_ names: [String]) -> String {
    var result = ""
    for name in names {
      if !result.isEmpty { result += "_" }
      result += name.truncated(toUTF8Count: limit)
      if result.utf8.count >= limit { break }
    }
    return result
  }
}
