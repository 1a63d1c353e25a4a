/// `CREATE VIEW` and `CREATE MATERIALIZED VIEW`.
package struct CreateView: SyntaxNode {
  package var name: ObjectName
  package var columns: [Identifier]
  package var query: Query
  package var isMaterialized: Bool
  package var persistence: Persistence
  package var orReplace: Bool
  package var ifNotExists: Bool
  package var isRecursive: Bool
  package var options: [DefinitionOption]
  /// `LOCAL` or `CASCADED`.
  package var checkOption: String?
  package var isWithoutData: Bool
  package var accessMethod: Identifier?
  package var tablespace: Identifier?

  package init(
    name: ObjectName, columns: [Identifier] = [], query: Query, isMaterialized: Bool = false,
    persistence: Persistence = .permanent, orReplace: Bool = false, ifNotExists: Bool = false,
    isRecursive: Bool = false, options: [DefinitionOption] = [], checkOption: String? = nil,
    isWithoutData: Bool = false, accessMethod: Identifier? = nil, tablespace: Identifier? = nil
  ) {
    self.name = name
    self.columns = columns
    self.query = query
    self.isMaterialized = isMaterialized
    self.persistence = persistence
    self.orReplace = orReplace
    self.ifNotExists = ifNotExists
    self.isRecursive = isRecursive
    self.options = options
    self.checkOption = checkOption
    self.isWithoutData = isWithoutData
    self.accessMethod = accessMethod
    self.tablespace = tablespace
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    visit(query)
    for child in options { visit(child) }
  }
}

/// `REFRESH MATERIALIZED VIEW`.
package struct RefreshMaterializedView: SyntaxNode {
  package var name: ObjectName
  package var isConcurrent: Bool
  package var isWithoutData: Bool

  package init(name: ObjectName, isConcurrent: Bool = false, isWithoutData: Bool = false) {
    self.name = name
    self.isConcurrent = isConcurrent
    self.isWithoutData = isWithoutData
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
  }
}
