import DatabaseModel
import HashTreeCollections

/// A session's settings: what SET and SET LOCAL have said.
struct SettingStore: Hashable, Sendable {
  /// What differs from the server's own, by name in lower case.
  private(set) var values: TreeDictionary<String, SettingValue> = [:]
  /// What SET LOCAL hides until the transaction ends; `nil` inside is the server's own value.
  private(set) var atEnd: TreeDictionary<String, SettingValue?> = [:]

  subscript(name: String) -> SettingValue? { values[name] }

  mutating func set(_ name: String, _ value: SettingValue?, isLocal: Bool) {
    if isLocal {
      if atEnd[name] == nil { atEnd[name] = .some(values[name]) }
    } else {
      atEnd[name] = nil
    }
    values[name] = value
  }

  /// Ends what SET LOCAL said.
  mutating func endTransaction() {
    if atEnd.isEmpty { return }
    for (name, value) in atEnd { values[name] = value }
    atEnd = [:]
  }

  mutating func resetAll() {
    for name in Array(values.keys) where !SettingDefinition.keptByResetAll.contains(name) {
      values[name] = nil
      atEnd[name] = nil
    }
  }
}

/// The value of a setting, as SHOW prints it and as the model uses it.
struct SettingValue: Hashable, Sendable {
  var text: String
  /// Milliseconds, for times.
  var number: Int?
  /// Names, for `search_path`.
  var names: [String]?
}
