package import SQLSyntax

/// Everything that one statement does to objects by name, in the order in which it happens.
package struct StatementEffects: Hashable, Sendable {
  /// The statement's place in its file.
  package var range: SourceRange?
  package var effects: [Effect]
  /// What ``Effect/conditions`` refers to.
  package var conditions: [EffectCondition]
  /// Parts whose effects cannot be known: computed SQL, kinds that are not modelled.
  package var unknowns: [UnknownEffect]
  /// Foreign keys inside `CREATE TABLE` that could as well be added later.
  package var extractable: [ExtractableConstraint]

  package init(
    range: SourceRange? = nil, effects: [Effect] = [], conditions: [EffectCondition] = [],
    unknowns: [UnknownEffect] = [], extractable: [ExtractableConstraint] = []
  ) {
    self.range = range
    self.effects = effects
    self.conditions = conditions
    self.unknowns = unknowns
    self.extractable = extractable
  }

  package var creates: [Effect] {
    effects.filter { if case .create = $0.action { true } else { false } }
  }

  package var drops: [Effect] {
    effects.filter { if case .drop = $0.action { true } else { false } }
  }

  package var renames: [Effect] {
    effects.filter { if case .rename = $0.action { true } else { false } }
  }

  package var alters: [Effect] {
    effects.filter { if case .alter = $0.action { true } else { false } }
  }

  /// References of every kind, those to rows included.
  package var references: [Effect] {
    effects.filter {
      switch $0.action {
      case .reference, .data: true
      default: false
      }
    }
  }

  /// Whether an effect may fail to happen without an error.
  package func isConditional(_ effect: Effect) -> Bool {
    if !effect.conditions.isEmpty { return true }
    switch effect.action {
    case .create(let creation): return creation != .plain
    case .drop(let ifExists), .rename(_, let ifExists), .alter(let ifExists): return ifExists
    case .reference(let reference): return reference != .required
    case .data: return false
    }
  }
}

/// A part of a statement whose effects cannot be known.
package struct UnknownEffect: Hashable, Sendable {
  /// What it is, for people: `EXECUTE of computed SQL`, `CREATE RULE`.
  package var reason: String
  package var range: SourceRange?
  /// Whether it might create objects; else it only mentions them.
  package var mayCreate: Bool

  package init(reason: String, range: SourceRange? = nil, mayCreate: Bool) {
    self.reason = reason
    self.range = range
    self.mayCreate = mayCreate
  }
}

/// A foreign key inside `CREATE TABLE`, with what is needed to add it later instead.
package struct ExtractableConstraint: Hashable, Sendable {
  /// The table as the statement names it.
  package var table: ObjectName
  /// The column, where the constraint stands behind a column's definition.
  package var column: Identifier?
  package var range: SourceRange

  package init(table: ObjectName, column: Identifier?, range: SourceRange) {
    self.table = table
    self.column = column
    self.range = range
  }
}
