import DatabaseModel
import HashTreeCollections
import SQLParsing
import SQLSyntax

/// A catalog being put together from the rows of ``CatalogQueries``.
struct CatalogAssembly {
  let schemas: [CatalogRow]
  let relations: [CatalogRow]
  let columns: [CatalogRow]
  let constraints: [CatalogRow]
  let indexes: [CatalogRow]
  let indexKeys: [CatalogRow]
  let sequences: [CatalogRow]
  let types: [CatalogRow]
  let routines: [CatalogRow]
  let triggers: [CatalogRow]
  let policies: [CatalogRow]
  let comments: [CatalogRow]
  let extensions: [CatalogRow]
  let dependencies: [CatalogRow]
  let rules: [CatalogRow]

  var catalog = Catalog.empty(dialect: .postgresql)
  /// Identities by the server's numbers, which are unique within one system catalog.
  private var identities: [ServerObject: ObjectID] = [:]
  private(set) var typesByNumber: [Int: ServerType] = [:]
  /// Schemas that are there from the start, by the server's numbers; filled with the user's.
  private(set) var columnsByRelation: [Int: [CatalogRow]] = [:]

  init(
    schemas: [CatalogRow], relations: [CatalogRow], columns: [CatalogRow],
    constraints: [CatalogRow], indexes: [CatalogRow], indexKeys: [CatalogRow],
    sequences: [CatalogRow], types: [CatalogRow], routines: [CatalogRow], triggers: [CatalogRow],
    policies: [CatalogRow], comments: [CatalogRow], extensions: [CatalogRow],
    dependencies: [CatalogRow], rules: [CatalogRow]
  ) {
    self.schemas = schemas
    self.relations = relations
    self.columns = columns
    self.constraints = constraints
    self.indexes = indexes
    self.indexKeys = indexKeys
    self.sequences = sequences
    self.types = types
    self.routines = routines
    self.triggers = triggers
    self.policies = policies
    self.comments = comments
    self.extensions = extensions
    self.dependencies = dependencies
    self.rules = rules
  }

  /// An object by its system catalog and its number there.
  struct ServerObject: Hashable {
    var catalog: String
    var number: Int
  }

  /// What a type's number stands for.
  struct ServerType {
    var reference: TypeReference
    /// The element's number, where it is an array.
    var element: Int
    var isInterval: Bool
    var name: String
  }

  mutating func assemble() -> Catalog {
    giveIdentities()
    addSchemas()
    nameTypes()
    columnsByRelation = Dictionary(grouping: columns) { $0.number(0) }
    addTypes()
    addRelations()
    addSequences()
    addIndexes()
    addConstraints()
    addRoutines()
    addTriggers()
    addPolicies()
    addExtensions()
    addComments()
    addDependencies()
    return catalog
  }

  // MARK: Identities

  /// Gives every object its identity, in the order of the server's numbers.
  private mutating func giveIdentities() {
    var objects: [ServerObject] = []
    let classes: [(String, [CatalogRow])] = [
      ("pg_namespace", schemas), ("pg_class", relations), ("pg_class", indexes),
      ("pg_type", ownTypes), ("pg_proc", routines), ("pg_constraint", constraints),
      ("pg_trigger", triggers), ("pg_policy", policies),
    ]
    for (name, rows) in classes {
      objects += rows.map { ServerObject(catalog: name, number: $0.number(0)) }
    }
    objects += columns.filter { $0.number(14) != 0 }.map {
      ServerObject(catalog: "pg_attrdef", number: $0.number(14))
    }
    for object in objects.sorted(by: { ($0.number, $0.catalog) < ($1.number, $1.catalog) }) {
      let isPublic = object.catalog == "pg_namespace" && schemaName(object.number) == "public"
      identities[object] = isPublic ? catalog.schemaID("public") : catalog.takeID()
    }
    for rule in rules {
      identities[ServerObject(catalog: "pg_rewrite", number: rule.number(0))] =
        identity("pg_class", rule.number(1))
    }
  }

  func identity(_ catalog: String, _ number: Int) -> ObjectID? {
    identities[ServerObject(catalog: catalog, number: number)]
  }

  func required(_ catalog: String, _ number: Int) -> ObjectID {
    guard let id = identity(catalog, number) else {
      preconditionFailure("Every object that a row names was given an identity")
    }
    return id
  }

  // MARK: Schemas

  private func schemaName(_ number: Int) -> String? {
    schemas.first { $0.number(0) == number }?.text(1)
  }

  private mutating func addSchemas() {
    for row in schemas {
      let id = required("pg_namespace", row.number(0))
      let name = row.text(1)
      if name == "public" { continue }
      let isTemporary = name == "pg_temp"
      catalog.add(
        Schema(
          id: id, name: Identifier(name), owner: isTemporary ? nil : row.text(2),
          isSystem: isTemporary))
    }
    if !schemas.contains(where: { $0.text(1) == "public" }), let id = catalog.schemaID("public") {
      catalog.schemas[id] = nil
      catalog.schemaNames["public"] = nil
    }
  }

  // MARK: Texts

  /// Parses what the server printed; what does not parse is told among the unknowns.
  mutating func expression(_ text: String?, of object: String) -> StoredExpression? {
    guard let text else { return nil }
    switch SQLParser.parseExpression(text, dialect: .postgresql) {
    case .success(let syntax): return StoredExpression(syntax: syntax)
    case .failure:
      unknown("An expression of \(object) is not read: \(text)", object)
      return nil
    }
  }

  /// Parses one statement that the server printed.
  mutating func statement(_ text: String, of object: String) -> StatementKind? {
    let source = SourceText(name: object, text: text)
    let script = SQLParser.parse(source, dialect: .postgresql)
    guard let statement = script.statements.first, !script.hasErrors else {
      unknown("The definition of \(object) is not read", object)
      return nil
    }
    return statement.kind
  }

  mutating func unknown(_ reason: String, _ name: String) {
    catalog.unknowns.append(
      UnknownEffect(reason: reason, names: [ObjectName(name: Identifier(name))]))
  }

  // MARK: Types

  /// Types that a statement of the user made: no array, no row type of a table, no extension's.
  var ownTypes: [CatalogRow] {
    let composites = Set(relations.filter { $0.text(3) == "c" }.map { $0.number(0) })
    return types.filter { row in
      guard identity("pg_namespace", row.number(2)) != nil || isUserSchema(row.number(2)),
        row.flag(16), row.number(6) == 0
      else { return false }
      switch row.text(4) {
      case "c": return composites.contains(row.number(5))
      case "m": return false
      default: return true
      }
    }
  }

  private func isUserSchema(_ number: Int) -> Bool { schemas.contains { $0.number(0) == number } }

  private mutating func nameTypes() {
    for row in types {
      typesByNumber[row.number(0)] = ServerType(
        reference: reference(to: row), element: row.number(6),
        isInterval: row.flag(3) && row.text(1) == "interval", name: row.text(1))
    }
  }

  private func reference(to row: CatalogRow) -> TypeReference {
    if row.flag(3) { return .builtin(row.text(1)) }
    if let id = identity("pg_type", row.number(0)) { return .user(id) }
    if row.text(4) == "c", let id = identity("pg_class", row.number(5)) { return .user(id) }
    return .unknown(ObjectName(name: Identifier(row.text(1))))
  }
}
