import DatabaseModel
import Engines
import HashTreeCollections
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Enums and domains.
  static let types: [StatementRule] = [
    StatementRule("CREATE TYPE enum", 5, when: { $0.catalog.types.count < 4 }) { drawing in
      let name = try drawing.newName(from: NameStyle.types, besides: drawing.typeNames)
      let count = try drawing.source.integer(in: 1...3)
      var labels = ["a", "b", "c"].prefix(count).map { EnumLabel(text: $0) }
      if try drawing.mistake() { labels.append(labels[0]) }
      return Statement(
        .createType(CreateType(name: ObjectName(name: name), definition: .enumeration(labels))))
    },
    StatementRule("ALTER TYPE ADD VALUE", 5, when: { !$0.enums.isEmpty }) { drawing in
      let (type, labels) = try drawing.enumeration()
      let new = try drawing.source.element(of: ["d", "e", "f"] + labels)
      var position: EnumPosition?
      if let near = labels.isEmpty ? nil : try drawing.source.element(of: labels),
        try drawing.source.boolean(0.3)
      {
        let label = EnumLabel(text: try drawing.mistake() ? "nosuch" : near)
        position = try drawing.source.boolean() ? .before(label) : .after(label)
      }
      return Statement(
        .alterEnum(
          AlterEnum(
            name: type,
            change: .add(
              EnumLabel(text: new), ifNotExists: try drawing.source.boolean(0.3),
              position: position))))
    },
    StatementRule("ALTER TYPE RENAME VALUE", 1, when: { !$0.enums.isEmpty }) { drawing in
      let (type, labels) = try drawing.enumeration()
      let old = try drawing.source.element(of: labels + ["nosuch"])
      let new = try drawing.source.element(of: ["g", "h"] + labels)
      return Statement(
        .alterEnum(
          AlterEnum(name: type, change: .rename(EnumLabel(text: old), to: EnumLabel(text: new)))))
    },
    StatementRule("ALTER TYPE RENAME TO", 1, when: { !$0.enums.isEmpty }) { drawing in
      let (type, _) = try drawing.enumeration()
      return Statement(
        .rename(
          Rename(
            object: ObjectReference(kind: .type, name: type),
            newName: try drawing.newName(from: NameStyle.types, besides: drawing.typeNames))))
    },
    StatementRule("DROP TYPE", 2, when: { !$0.enums.isEmpty }) { drawing in
      let (type, _) = try drawing.enumeration()
      return .drop(
        .type, ObjectReference(kind: .type, name: type),
        ifExists: try drawing.source.boolean(0.3), behavior: try drawing.behavior())
    },
    StatementRule("CREATE DOMAIN", 1, when: { $0.catalog.types.count < 4 }) { drawing in
      let name = try drawing.newName(from: NameStyle.domains, besides: drawing.typeNames)
      let text = try drawing.source.boolean()
      let base =
        text
        ? TypeName(name: ObjectName("text"))
        : TypeName(name: ObjectName("int4", schema: "pg_catalog"))
      let value = ScopeColumn(name: "value", values: text ? .text(limit: nil) : .integer(bytes: 4))
      var constraints: [Constraint] = []
      if try drawing.source.boolean(0.5) {
        constraints.append(
          Constraint(kind: .check(try drawing.condition(over: [value], depth: 0))))
      }
      if try drawing.source.boolean(0.2) { constraints.append(Constraint(kind: .notNull)) }
      return Statement(
        .createDomain(
          CreateDomain(name: ObjectName(name: name), type: base, constraints: constraints)))
    },
  ]
}

extension Drawing {
  var typeNames: [Identifier] {
    catalog.types.values.sorted { $0.id < $1.id }.map(\.name) + relationNames
  }

  var enums: [ObjectID] {
    catalog.types.values.filter { if case .enumeration = $0.form { true } else { false } }
      .map(\.id).sorted()
  }

  fileprivate func enumeration() throws -> (ObjectName, [String]) {
    let id = try reference(to: enums)
    guard let type = catalog.types[id], case .enumeration(let labels) = type.form else {
      try source.reject("the type is gone")
    }
    return (try name(of: type.name, in: type.schema), labels)
  }
}
