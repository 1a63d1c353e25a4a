import DatabaseModel
import HashTreeCollections
import PropertyTesting
import SQLSyntax

extension StatementRule {
  /// Views, sequences, schemas, comments and what else is not a table.
  static let postgreSQLObjects: [StatementRule] =
    [
      StatementRule("CREATE VIEW", 4, when: { $0.hasTables }) { try $0.createView() },
      StatementRule("CREATE MATERIALIZED VIEW", 2, when: { $0.hasTables }) { drawing in
        let name = try drawing.newName(from: NameStyle.views, besides: drawing.relationNames)
        return Statement(
          .createView(
            CreateView(
              name: ObjectName(name: name), query: try drawing.query(), isMaterialized: true,
              isWithoutData: try drawing.source.boolean(0.2))))
      },
      StatementRule("DROP VIEW", 2, when: { $0.views.contains { !$0.isMaterialized } }) {
        try $0.dropView(isMaterialized: false)
      },
      StatementRule(
        "DROP MATERIALIZED VIEW", 1, when: { $0.views.contains(where: \.isMaterialized) }
      ) { try $0.dropView(isMaterialized: true) },
      StatementRule(
        "REFRESH MATERIALIZED VIEW", 1, when: { $0.views.contains(where: \.isMaterialized) }
      ) { drawing in
        let view = try drawing.source.element(of: drawing.views.filter(\.isMaterialized))
        return Statement(
          .refreshMaterializedView(
            RefreshMaterializedView(name: try drawing.name(of: view.name, in: view.schema))))
      },
      StatementRule("ALTER VIEW RENAME TO", 1, when: { !$0.views.isEmpty }) { drawing in
        let view = try drawing.source.element(of: drawing.views)
        let kind = view.isMaterialized ? ObjectKind.materializedView : .view
        let new = try drawing.newName(from: NameStyle.views, besides: drawing.relationNames)
        return Statement(
          .rename(
            Rename(
              object: ObjectReference(
                kind: kind, name: try drawing.name(of: view.name, in: view.schema)),
              newName: new)))
      },
      StatementRule("ALTER INDEX RENAME TO", 2, when: { !$0.indexes.isEmpty }) { drawing in
        let index = try drawing.source.element(of: drawing.indexes)
        let new = try drawing.newName(from: NameStyle.indexes, besides: drawing.relationNames)
        return Statement(
          .rename(
            Rename(
              object: ObjectReference(
                kind: .index, name: try drawing.name(of: index.name, in: index.schema)),
              newName: new)))
      },
      StatementRule("COMMENT ON", 6, when: { $0.hasTables }) { try $0.comment() },
    ] + types + sequences + schemas + routines
}

extension Drawing {
  fileprivate func dropView(isMaterialized: Bool) throws -> Statement {
    let id = try reference(to: views.filter { $0.isMaterialized == isMaterialized }.map(\.id))
    guard let view = catalog.view(id) else { try source.reject("the view is gone") }
    var kind: ObjectKind = isMaterialized ? .materializedView : .view
    if try mistake() { kind = isMaterialized ? .view : .materializedView }
    return .drop(
      kind, ObjectReference(kind: kind, name: try name(of: view.name, in: view.schema)),
      ifExists: try source.boolean(0.3), behavior: try behavior())
  }

  fileprivate func comment() throws -> Statement {
    let table = try table()
    let name = try tableName(of: table)
    let text = try source.boolean(0.2) ? nil : source.element(of: ["note", "it's"])
    var object = ObjectReference(kind: .table, name: name)
    switch try source.branch(weights: [3, 3, indexes.isEmpty ? 0 : 1]) {
    case 1:
      object = ObjectReference(
        kind: .column, name: ObjectName(name: try columnName(of: table)), owner: name)
    case 2 where !indexes.isEmpty:
      let index = try source.element(of: indexes)
      object = ObjectReference(kind: .index, name: try self.name(of: index.name, in: index.schema))
    default: break
    }
    return Statement(.comment(CommentOn(object: object, text: text)))
  }
}
