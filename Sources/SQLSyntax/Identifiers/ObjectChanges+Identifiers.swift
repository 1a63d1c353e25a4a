extension Drop: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    objects.changeIdentifiers(change)
  }
}

extension Rename: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    object.changeIdentifiers(change)
    newName.changeIdentifiers(change)
  }
}

extension SetSchema: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    object.changeIdentifiers(change)
    schema.changeIdentifiers(change)
  }
}

extension SetOwner: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    object.changeIdentifiers(change)
    owner.changeIdentifiers(change)
  }
}

extension CommentOn: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    object.changeIdentifiers(change)
  }
}
