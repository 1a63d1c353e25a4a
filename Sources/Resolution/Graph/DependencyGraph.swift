package import Migrations
package import SQLSyntax

/// What each migration needs of the others, statement by statement.
package struct DependencyGraph: Hashable, Sendable {
  /// In filename order.
  package let migrations: [Migration.ID]
  /// By the dependent migration in filename order; at most one for each object that a statement
  /// needs.
  package let edges: [DependencyEdge]

  init(migrations: [Migration.ID], edges: [DependencyEdge]) {
    self.migrations = migrations
    self.edges = edges
  }

  /// For each migration that needs others: which ones and why, both sorted; one entry a pair, as it
  /// is recorded.
  package var recorded: [RecordedDependency] {
    var types: [Migration.ID: [Migration.ID: Set<DependencyType>]] = [:]
    for edge in edges where !edge.isPreference {
      types[edge.dependent.migration, default: [:]][
        edge.prerequisite.migration, default: []
      ].insert(edge.type)
    }
    return migrations.flatMap { migration in
      let needed = (types[migration] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
      return needed.map {
        RecordedDependency(migration: migration, dependsOn: $0.key, types: $0.value.sorted())
      }
    }
  }
}

/// One migration that needs another, with all reasons.
package struct RecordedDependency: Hashable, Sendable {
  package var migration: Migration.ID
  package var dependsOn: Migration.ID
  /// Sorted; joined by commas they are the column `dependency_type`.
  package var types: [DependencyType]

  package init(migration: Migration.ID, dependsOn: Migration.ID, types: [DependencyType]) {
    self.migration = migration
    self.dependsOn = dependsOn
    self.types = types
  }
}

/// One statement that has to run before another, and the object that makes it so.
package struct DependencyEdge: Hashable, Sendable {
  package var prerequisite: StatementReference
  package var dependent: StatementReference
  package var type: DependencyType
  /// `nil` where the file declares it.
  package var object: SchemaObject?
  /// Whether the order is better kept, but may be given up where nothing else is possible.
  package var isPreference: Bool

  package init(
    prerequisite: StatementReference, dependent: StatementReference, type: DependencyType,
    object: SchemaObject? = nil, isPreference: Bool = false
  ) {
    self.prerequisite = prerequisite
    self.dependent = dependent
    self.type = type
    self.object = object
    self.isPreference = isPreference
  }
}

/// A statement of a migration, and the place in it that matters.
package struct StatementReference: Hashable, Sendable {
  package var migration: Migration.ID
  /// Index among the statements of the migration's script; `nil`: the file as a whole.
  package var statement: Int?
  /// The name in question, or the statement where the name is only implied.
  package var range: SourceRange?

  package init(migration: Migration.ID, statement: Int? = nil, range: SourceRange? = nil) {
    self.migration = migration
    self.statement = statement
    self.range = range
  }
}

extension DependencyEdge {
  /// Why the one must come first, as part of a sentence: `0002_author.sql creates table author`.
  package var reason: String {
    let first = prerequisite.migration.rawValue
    let name = object.map { " \($0)" } ?? ""
    return switch type {
    case .declared: "\(dependent.migration) says that it needs \(first)"
    case .dropAfterUse: "\(first) uses\(name), which \(dependent.migration) removes"
    case .nameReuse: "\(first) removes\(name), which \(dependent.migration) creates anew"
    case .firstCreation: "\(first) must be the first to create\(name)"
    case .alteration: "\(first) alters\(name) before \(dependent.migration) does"
    case .data: "\(first) works on the rows of\(name) before \(dependent.migration) does"
    default: "\(first) creates \(type)\(name), which \(dependent.migration) needs"
    }
  }
}
