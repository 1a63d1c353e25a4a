/// What holds names that can be replaced one by one, wherever they stand in it.
package protocol IdentifierHolder {
  /// Replaces every name by what `change` makes of it, in no promised order.
  mutating func changeIdentifiers(_ change: (Identifier) -> Identifier)
}

extension Identifier: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    self = change(self)
  }
}

extension Optional: IdentifierHolder where Wrapped: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    guard var value = self else { return }
    value.changeIdentifiers(change)
    self = value
  }
}

extension Array: IdentifierHolder where Element: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    for index in indices { self[index].changeIdentifiers(change) }
  }
}
