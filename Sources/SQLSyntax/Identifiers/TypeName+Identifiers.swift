extension TypeName: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    modifiers.changeIdentifiers(change)
    columnOfType.changeIdentifiers(change)
  }
}
