import HashTreeCollections
package import DatabaseModel
package import Engines
package import PropertyTesting
package import SQLSyntax

/// How a sequence of statements is drawn; the simplest makes no mistakes and uses plain names.
package struct DrawingProfile: Hashable, Sendable {
  /// Whether some statements are meant to be refused.
  package var makesMistakes: Bool
  /// Whether names occur that must be quoted.
  package var usesUncommonNames: Bool
  /// How many tables a sequence fills itself up to before it does other things.
  package var tables: Int

  package init(makesMistakes: Bool = true, usesUncommonNames: Bool = false, tables: Int = 2) {
    self.makesMistakes = makesMistakes
    self.usesUncommonNames = usesUncommonNames
    self.tables = tables
  }
}

/// What one statement is drawn against: a source of choices, and the database as its session sees it.
package struct Drawing {
  package let source: ChoiceSource
  package let catalog: Catalog
  package let status: TransactionStatus
  /// Open savepoints, the oldest first.
  package let savepoints: [Identifier]
  package let profile: DrawingProfile
  let members: CatalogMembers
  /// Oldest first; SQLite's own tables are not among them.
  let tables: [Table]
  let views: [View]
  let indexes: [TableIndex]
  let sequences: [SequenceDefinition]

  init(
    _ source: ChoiceSource, catalog: Catalog, members: CatalogMembers, profile: DrawingProfile,
    status: TransactionStatus = .idle, savepoints: [Identifier] = []
  ) {
    self.source = source
    self.catalog = catalog
    self.members = members
    self.profile = profile
    self.status = status
    self.savepoints = savepoints
    var found = RelationsByKind()
    for relation in catalog.relations.values { found.add(relation) }
    tables = found.tables.sorted { $0.id < $1.id }
    views = found.views.sorted { $0.id < $1.id }
    indexes = found.indexes.sorted { $0.id < $1.id }
    sequences = found.sequences.sorted { $0.id < $1.id }
  }

  var dialect: Dialect { catalog.dialect }
  var isPostgreSQL: Bool { dialect == .postgresql }

  /// Whether something is to be done wrong here.
  func mistake(_ probability: Double = 0.04) throws -> Bool {
    guard profile.makesMistakes else { return false }
    return try source.boolean(probability)
  }

  /// One of some alternatives, the first the simplest, with probabilities in proportion.
  func choose<Value>(_ alternatives: [Weighted<Value>]) throws -> Value {
    alternatives[try source.branch(weights: alternatives.map(\.weight))].value
  }
}

private struct RelationsByKind {
  var tables: [Table] = []
  var views: [View] = []
  var indexes: [TableIndex] = []
  var sequences: [SequenceDefinition] = []

  mutating func add(_ relation: Relation) {
    switch relation {
    case .table(let table):
      if !table.name.text.asciiLowercased().hasPrefix("sqlite_") { tables.append(table) }
    case .view(let view): views.append(view)
    case .index(let index): if !index.isAutomatic { indexes.append(index) }
    case .sequence(let sequence): sequences.append(sequence)
    case .compositeType: break
    }
  }
}
