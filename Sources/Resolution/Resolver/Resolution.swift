package import Migrations

/// Everything that is found out about a set of migrations and its order.
package struct Resolution: Hashable, Sendable {
  /// `nil` where no order runs, or where something is missing that nothing creates.
  package let plan: MigrationPlan?
  /// All migrations in the best order that was found, also where there is no plan.
  package let order: [Migration.ID]
  package let graph: DependencyGraph
  /// What stands in the way of a plan, or might.
  package let problems: [ResolutionProblem]
  /// The effects of each migration's statements, in filename order.
  package let effects: [[StatementEffects]]

  init(
    plan: MigrationPlan?, order: [Migration.ID], graph: DependencyGraph,
    problems: [ResolutionProblem], effects: [[StatementEffects]]
  ) {
    self.plan = plan
    self.order = order
    self.graph = graph
    self.problems = problems
    self.effects = effects
  }

  package var cycles: [DependencyCycle] {
    problems.compactMap { if case .cycle(let cycle) = $0 { cycle } else { nil } }
  }
}

/// What stands in the way of an order.
package enum ResolutionProblem: Hashable, Sendable {
  case cycle(DependencyCycle)
  /// A file uses what it itself creates further down.
  case misplaced(MisplacedStatement)
  case missing(MissingReference)
  /// In every order that was tried, this statement would be refused.
  case refused(RefusedStatement)
  /// A file says that it needs a migration that is not there, or that is not the only one of that
  /// name.
  case undeclarable(DeclaredDependency, in: Migration.ID, candidates: [Migration.ID])
}

/// Migrations each of which has to run before the next, and the last before the first.
package struct DependencyCycle: Hashable, Sendable {
  /// One edge for each pair of neighbours; the prerequisite of the first is the migration that
  /// comes first by name.
  package var edges: [DependencyEdge]
  /// Whether it is proved that no cycle is shorter.
  package var isShortest: Bool
  /// All migrations that are tied up with it, in filename order.
  package var entangled: [Migration.ID]
  /// The statements to take out of a file, so that the cycle is gone; `nil` where taking statements
  /// out of files cannot help.
  package var split: SplitProposal?

  package init(
    edges: [DependencyEdge], isShortest: Bool, entangled: [Migration.ID],
    split: SplitProposal? = nil
  ) {
    self.edges = edges
    self.isShortest = isShortest
    self.entangled = entangled
    self.split = split
  }

  package var migrations: [Migration.ID] { edges.map(\.prerequisite.migration) }

  /// The edge against filename order: its two statements close the cycle.
  package var closingEdge: DependencyEdge? { edges.last }
}

/// A statement that stands before the one that creates what it uses, in one file.
package struct MisplacedStatement: Hashable, Sendable {
  /// Prerequisite and dependent are statements of the same file.
  package var edge: DependencyEdge
  package var fix: SplitProposal?

  package init(edge: DependencyEdge, fix: SplitProposal? = nil) {
    self.edge = edge
    self.fix = fix
  }
}

/// A reference to something that neither the migrations nor the database have.
package struct MissingReference: Hashable, Sendable {
  package var reference: StatementReference
  package var object: SchemaObject
  package var type: DependencyType
  /// The nearest name of the same kind, if one is near.
  package var suggestion: SchemaObject?
  /// Statements that might create it, for all that is known; then it is only a warning.
  package var possibleCreators: [StatementReference]

  package init(
    reference: StatementReference, object: SchemaObject, type: DependencyType,
    suggestion: SchemaObject? = nil, possibleCreators: [StatementReference] = []
  ) {
    self.reference = reference
    self.object = object
    self.type = type
    self.suggestion = suggestion
    self.possibleCreators = possibleCreators
  }
}

/// A statement that would be refused, and the one that makes it so.
package struct RefusedStatement: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable {
    /// It creates what is there already.
    case alreadyThere
    /// It uses what is gone or not there yet.
    case notThere
  }

  package var statement: StatementReference
  package var object: SchemaObject
  package var type: DependencyType
  package var reason: Reason
  /// The statement that created or removed the object; `nil` where it was so from the start.
  package var cause: StatementReference?

  package init(
    statement: StatementReference, object: SchemaObject, type: DependencyType, reason: Reason,
    cause: StatementReference? = nil
  ) {
    self.statement = statement
    self.object = object
    self.type = type
    self.reason = reason
    self.cause = cause
  }
}

/// Why a set has no plan.
package enum ResolutionError: Error, Hashable, Sendable {
  case cycle(DependencyCycle)
  case unresolved([ResolutionProblem])
}
