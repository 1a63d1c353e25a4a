import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  mutating func createType(_ create: CreateType) throws(Halt) -> String {
    let schema = try creationSchema(of: create.name)
    let name = create.name.name
    switch create.definition {
    case .enumeration(let labels):
      try checkTypeNameIsFree(name.text, in: schema)
      try checkLabels(labels)
      addType(name, schema, .enumeration(labels.map(\.text)))
    case .composite(let columns): try createComposite(name, schema, columns)
    case .range: throw .unmodelled("Range types are not modelled")
    case .base, .shell: throw .unmodelled("Base types are not modelled")
    }
    return "CREATE TYPE"
  }

  @discardableResult
  private mutating func addType(
    _ name: Identifier, _ schema: ObjectID, _ form: TypeForm
  ) -> ObjectID {
    let id = catalog.takeID()
    catalog.add(
      UserType(id: id, schema: schema, name: name, form: form, owner: session.role))
    recordSchemaEdge(id, schema)
    return id
  }

  func checkTypeNameIsFree(_ name: String, in schema: ObjectID) throws(Halt) {
    let isRowType =
      catalog.relationID(name, in: schema).flatMap { catalog.relations[$0]?.hasRowType } ?? false
    if isRowType || catalog.typeNames[NameKey(schema: schema, name: name)] != nil {
      if mayBeUnseen(name) { throw .unmodelled("The type \(name) may have changed") }
      throw .refuse(.duplicateObject, "type \"\(name)\" already exists")
    }
    if mayBeUnseen(name) { throw .unmodelled("The type \(name) may exist") }
  }

  private func checkLabels(_ labels: [EnumLabel]) throws(Halt) {
    var seen: Set<String> = []
    for label in labels {
      if label.text.utf8.count > Identifier.maximumPostgreSQLLength {
        throw .refuse(
          .invalidName, "invalid enum label \"\(label.text)\"",
          detail: "Labels must be 63 bytes or less.")
      }
      if !seen.insert(label.text).inserted {
        throw .unmodelled("The detail of a repeated label names an identity of the server")
      }
    }
  }

  private mutating func createComposite(
    _ name: Identifier, _ schema: ObjectID, _ columns: [ColumnDefinition]
  ) throws(Halt) {
    var attributes: [Column] = []
    try checkTypeNameIsFree(name.text, in: schema)
    for definition in columns {
      guard let type = definition.type else { continue }
      var column = Column(name: definition.name, type: try resolve(type))
      column.collation = definition.collation
      if attributes.contains(where: { $0.name == column.name }) {
        throw .refuse(
          .duplicateColumn, "column \"\(column.name.text)\" specified more than once")
      }
      try checkColumnType(column)
      attributes.append(column)
    }
    if try existsRelation(name.text, in: schema) {
      throw .refuse(.duplicateTable, "relation \"\(name.text)\" already exists")
    }
    let type = addType(name, schema, .composite(attributes))
    let relation = catalog.takeID()
    catalog.add(.compositeType(id: relation, schema: schema, name: name, type: type))
    catalog.record(relation, on: [ObjectAddress(object: type)], .internal)
    for (index, column) in attributes.enumerated() {
      recordTypeEdge(ObjectAddress(object: relation, column: index + 1), column.type)
    }
  }

  // MARK: Attributes of composite types

  mutating func addAttribute(
    _ definition: ColumnDefinition, to relation: Relation
  ) throws(Halt) {
    let name = definition.name.text
    if catalog.columnNumber(name, of: relation.id) != nil {
      throw .refuse(
        .duplicateColumn,
        "column \"\(name)\" of relation \"\(relation.name.text)\" already exists")
    }
    try refuseUsedType(relation)
    guard let typeName = definition.type, case .compositeType(_, _, _, let id) = relation,
      case .composite(var columns) = catalog.types[id]?.form
    else { return }
    let type = try resolve(typeName)
    columns.append(Column(name: definition.name, type: type))
    catalog.types[id]?.form = .composite(columns)
    recordTypeEdge(ObjectAddress(object: relation.id, column: columns.count), type)
  }

  /// Tables with columns of the type would have to change with it.
  private func refuseUsedType(_ relation: Relation) throws(Halt) {
    guard case .compositeType(_, _, _, let id) = relation else { return }
    let users = catalog.edges(to: ObjectAddress(object: id))
    if users.contains(where: { catalog.table($0.dependent.object) != nil }) {
      throw .unmodelled("A composite type that tables use changes")
    }
  }

  mutating func dropAttribute(
    _ name: Identifier, ifExists: Bool, _ behavior: DropBehavior?, of relation: Relation
  ) throws(Halt) {
    guard let number = catalog.columnNumber(name.text, of: relation.id) else {
      guard ifExists else { throw missingColumn(name.text, of: relation) }
      notice(
        "column \"\(name.text)\" of relation \"\(relation.name.text)\" does not exist, skipping")
      return
    }
    try refuseUsedType(relation)
    try drop([ObjectAddress(object: relation.id, column: number)], behavior)
  }

  mutating func alterAttribute(
    _ change: AlterColumnType, of relation: Relation
  ) throws(Halt) {
    guard let number = catalog.columnNumber(change.column.text, of: relation.id) else {
      throw missingColumn(change.column.text, of: relation)
    }
    let type = try resolve(change.type)
    guard case .compositeType(_, _, let name, let id) = relation else { return }
    for edge in catalog.edges(to: ObjectAddress(object: id)) {
      guard let column = edge.dependent.column, let table = catalog.table(edge.dependent.object)
      else { continue }
      throw .refuse(
        .featureNotSupported,
        "cannot alter type \"\(name.text)\" because column "
          + "\"\(table.name.text).\(table.columns[column - 1].name.text)\" uses it")
    }
    catalog.updateColumn(number, of: relation.id) { $0.type = type }
    recordTypeEdge(ObjectAddress(object: relation.id, column: number), type)
  }

  // MARK: Enums

  mutating func alterEnum(_ alter: AlterEnum) throws(Halt) -> String {
    guard let reference = try findType(alter.name) else {
      try requireSchema(of: alter.name)
      throw .refuse(.undefinedObject, "type \"\(alter.name.description)\" does not exist")
    }
    guard case .user(let id) = reference, case .enumeration(var labels) = catalog.types[id]?.form
    else {
      if case .user = reference {
        throw .refuse(
          .wrongObjectType,
          "\(displayName(of: DataType(reference: reference))) is not an enum")
      }
      throw .unmodelled("A built-in type is altered")
    }
    switch alter.change {
    case .add(let label, let ifNotExists, let position):
      try checkLabels([label])
      guard try add(label, at: position, ifNotExists: ifNotExists, to: &labels) else { break }
      if session.isInTransactionBlock {
        session.uncommittedLabels.insert("\(id.rawValue):\(label.text)")
      }
    case .rename(let old, let new):
      try checkLabels([new])
      guard let index = labels.firstIndex(of: old.text) else {
        throw .refuse(
          .invalidParameterValue, "\"\(old.text)\" is not an existing enum label")
      }
      if labels.contains(new.text) {
        throw .refuse(.duplicateObject, "enum label \"\(new.text)\" already exists")
      }
      labels[index] = new.text
    }
    catalog.types[id]?.form = .enumeration(labels)
    return "ALTER TYPE"
  }

  private mutating func add(
    _ label: EnumLabel, at position: EnumPosition?, ifNotExists: Bool, to labels: inout [String]
  ) throws(Halt) -> Bool {
    if labels.contains(label.text) {
      guard ifNotExists else {
        throw .refuse(.duplicateObject, "enum label \"\(label.text)\" already exists")
      }
      notice("enum label \"\(label.text)\" already exists, skipping", state: .duplicateObject)
      return false
    }
    switch position {
    case nil: labels.append(label.text)
    case .before(let neighbour), .after(let neighbour):
      guard let index = labels.firstIndex(of: neighbour.text) else {
        throw .refuse(
          .invalidParameterValue, "\"\(neighbour.text)\" is not an existing enum label")
      }
      if case .before = position {
        labels.insert(label.text, at: index)
      } else {
        labels.insert(label.text, at: index + 1)
      }
    }
    return true
  }
}
