import HashTreeCollections
import SQLSyntax

extension CatalogDescription {
  mutating func describe(_ type: UserType) {
    guard let path = path(of: type.id) else { return }
    var attributes: [String: String?] = ["owner": type.owner]
    switch type.form {
    case .enumeration(let labels): attributes["labels"] = labels.joined(separator: ", ")
    case .domain(let domain):
      attributes["base"] = self.type(domain.base)
      attributes["not null"] = "\(domain.isNotNull)"
      attributes["default"] = domain.defaultValue.map { text.print($0.syntax) }
      attributes["collation"] = domain.collation.map { text.print($0) }
    case .composite(let columns):
      attributes["attributes"] = columns.filter { !$0.isDropped }.map { column in
        "\(column.name.text) \(column.type.map { self.type($0) } ?? "")"
      }.joined(separator: ", ")
    case .range(let subtype): attributes["subtype"] = self.type(subtype)
    case .opaque: attributes["form"] = "unknown"
    }
    add(path, attributes)
  }

  /// A routine's path has its input types: overloads are objects of their own.
  func path(of routine: Routine) -> ObjectPath {
    let types = routine.inputTypes.map { type($0) }.joined(separator: ", ")
    let kind: ObjectKind =
      switch routine.kind {
      case .function: .function
      case .procedure: .procedure
      case .aggregate: .aggregate
      }
    return ObjectPath(
      kind,
      [schemaName(routine.schema), "\(routine.name.key(in: catalog.dialect))(\(types))"])
  }

  mutating func describe(_ routine: Routine) {
    add(
      path(of: routine),
      [
        "returns": routine.returns.map { type($0) }, "set": "\(routine.returnsSet)",
        "language": routine.language, "volatility": routine.volatility, "owner": routine.owner,
        "definition": routine.definition.map { text.print(.createFunction($0)) },
      ])
  }

  /// PostgreSQL's triggers belong to their table, SQLite's to their schema.
  func path(of trigger: Trigger) -> ObjectPath {
    let name = trigger.name.key(in: catalog.dialect)
    if catalog.dialect == .sqlite {
      return ObjectPath(.trigger, [schemaName(trigger.schema), name])
    }
    let owner = path(of: trigger.table)
    return ObjectPath(.trigger, (owner?.names ?? ["?"]) + [name], ownerKind: owner?.kind)
  }

  mutating func describe(_ trigger: Trigger) {
    add(
      path(of: trigger),
      [
        "table": names(of: trigger.table).joined(separator: "."),
        "definition": text.print(.createTrigger(trigger.definition)),
        "state": trigger.state.rawValue,
      ])
  }

  mutating func describe(_ policy: Policy) {
    let owner = path(of: policy.table)
    let name = policy.name.key(in: catalog.dialect)
    add(
      ObjectPath(.policy, (owner?.names ?? ["?"]) + [name], ownerKind: owner?.kind),
      ["definition": text.print(.createPolicy(policy.definition))])
  }

  /// A type by names.
  func type(_ type: DataType) -> String {
    var result =
      switch type.reference {
      case .builtin(let name): name
      case .user(let id): names(of: id).joined(separator: ".")
      case .declared(let words): words.asciiLowercased()
      case .unknown(let name): text.print(name)
      }
    if !type.modifiers.isEmpty {
      result += "(\(type.modifiers.map(String.init).joined(separator: ",")))"
    }
    if let fields = type.intervalFields { result += " \(fields)" }
    return result + String(repeating: "[]", count: type.arrayDimensions)
  }
}
