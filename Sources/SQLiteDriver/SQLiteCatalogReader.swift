package import DatabaseModel
package import Engines
import SQLParsing
import SQLSyntax

/// Reads a database's schema back as a catalog.
///
/// SQLite keeps the text of every statement, so the catalog is what those statements make on the
/// model, in the order in which the engine lists them.
package struct SQLiteCatalogReader {
  private let session: any Session

  package init(_ session: any Session) {
    self.session = session
  }

  /// The catalog; what the model cannot read stands in its ``DatabaseModel/Catalog/unknowns``.
  package func read() throws(DatabaseError) -> Catalog {
    var catalog = Catalog.empty(dialect: .sqlite)
    for schema in ["main", "temp"] {
      let rows = try session.rows(
        "SELECT name, sql FROM \(schema).sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
      for row in rows {
        add(row[0].description, row[1].description, isTemporary: schema == "temp", to: &catalog)
      }
    }
    return catalog
  }

  private func add(
    _ name: String, _ sql: String, isTemporary: Bool, to catalog: inout Catalog
  ) {
    let source = SourceText(name: name, text: sql)
    let script = SQLParser.parse(source, dialect: .sqlite)
    guard var statement = script.statements.first, !script.hasErrors else {
      catalog.unknowns.append(unknown(name, "Its statement is not read"))
      return
    }
    if isTemporary { statement.kind.makeTemporary() }
    if isKnown(statement.kind, in: catalog) { return }
    // Names that begin with sqlite_ are the engine's own here.
    let state = SessionState(hasWritableSchema: true)
    switch catalog.applying(statement, in: state) {
    case .applied(let applied): catalog = applied.catalog
    case .refused(let error): catalog.unknowns.append(unknown(name, error.message))
    case .unmodelled(let reason): catalog.unknowns.append(unknown(name, reason))
    }
  }

  /// Tables that came along with another one: those of a virtual table, and the counters of
  /// AUTOINCREMENT.
  private func isKnown(_ kind: StatementKind, in catalog: Catalog) -> Bool {
    guard case .createTable(let create) = kind else { return false }
    let schema = create.persistence == .temporary ? "temp" : "main"
    return catalog.relation(named: create.name.name.key(in: .sqlite), inSchema: schema) != nil
  }

  private func unknown(_ name: String, _ reason: String) -> UnknownEffect {
    UnknownEffect(reason: "\(name): \(reason)", names: [ObjectName(name: Identifier(name))])
  }
}

extension StatementKind {
  /// Says what the stored text leaves out: that the object is in the temporary schema.
  fileprivate mutating func makeTemporary() {
    switch self {
    case .createTable(var create):
      create.persistence = .temporary
      self = .createTable(create)
    case .createView(var create):
      create.persistence = .temporary
      self = .createView(create)
    case .createTrigger(var create):
      create.isTemporary = true
      self = .createTrigger(create)
    case .createIndex(var create):
      create.name?.schema = "temp"
      self = .createIndex(create)
    default: break
    }
  }
}
