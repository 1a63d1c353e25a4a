import Engines

/// One row of a catalog query, column by column.
struct CatalogRow {
  let values: [SQLValue]

  /// A text, empty where it is NULL.
  func text(_ column: Int) -> String { values[column].text ?? "" }

  func optionalText(_ column: Int) -> String? { values[column].text }

  func number(_ column: Int) -> Int { values[column].integer.map { Int($0) } ?? 0 }

  func flag(_ column: Int) -> Bool { values[column] == .boolean(true) }

  /// Numbers with commas between them.
  func numbers(_ column: Int) -> [Int] {
    text(column).split(separator: ",").compactMap { Int($0) }
  }

  /// Words with unit separators between them.
  func words(_ column: Int) -> [String] {
    guard let text = optionalText(column) else { return [] }
    return text.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
  }

  /// `name=value`, as storage parameters are kept.
  func settings(_ column: Int) -> [String: String] {
    var settings: [String: String] = [:]
    for word in words(column) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { settings[parts[0]] = parts[1] }
    }
    return settings
  }
}
