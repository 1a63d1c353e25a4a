package import DatabaseModel
package import Engines
import SQLSyntax

/// Compares a catalog with what the engine's own pragmas say, object by object.
package struct SQLiteCatalogAudit {
  let session: any Session
  let catalog: Catalog

  package init(of catalog: Catalog, in session: any Session) {
    self.session = session
    self.catalog = catalog
  }

  /// What disagrees, as sentences; empty where catalog and engine agree.
  ///
  /// Columns and keys of tables whose columns the catalog does not know are passed over.
  package func disagreements() throws(DatabaseError) -> [String] {
    var found: [String] = []
    for schema in ["main", "temp"] {
      found += try objects(in: schema)
      for table in catalog.tables(inSchema: schema) where !table.columns.isEmpty {
        found += try columns(of: table, in: schema)
        found += try indexes(of: table, in: schema)
        found += try foreignKeys(of: table, in: schema)
      }
    }
    return found
  }

  private func objects(in schema: String) throws(DatabaseError) -> [String] {
    let rows = try session.rows("SELECT type, name FROM \(schema).sqlite_schema")
    let engine = rows.map { "\($0[0]) \($0[1].description.asciiLowercased())" }
    var model = catalog.tables(inSchema: schema).map { "table \($0.name.key(in: .sqlite))" }
    model += catalog.views(inSchema: schema).map { "view \($0.name.key(in: .sqlite))" }
    model += catalog.triggers(inSchema: schema).map { "trigger \($0.name.key(in: .sqlite))" }
    for table in catalog.tables(inSchema: schema) {
      // The primary key of a WITHOUT ROWID table is the table itself.
      let stored = catalog.indexes(onTable: table.id).filter { index in
        !(table.isWithoutRowID && index.isPrimary)
      }
      model += stored.map { "index \($0.name.key(in: .sqlite))" }
    }
    return sentences(Set(engine), Set(model), in: schema)
  }

  func sentences(_ engine: Set<String>, _ model: Set<String>, in place: String) -> [String] {
    engine.subtracting(model).sorted().map { "\(place): only the engine has \($0)" }
      + model.subtracting(engine).sorted().map { "\(place): only the model has \($0)" }
  }
}
