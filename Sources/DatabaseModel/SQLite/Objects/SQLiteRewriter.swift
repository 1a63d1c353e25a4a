import HashTreeCollections
import SQLSyntax

/// Edits the statements a schema keeps, as ALTER TABLE does when a name changes.
struct SQLiteRewriter {
  let session: SessionState
  let schema: ObjectID
  /// The catalog whose statements are read.
  let catalog: Catalog
  /// The catalog as edited so far.
  var editor: SQLiteEditor

  init(_ statement: SQLiteStatement, schema: ObjectID) {
    session = statement.session
    catalog = statement.catalog
    self.schema = schema
    editor = SQLiteEditor(statement.catalog)
  }

  /// The objects of the schema, and the temporary views and triggers that may name them.
  var objects: [SQLiteStoredObject] {
    let own = editor.catalog.storedObjects(in: schema)
    let temporary = editor.catalog.temporarySchema
    if schema == temporary { return own }
    return own
      + editor.catalog.storedObjects(in: temporary).filter(\.isLookedUpAtUse)
  }

  /// Makes every string that was written in double quotes one for good.
  func fixingQuotes() throws(SQLiteStop) -> SQLiteEditor {
    var fixed = self
    for object in objects {
      let found: StoredNames
      do throws(SQLiteStop) {
        found = try names(in: object)
      } catch {
        // The engine loses its words here: only legacy_alter_table lets a broken view come so far.
        guard case .refused = error else { throw error }
        throw .error("SQL logic error")
      }
      if found.quotedStrings.isEmpty { continue }
      fixed.edit(object) { $0.quotingStrings(found.quotedStrings) }
      if case .table = object { try fixed.readAgain(object) }
    }
    return fixed.editor
  }

  /// What the names in an object's statement mean.
  func names(
    in object: SQLiteStoredObject
  ) throws(SQLiteStop) -> StoredNames {
    let current = editor.catalog
    switch object {
    case .table(let table):
      guard let definition = table.definition else { return StoredNames() }
      let shape = try SQLiteTableShape(definition, in: table.schema, of: current)
      return StoredNames(try shape.names(of: table))
    case .index(let index):
      guard let definition = index.definition,
        case .table(let table) = current.relations[index.table]
      else { return StoredNames() }
      let shape = try SQLiteIndexShape(definition, on: table, of: current)
      return StoredNames(uses: shape.uses, quotedStrings: shape.quotedStrings)
    case .view, .trigger:
      var resolver = NameResolver(checking: current)
      do throws(SQLiteStop) {
        try resolver.check(object)
      } catch {
        guard case .refused(let refusal) = error, !session.hasWritableSchema else {
          if case .unmodelled = error { throw error }
          return StoredNames()
        }
        throw .error("error in \(object.description): \(refusal.message)")
      }
      return StoredNames(resolver)
    }
  }

  /// Puts an object back with its statement edited.
  mutating func edit(
    _ object: SQLiteStoredObject, _ change: (any IdentifierHolder) -> any IdentifierHolder
  ) {
    switch object {
    case .table(var table):
      table.definition = table.definition.flatMap { change($0) as? CreateTable }
      editor.catalog.relations[table.id] = .table(table)
    case .index(var index):
      index.definition = index.definition.flatMap { change($0) as? CreateIndex }
      editor.catalog.relations[index.id] = .index(index)
    case .view(var view):
      view.definition = view.definition.flatMap { change($0) as? CreateView }
      if let query = view.definition?.query { view.query = query }
      editor.catalog.relations[view.id] = .view(view)
    case .trigger(var trigger):
      trigger.definition = change(trigger.definition) as? CreateTrigger ?? trigger.definition
      editor.catalog.triggers[trigger.id] = trigger
    }
  }
}

/// What the names of one stored statement mean.
struct StoredNames {
  var uses: [NameUse] = []
  var quotedStrings: Set<Int> = []

  init(uses: [NameUse] = [], quotedStrings: Set<Int> = []) {
    self.uses = uses
    self.quotedStrings = quotedStrings
  }

  init(_ resolver: NameResolver) {
    self.init(uses: resolver.uses, quotedStrings: resolver.quotedStrings)
  }

  func numbers(_ condition: (NameUse) -> Bool) -> Set<Int> {
    Set(uses.filter(condition).map(\.number))
  }
}

extension SQLiteTableShape {
  /// The names inside a table's own expressions and keys.
  func names(of table: Table) throws(SQLiteStop) -> NameResolver {
    var resolver = NameResolver(catalog: catalog, boundSchema: schema)
    for (place, expression) in ownExpressions {
      let scope = selfScope(place)
      scope.sources[0].relation = table.id
      _ = try resolver.resolveWhole(expression, in: scope)
    }
    try resolver.finish()
    return resolver
  }

  private var ownExpressions: [(SelfReference, SQLExpression)] {
    var found: [(SelfReference, SQLExpression)] = checks.map { (.check, $0.condition) }
    found += generated.map { (.generatedColumn, $0.expression) }
    for constraint in definition.allConstraints {
      switch constraint.kind {
      case .primaryKey(let key), .unique(let key):
        found += key.columns.map { (.indexExpression, $0.expression) }
      default: break
      }
    }
    return found
  }
}

extension CreateTable {
  /// The constraints of columns and of the table.
  var allConstraints: [Constraint] {
    elements.flatMap { element -> [Constraint] in
      switch element {
      case .column(let column): column.constraints
      case .constraint(let constraint): [constraint]
      case .like: []
      }
    }
  }
}
