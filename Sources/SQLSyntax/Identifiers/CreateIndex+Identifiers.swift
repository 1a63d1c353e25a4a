extension CreateIndex: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    table.changeIdentifiers(change)
    keys.changeIdentifiers(change)
    method.changeIdentifiers(change)
    including.changeIdentifiers(change)
    options.changeIdentifiers(change)
    tablespace.changeIdentifiers(change)
    condition.changeIdentifiers(change)
  }
}

extension IndexKey: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    expression.changeIdentifiers(change)
    collation.changeIdentifiers(change)
    operatorClass.changeIdentifiers(change)
    operatorClassOptions.changeIdentifiers(change)
  }
}

extension Reindex: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    name.changeIdentifiers(change)
    options.changeIdentifiers(change)
  }
}
