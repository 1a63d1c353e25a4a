extension SQLWriter {
  /// Writes kind and name: `TABLE a`, `FUNCTION f(integer)`, `TRIGGER t ON a`.
  mutating func write(_ object: ObjectReference) {
    word(object.kind == .domainConstraint ? "CONSTRAINT" : object.kind.rawValue)
    write(nameOf: object)
  }

  /// Writes what follows the kind.
  mutating func write(nameOf object: ObjectReference) {
    if let text = object.text { return word(text) }
    switch object.kind {
    case .column, .attribute:
      let owner = object.owner
      let parts = [owner?.catalog, owner?.schema, owner?.name, object.name.name]
      write(ColumnReference(parts: parts.compactMap { $0 }))
    case .domainConstraint:
      write(object.name)
      write(keyword: "ON DOMAIN", object.owner)
    default:
      write(object.name, ofKind: object.kind)
      write(parametersOf: object)
      write(keyword: "ON", object.owner)
    }
  }

  /// Writes a name by the rules of its kind: an operator's is a symbol.
  mutating func write(_ name: ObjectName, ofKind kind: ObjectKind) {
    switch kind {
    case .operator:
      let schema = name.schema.map { $0.quoted(in: dialect) + "." } ?? ""
      word(schema + name.name.text)
    case .function, .procedure, .routine, .aggregate, .type, .domain:
      write(name, as: .functionOrType)
    default: write(name)
    }
  }

  private mutating func write(parametersOf object: ObjectReference) {
    guard let parameters = object.parameters else { return }
    if parameters.isEmpty, object.kind == .aggregate { return append("(*)") }
    attachedList(parameters) { $0.write($1) }
  }

  mutating func write(_ drop: Drop) {
    word("DROP \(drop.kind.rawValue)")
    word("CONCURRENTLY", if: drop.isConcurrent)
    word("IF EXISTS", if: drop.ifExists)
    list(drop.objects) { $0.write(nameOf: $1) }
    word(drop.behavior?.rawValue)
  }

  mutating func write(_ rename: Rename) {
    word("ALTER")
    let kind = rename.object.kind
    switch kind {
    case .column, .attribute, .constraint:
      word(rename.relationKind.rawValue)
      word("IF EXISTS", if: rename.ifExists)
      word("ONLY", if: rename.isOnly)
      if let owner = rename.object.owner { write(owner) }
      write(keyword: "RENAME \(kind.rawValue)", rename.object.name.name)
    case .domainConstraint:
      write(keyword: "DOMAIN", rename.object.owner)
      write(keyword: "RENAME CONSTRAINT", rename.object.name.name)
    default:
      word(kind.rawValue)
      word("IF EXISTS", if: rename.ifExists)
      word("ONLY", if: rename.isOnly)
      write(nameOf: rename.object)
      word("RENAME")
    }
    write(keyword: "TO", rename.newName)
    word(rename.behavior?.rawValue)
  }

  mutating func write(_ change: SetSchema) {
    word("ALTER \(change.object.kind.rawValue)")
    word("IF EXISTS", if: change.ifExists)
    write(nameOf: change.object)
    write(keyword: "SET SCHEMA", change.schema)
  }

  mutating func write(_ change: SetOwner) {
    word("ALTER")
    write(change.object)
    word("OWNER TO")
    write(change.owner)
  }

  mutating func write(_ comment: CommentOn) {
    word("COMMENT ON")
    write(comment.object)
    word("IS")
    word(comment.text?.singleQuoted ?? "NULL")
  }
}
