package import SQLSyntax

/// One thing that a statement does to an object by name, or needs of it.
package struct Effect: Hashable, Sendable {
  package var action: EffectAction
  package var object: SchemaObject
  /// Objects that serve as well as ``object``: the same name in other schemas of the search path,
  /// the same column in the other tables of a query.
  package var alternatives: [SchemaObject]
  package var type: DependencyType
  /// The name's place in the file; `nil` where the statement implies it.
  package var range: SourceRange?
  /// Conditions under which it happens, outermost first, as indexes into
  /// ``StatementEffects/conditions``.
  package var conditions: [Int]
  /// How many of the following effects do not happen when this one turns out to be unnecessary.
  ///
  /// `CREATE TABLE IF NOT EXISTS` on a table that is there creates none of its columns either.
  package var skipCount: Int
  /// The relation that a created index or trigger goes away with, though its name is its own.
  package var container: SchemaObject?
  /// Of a removal: whether whatever depends on the object goes, too.
  package var isCascading = false
  /// The foreign key that this effect comes from, as an index into
  /// ``StatementEffects/extractable``.
  package var extractable: Int?

  package init(
    _ action: EffectAction, _ object: SchemaObject, alternatives: [SchemaObject] = [],
    type: DependencyType, range: SourceRange? = nil, conditions: [Int] = [], skipCount: Int = 0,
    container: SchemaObject? = nil, extractable: Int? = nil
  ) {
    self.action = action
    self.object = object
    self.alternatives = alternatives
    self.type = type
    self.range = range
    self.conditions = conditions
    self.skipCount = skipCount
    self.container = container
    self.extractable = extractable
  }
}

/// What happens to an object.
package enum EffectAction: Hashable, Sendable {
  case create(Creation)
  case drop(ifExists: Bool)
  case rename(to: SchemaObject, ifExists: Bool)
  /// It must be there, and looks different afterwards.
  case alter(ifExists: Bool)
  case reference(Reference)
  /// It must be there, and its rows are read or changed.
  case data

  /// What happens when the object is there already.
  package enum Creation: Hashable, Sendable {
    /// The engine refuses.
    case plain
    /// Nothing: `IF NOT EXISTS`.
    case ifNotExists
    /// It is replaced.
    case orReplace
    /// The engine chooses a name that is free.
    case automatic
  }

  /// What happens when the object is not there.
  package enum Reference: Hashable, Sendable {
    /// The engine refuses.
    case required
    /// The engine refuses, but a built-in object of that name may be meant: it counts only where
    /// the migrations themselves create the object.
    case unlessBuiltIn
    /// Nothing certain: a statement that is not modelled mentions it.
    case possible
    /// Nothing yet: the engine looks only when it is used.
    case deferred
  }
}

/// Why an effect might not happen.
package enum EffectCondition: Hashable, Sendable {
  /// Only where this object is there.
  case present([SchemaObject])
  /// Only where this object is not there.
  case absent([SchemaObject])
  /// Only where the condition with this index did not hold.
  case otherwise(Int)
  /// Nothing is known.
  case unknown
  /// Failures are caught: of creating what is there, of using what is not.
  case handled(existing: Bool, missing: Bool)
}

extension Effect {
  /// Whether an index or a sequence is meant whose name the engine may have chosen, for reasons that
  /// names alone do not show; the catalog knows.
  package var mayHaveAutomaticName: Bool {
    guard type == .index || type == .sequence else { return false }
    let stem = object.name.reversed().drop { $0.isNumber }.reversed()
    return ["_idx", "_key", "_seq", "_pkey", "_excl"].contains { String(stem).hasSuffix($0) }
  }
}
