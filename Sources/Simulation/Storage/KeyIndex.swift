package import DatabaseModel
import HashTreeCollections

/// Which rows have which key: what a unique index or a foreign key looks up.
///
/// Keys are compared as values, so whoever makes them writes equal keys equally: folded by their
/// collation, numbers in one form.
package struct KeyIndex: Hashable, Sendable {
  private var postings: TreeDictionary<[Datum], [Int64]> = [:]

  package init() {}

  /// Rows with a key, in the order in which they were added.
  package func rows(with key: [Datum]) -> [Int64] { postings[key] ?? [] }

  package mutating func add(_ key: [Datum], row: Int64) {
    postings[key, default: []].append(row)
  }

  package mutating func remove(_ key: [Datum], row: Int64) {
    guard var rows = postings[key], let place = rows.firstIndex(of: row) else { return }
    rows.remove(at: place)
    postings[key] = rows.isEmpty ? nil : rows
  }
}

extension KeyIndex {
  /// What another index of the same rows changed since `base`, put on this one.
  package func merged(_ other: KeyIndex, since base: KeyIndex) -> KeyIndex {
    var result = self
    for (key, rows) in other.postings where base.postings[key] != rows {
      let before = base.rows(with: key)
      for row in rows where !before.contains(row) { result.add(key, row: row) }
      for row in before where !rows.contains(row) { result.remove(key, row: row) }
    }
    for (key, rows) in base.postings where other.postings[key] == nil {
      for row in rows { result.remove(key, row: row) }
    }
    return result
  }
}
