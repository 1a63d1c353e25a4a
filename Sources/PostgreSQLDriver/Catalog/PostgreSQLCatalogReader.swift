package import DatabaseModel
package import Engines

/// Reads a database's schema back as a catalog, from `pg_catalog`.
///
/// Expressions are what the server prints of them, parsed again. Identities follow the server's own
/// numbers, so that they are in the order of creation.
package struct PostgreSQLCatalogReader {
  private let session: any Session

  package init(_ session: any Session) {
    self.session = session
  }

  /// The catalog; what the model cannot read stands in its ``DatabaseModel/Catalog/unknowns``.
  package func read() throws(DatabaseError) -> Catalog {
    var assembly = CatalogAssembly(
      schemas: try rows(CatalogQueries.schemas), relations: try rows(CatalogQueries.relations),
      columns: try rows(CatalogQueries.columns),
      constraints: try rows(CatalogQueries.constraints),
      indexes: try rows(CatalogQueries.indexes), indexKeys: try rows(CatalogQueries.indexKeys),
      sequences: try rows(CatalogQueries.sequences), types: try rows(CatalogQueries.types),
      routines: try rows(CatalogQueries.routines), triggers: try rows(CatalogQueries.triggers),
      policies: try rows(CatalogQueries.policies), comments: try rows(CatalogQueries.comments),
      extensions: try rows(CatalogQueries.extensions),
      dependencies: try rows(CatalogQueries.dependencies), rules: try rows(CatalogQueries.rules))
    return assembly.assemble()
  }

  private func rows(_ query: String) throws(DatabaseError) -> [CatalogRow] {
    try session.rows(query).map { CatalogRow(values: $0) }
  }
}
