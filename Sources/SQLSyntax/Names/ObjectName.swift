/// A name of an object, qualified as far as it was written.
package struct ObjectName: SyntaxNode {
  /// The last part.
  package var name: Identifier
  package var schema: Identifier?
  /// The database before the schema; PostgreSQL only.
  package var catalog: Identifier?

  package init(name: Identifier, schema: Identifier? = nil, catalog: Identifier? = nil) {
    self.name = name
    self.schema = schema
    self.catalog = catalog
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}
