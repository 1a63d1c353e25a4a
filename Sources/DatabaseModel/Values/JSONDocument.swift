/// PostgreSQL's `jsonb`: duplicate keys are gone, keys are in its order.
package indirect enum JSONDocument: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(DecimalNumber)
  case string(String)
  case array([JSONDocument])
  case object([Member])

  /// A key with its value.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONDocument

    package init(key: String, value: JSONDocument) {
      self.key = key
      self.value = value
    }
  }
}
