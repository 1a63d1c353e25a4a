import SQLSyntax

extension TreeConversion {
  /// A `RenameStmt`.
  func rename(_ node: ParseNode) -> StatementKind? {
    guard let kind = Self.objectKinds[node.word("rename_type")] else { return nil }
    skip("alter")
    let relationKind = Self.objectKinds[node.word("relation_type")] ?? .table
    guard let reference = renamedObject(node, kind: kind) else { return nil }
    skip("to")
    let newName = take(node.text("newname"))
    return .rename(
      Rename(
        object: reference, newName: newName, ifExists: node.flag("missing_ok"),
        isOnly: kind != .attribute && node["relation"].map { !$0.flag("inh") } ?? false,
        relationKind: [.column, .attribute].contains(kind) ? relationKind : .table,
        behavior: Self.behavior(node)))
  }

  private func renamedObject(_ node: ParseNode, kind: ObjectKind) -> ObjectReference? {
    let start = cursor
    switch kind {
    case .column, .attribute, .constraint:
      guard let relation = node["relation"] else { return nil }
      let owner = relationName(relation)
      skip("rename")
      skipHere("column", "attribute", "constraint")
      let name = take(node.text("subname"))
      return ObjectReference(
        kind: kind, name: ObjectName(name: name), owner: owner, place: name.place)
    case .trigger, .policy, .rule:
      guard let relation = node["relation"] else { return nil }
      skipKind(kind)
      skipHere("if", "exists")
      let name = take(node.text("subname"))
      let owner = relationName(relation)
      return ObjectReference(
        kind: kind, name: ObjectName(name: name), owner: owner, place: place(tokens(start, cursor)))
    case .domainConstraint:
      skipHere("domain")
      let owner = node["object"].map { objectName($0.list("items")) }
      skip("constraint")
      let name = take(node.text("subname"))
      return ObjectReference(
        kind: kind, name: ObjectName(name: name), owner: owner, place: name.place)
    default: return renamedWhole(node, kind: kind)
    }
  }

  private func renamedWhole(_ node: ParseNode, kind: ObjectKind) -> ObjectReference? {
    if let relation = node["relation"] {
      let name = relationName(relation)
      return ObjectReference(kind: kind, name: name, place: place(span))
    }
    skipKind(kind)
    skipHere("if", "exists")
    if let object = node["object"] { return objectReference(object, kind: kind) }
    skipHere("user", "group")
    let name = take(node.text("subname"))
    return ObjectReference(kind: kind, name: ObjectName(name: name), place: name.place)
  }

  /// An `AlterObjectSchemaStmt`.
  func setSchema(_ node: ParseNode) -> StatementKind? {
    guard let reference = changedObject(node) else { return nil }
    skip("schema")
    return .setSchema(
      SetSchema(
        object: reference, schema: take(node.text("newschema")),
        ifExists: node.flag("missing_ok")))
  }

  /// An `AlterOwnerStmt`.
  func setOwner(_ node: ParseNode) -> StatementKind? {
    guard let reference = changedObject(node), let owner = node["newowner"] else { return nil }
    return .setOwner(SetOwner(object: reference, owner: role(owner)))
  }

  private func changedObject(_ node: ParseNode) -> ObjectReference? {
    guard let kind = Self.objectKinds[node.word("object_type")] else { return nil }
    skip("alter")
    if let relation = node["relation"] {
      let name = relationName(relation)
      return ObjectReference(kind: kind, name: name, place: place(span))
    }
    skipKind(kind)
    skipHere("if", "exists")
    return node["object"].map { objectReference($0, kind: kind) }
  }
}
