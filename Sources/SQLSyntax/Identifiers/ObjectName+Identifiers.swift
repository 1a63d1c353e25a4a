extension ObjectName: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    schema.changeIdentifiers(change)
    catalog.changeIdentifiers(change)
  }
}
