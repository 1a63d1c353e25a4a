import SQLSyntax

extension SQLiteStatement {
  /// A virtual table of a module that SQLite brings along; its columns are the module's affair.
  func createVirtualTable(_ create: CreateVirtualTable) throws(SQLiteStop) -> AppliedTransition {
    let schema = try startTable(
      create.name, isTemporary: false, ifNotExists: create.ifNotExists, kind: "table")
    guard let schema else { return unchanged("CREATE VIRTUAL TABLE") }
    let module = create.module.key
    guard SQLiteModule.known.contains(module) else {
      throw .error("no such module: \(create.module.text)")
    }
    let arguments = create.arguments ?? []
    guard SQLiteModule.isModelled(module, arguments) else {
      throw .unmodelled(reason: "The arguments of \(module) decide what is made")
    }
    var editor = SQLiteEditor(catalog)
    editor.add(
      Table(
        id: editor.newID(), schema: schema, name: create.name.name,
        kind: .virtual(module: module, arguments: arguments)))
    for suffix in SQLiteModule.shadowSuffixes(module) {
      let name = Identifier("\(create.name.name.text)_\(suffix)")
      if catalog.relation(name, in: schema) != nil {
        throw .unmodelled(reason: "A table the module makes exists already")
      }
      editor.add(Table(id: editor.newID(), schema: schema, name: name))
    }
    return changed(editor, "CREATE VIRTUAL TABLE", demands: [.runs(writing: nil)])
  }
}

extension SQLiteModule {
  /// Tables that a module makes beside its own, by what is put behind the name.
  static func shadowSuffixes(_ module: String) -> [String] {
    switch module {
    case "fts5": ["data", "idx", "content", "docsize", "config"]
    case "rtree", "rtree_i32": ["rowid", "node", "parent"]
    default: []
    }
  }

  /// Whether it is known which tables come of it.
  static func isModelled(_ module: String, _ arguments: [String]) -> Bool {
    switch module {
    case "fts5":
      !arguments.isEmpty
        && arguments.allSatisfy { argument in
          let key = argument.asciiLowercased()
          return !key.contains("content") && !key.contains("columnsize")
        }
    case "rtree", "rtree_i32": arguments.count >= 3
    default: false
    }
  }
}
