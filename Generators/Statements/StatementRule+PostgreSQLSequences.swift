import DatabaseModel
import HashTreeCollections
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Sequences that stand alone.
  static let sequences: [StatementRule] = [
    StatementRule("CREATE SEQUENCE", 2, when: { $0.sequences.count < 4 }) { drawing in
      let name = try drawing.newName(from: NameStyle.sequences, besides: drawing.relationNames)
      return Statement(
        .createSequence(
          CreateSequence(
            name: ObjectName(name: name), ifNotExists: try drawing.source.boolean(0.2),
            options: try drawing.sequenceOptions())))
    },
    StatementRule("ALTER SEQUENCE", 2, when: { !$0.sequences.isEmpty }) { drawing in
      var options = try drawing.sequenceOptions()
      if try options.isEmpty || drawing.source.boolean(0.2) { options = [.restart(nil)] }
      return Statement(
        .alterSequence(AlterSequence(name: try drawing.sequenceName(), options: options)))
    },
    StatementRule("DROP SEQUENCE", 1, when: { !$0.sequences.isEmpty }) { drawing in
      .drop(
        .sequence, ObjectReference(kind: .sequence, name: try drawing.sequenceName()),
        ifExists: try drawing.source.boolean(0.3), behavior: try drawing.behavior())
    },
    StatementRule("SELECT function()", 2, when: { !$0.sequences.isEmpty }) { drawing in
      let name = SQLPrinter(dialect: .postgresql).print(try drawing.sequenceName())
      let call = SQLExpression.call("nextval", .string(name))
      return Statement(.select(.select([SelectItem(expression: call)])))
    },
  ]

  /// Schemas of the user's own.
  static let schemas: [StatementRule] = [
    StatementRule("CREATE SCHEMA", { $0.catalog.schemas.count < 5 ? 1 : 0 }) { drawing in
      let taken = drawing.catalog.schemas.values.map(\.name).sorted { $0.text < $1.text }
      let name = try drawing.newName(from: NameStyle.schemas, besides: taken)
      return Statement(
        .createSchema(CreateSchema(name: name, ifNotExists: try drawing.source.boolean(0.3))))
    },
    StatementRule("DROP SCHEMA", { $0.ownSchemas.isEmpty ? 0 : 1 }) { drawing in
      let name = try drawing.source.element(of: drawing.ownSchemas).written(in: .postgresql)
      return .drop(
        .schema, ObjectReference(kind: .schema, name: ObjectName(name: name)),
        ifExists: try drawing.source.boolean(0.3), behavior: try drawing.behavior())
    },
  ]
}

extension Drawing {
  var ownSchemas: [Identifier] {
    catalog.schemas.values.filter { !$0.isSystem }.sorted { $0.id < $1.id }.map(\.name)
  }

  fileprivate func sequenceName() throws -> ObjectName {
    let id = try reference(to: sequences.map(\.id))
    guard let sequence = catalog.sequence(id) else { try source.reject("gone") }
    if try mistake() { return ObjectName(name: missingName) }
    return try name(of: sequence.name, in: sequence.schema)
  }

  fileprivate func sequenceOptions() throws -> [SequenceOption] {
    let all: [SequenceOption] = [
      .increment("2"), .increment("-1"), .start("5"), .minimum("1"), .maximum("9"), .cycle(true),
      .maximum(nil), .increment("0"), .minimum("20"),
    ]
    let picked = try source.array(count: 0...2) { source in try source.integer(in: 0...8) }
    return Set(picked).sorted().map { all[$0] }
  }
}
