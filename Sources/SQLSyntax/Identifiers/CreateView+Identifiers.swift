extension CreateView: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    columns.changeIdentifiers(change)
    query.changeIdentifiers(change)
    options.changeIdentifiers(change)
    accessMethod.changeIdentifiers(change)
    tablespace.changeIdentifiers(change)
  }
}

extension RefreshMaterializedView: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
  }
}
