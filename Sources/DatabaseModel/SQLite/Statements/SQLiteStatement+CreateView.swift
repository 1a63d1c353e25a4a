import HashTreeCollections
import SQLSyntax

extension SQLiteStatement {
  func createView(_ create: CreateView) throws(SQLiteStop) -> AppliedTransition {
    if create.query.containsParameter { throw .error("parameters are not allowed in views") }
    let isTemporary = create.persistence == .temporary
    let schema = try startTable(
      create.name, isTemporary: isTemporary, ifNotExists: create.ifNotExists, kind: "view")
    guard let schema else { return unchanged("CREATE VIEW") }
    try checkReferences(create.query, in: schema, subject: "view \(create.name.name.written)")
    var editor = SQLiteEditor(catalog)
    var stored = create
    stored.name = ObjectName(name: create.name.name)
    stored.ifNotExists = false
    if schema == catalog.temporarySchema { stored.persistence = .temporary }
    stored = stored.numbered()
    let view = View(
      id: editor.newID(), schema: schema, name: create.name.name, query: stored.query,
      hasKnownColumns: false, isTemporary: stored.persistence == .temporary, definition: stored)
    editor.add(view)
    return changed(editor, "CREATE VIEW")
  }

  /// Views and triggers may only name objects of their own database, unless they are temporary.
  func checkReferences(
    _ node: some SyntaxNode, in schema: ObjectID, subject: String
  ) throws(SQLiteStop) {
    guard schema != catalog.temporarySchema else { return }
    var foreign: String?
    node.walk { child in
      let name = (child as? TableReference)?.name ?? (child as? Insert)?.table
      if foreign == nil, let written = name?.schema,
        catalog.schemaNames[written.key] != schema
      {
        foreign = written.text
      }
      return foreign == nil
    }
    guard let foreign else { return }
    throw .error("\(subject) cannot reference objects in database \(foreign)")
  }
}

extension SyntaxNode {
  var containsParameter: Bool {
    var found = false
    walk { node in
      if case .parameter? = node as? ExpressionKind { found = true }
      return !found
    }
    return found
  }
}
