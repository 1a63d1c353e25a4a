import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createView(_ create: CreateView) throws(Halt) -> String {
    let tag = create.isMaterialized ? "CREATE MATERIALIZED VIEW" : "CREATE VIEW"
    if create.isRecursive { throw .unmodelled("Recursive views are not modelled") }
    if create.isMaterialized { return try createMaterialized(create, tag) }
    var analysis = QueryAnalysis(self)
    var columns = try analysis.columns(of: create.query)
    try rename(&columns, to: create.columns, "CREATE VIEW specifies more column names than columns")
    if readsTemporary(analysis.references), create.persistence != .temporary {
      throw .unmodelled("A view over temporary tables is not modelled")
    }
    let schema = try creationSchema(of: create.name, persistence: create.persistence)
    let name = create.name.name
    try checkOutputNames(columns)
    let view = try view(create, columns, schema)
    if let id = catalog.relationID(name.text, in: schema), let old = catalog.relations[id],
      create.orReplace
    {
      if mayBeUnseen(name.text) { throw .unmodelled("The view may have changed") }
      try replace(old, by: view, references: analysis.references)
      return tag
    }
    try checkNameIsFree(name.text, in: schema)
    add(view, references: analysis.references)
    return tag
  }

  private func readsTemporary(_ references: [ObjectAddress]) -> Bool {
    guard let temporary = catalog.schemaID(Self.temporarySchema) else { return false }
    return references.contains { catalog.relations[$0.object]?.schema == temporary }
  }

  private func rename(
    _ columns: inout [OutputColumn], to names: [Identifier], _ excess: String
  ) throws(Halt) {
    if names.count > columns.count { throw .refuse(.syntaxError, excess) }
    for (index, name) in names.enumerated() { columns[index].name = name.text }
  }

  private func checkOutputNames(_ columns: [OutputColumn]) throws(Halt) {
    var seen: Set<String> = []
    for column in columns where !seen.insert(column.name).inserted {
      throw .refuse(.duplicateColumn, "column \"\(column.name)\" specified more than once")
    }
    for column in columns {
      try checkColumnType(Column(name: Identifier(column.name), type: column.type))
    }
  }

  private func view(
    _ create: CreateView, _ columns: [OutputColumn], _ schema: ObjectID
  ) throws(Halt) -> View {
    var view = View(
      id: catalog.nextID, schema: schema, name: create.name.name,
      columns: columns.map { Column(name: Identifier($0.name), type: $0.type) },
      query: create.query)
    view.isMaterialized = create.isMaterialized
    view.isTemporary = create.persistence == .temporary
    view.isPopulated = !create.isWithoutData
    view.checkOption = create.checkOption
    view.owner = session.role
    for option in create.options {
      if let text = Self.text(of: option.value) { view.options[option.name] = text }
    }
    return view
  }

  private mutating func add(_ view: View, references: [ObjectAddress]) {
    var view = view
    view.id = catalog.takeID()
    catalog.add(.view(view))
    recordSchemaEdge(view.id, view.schema)
    recordViewEdges(view, references)
  }

  private mutating func recordViewEdges(_ view: View, _ references: [ObjectAddress]) {
    catalog.record(view.id, on: references.filter { $0.object != view.id }, .normal)
    for (index, column) in view.columns.enumerated() {
      recordTypeEdge(ObjectAddress(object: view.id, column: index + 1), column.type)
    }
  }

  // MARK: OR REPLACE

  private mutating func replace(
    _ old: Relation, by view: View, references: [ObjectAddress]
  ) throws(Halt) {
    guard case .view(let before) = old, !before.isMaterialized else {
      throw .refuse(.wrongObjectType, "\"\(old.name.text)\" is not a view")
    }
    if view.columns.count < before.columns.count {
      throw .refuse(.invalidTableDefinition, "cannot drop columns from view")
    }
    for (old, new) in zip(before.columns, view.columns) { try checkReplacement(of: old, by: new) }
    var after = view
    after.id = before.id
    after.owner = before.owner
    for (index, column) in before.columns.enumerated() {
      after.columns[index].defaultValue = column.defaultValue
      after.columns[index].defaultObject = column.defaultObject
    }
    catalog.replace(.view(after))
    catalog.removeEdges(from: before.id)
    recordSchemaEdge(before.id, before.schema)
    recordViewEdges(after, references)
  }

  private func checkReplacement(of old: Column, by new: Column) throws(Halt) {
    if old.name != new.name {
      throw .refuse(
        .invalidTableDefinition,
        "cannot change name of view column \"\(old.name.text)\" to \"\(new.name.text)\"",
        hint: "Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.")
    }
    guard let first = old.type, let second = new.type, first != second else { return }
    throw .refuse(
      .invalidTableDefinition,
      "cannot change data type of view column \"\(old.name.text)\" from "
        + "\(fullDisplayName(of: first)) to \(fullDisplayName(of: second))")
  }

  // MARK: Materialized views

  private mutating func createMaterialized(
    _ create: CreateView, _ tag: String
  ) throws(Halt) -> String {
    var analysis = QueryAnalysis(self)
    var columns = try analysis.columns(of: create.query)
    let schema = try creationSchema(of: create.name)
    let name = create.name.name
    if create.ifNotExists, try existsRelation(name.text, in: schema) {
      notice("relation \"\(name.text)\" already exists, skipping", state: .duplicateTable)
      return tag
    }
    if readsTemporary(analysis.references) {
      throw .unmodelled("A materialized view over temporary tables is not modelled")
    }
    try rename(&columns, to: create.columns, "too many column names were specified")
    try checkTablespace(create.tablespace)
    try checkOutputNames(columns)
    try checkNameIsFree(name.text, in: schema)
    let view = try view(create, columns, schema)
    add(view, references: analysis.references)
    if !create.isWithoutData { demand(.runs(writing: nil)) }
    return tag
  }

  mutating func refresh(_ refresh: RefreshMaterializedView) throws(Halt) -> String {
    let relation = try relation(refresh.name)
    guard case .view(var view) = relation, view.isMaterialized else {
      throw .refuse(
        .featureNotSupported, "\"\(relation.name.text)\" is not a materialized view")
    }
    if refresh.isConcurrent {
      if !view.isPopulated {
        throw .refuse(
          .featureNotSupported,
          "CONCURRENTLY cannot be used when the materialized view is not populated")
      }
      let isUsable = catalog.indexes(of: view.id).contains { index in
        index.isUnique && index.condition == nil && index.isValid
          && index.keys.allSatisfy { $0.column != nil }
      }
      if !isUsable {
        let schema = catalog.schemas[view.schema]?.name.text ?? ""
        throw .refuse(
          .objectNotInPrerequisiteState,
          "cannot refresh materialized view "
            + "\"\(schema.quotedPostgreSQLName).\(view.name.text.quotedPostgreSQLName)\" concurrently",
          hint: "Create a unique index with no WHERE clause on one or more columns "
            + "of the materialized view.")
      }
    }
    view.isPopulated = !refresh.isWithoutData
    catalog.replace(.view(view))
    demand(.runs(writing: view.id))
    return "REFRESH MATERIALIZED VIEW"
  }

  // MARK: CREATE TABLE AS

  mutating func createTableAs(_ create: CreateTableAs) throws(Halt) -> String {
    guard case .select(let query) = create.source.kind else {
      throw .unmodelled("CREATE TABLE AS EXECUTE is not modelled")
    }
    var analysis = QueryAnalysis(self)
    var columns = try analysis.columns(of: query)
    let schema = try creationSchema(of: create.name, persistence: create.persistence)
    let name = create.name.name
    if create.ifNotExists, try existsRelation(name.text, in: schema) {
      notice("relation \"\(name.text)\" already exists, skipping", state: .duplicateTable)
      return "CREATE TABLE AS"
    }
    try rename(&columns, to: create.columns, "too many column names were specified")
    try checkTablespace(create.tablespace)
    _ = try tableOptions(create.options)
    try checkOutputNames(columns)
    try checkNameIsFree(name.text, in: schema)
    let table = Table(
      id: catalog.takeID(), schema: schema, name: name,
      columns: columns.map { Column(name: Identifier($0.name), type: $0.type) },
      persistence: create.persistence, owner: session.role)
    catalog.add(.table(table))
    recordTableEdges(table)
    if !create.isWithoutData { demand(.runs(writing: table.id)) }
    // The tag counts the rows.
    return create.isWithoutData ? "CREATE TABLE AS" : "SELECT"
  }
}
