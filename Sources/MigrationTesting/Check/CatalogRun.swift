import DatabaseModel
import Migrations
import Resolution
import SQLSyntax

/// Runs migrations on the catalog, from nothing, statement by statement.
///
/// A refused statement changes nothing and the run goes on, so that one mistake does not hide the
/// next. After a statement that is not modelled, what it may have made is uncertain: a refusal that
/// depends on it is not believed, and said to be unmodelled as well.
struct CatalogRun {
  private var session: ModelSession
  private var uncertainty = Uncertainty()
  private let plantedFaults: PlantedFaults

  init(dialect: Dialect, plantedFaults: PlantedFaults = .none) {
    self.plantedFaults = plantedFaults
    session = ModelSession(
      catalog: .empty(dialect: dialect), state: SessionState(plantedFaults: plantedFaults))
  }

  /// Runs one migration, given the effects of each of its statements.
  mutating func run(_ migration: Migration, effects: [StatementEffects]) -> MigrationTrace {
    var verdicts: [StatementVerdict] = []
    for (statement, effects) in zip(migration.script.statements, effects) {
      verdicts.append(execute(statement, effects: effects))
    }
    endSession()
    return MigrationTrace(verdicts: verdicts)
  }

  /// The catalog as the statements so far have made it.
  var catalog: Catalog { session.catalog }

  /// Whether everything so far was modelled, so that ``catalog`` is all there is.
  var isCertain: Bool { uncertainty.isEmpty }

  private mutating func execute(
    _ statement: Statement, effects: StatementEffects
  ) -> StatementVerdict {
    switch session.execute(statement) {
    case .applied(let applied):
      if statement.changesRows, effects.unknowns.contains(where: \.mayCreate) {
        uncertainty.add(effects, reason: "it calls a function that may change the schema")
      }
      return .accepted(ifRowsAllow: !applied.demands.isEmpty)
    case .refused(let error):
      guard !plantedFaults.contains(.uncertaintyIsForgotten),
        let reason = uncertainty.reason(for: effects) ?? uncertainty.reason(for: error, of: effects)
      else { return .refused(error) }
      uncertainty.add(effects, reason: reason)
      return .unmodelled(reason: reason)
    case .unmodelled(let reason):
      switch statement.kind {
      case .attach: uncertainty.addEverything(reason: reason)
      case .opaque, .define: uncertainty.addOverloads()
      default: break
      }
      uncertainty.add(effects, reason: reason)
      return .unmodelled(reason: reason)
    }
  }

  /// Each migration is run in a session of its own, as most runners do.
  private mutating func endSession() {
    session = ModelSession(
      catalog: session.catalog, state: SessionState(plantedFaults: plantedFaults))
  }
}

/// What may exist, or look different, because of statements that were not modelled.
struct Uncertainty {
  private var objects: Set<SchemaObject> = []
  /// Set once something ran that could have done anything.
  private var reasonForEverything: String?
  /// Whether there may be operators, casts and aggregates that the catalog does not know.
  private var mayHaveOverloads = false

  var isEmpty: Bool { objects.isEmpty && reasonForEverything == nil }

  /// After this, anything may be there.
  mutating func addEverything(reason: String) {
    reasonForEverything = reasonForEverything ?? reason
  }

  /// After this, any operator, cast or aggregate may be there.
  mutating func addOverloads() { mayHaveOverloads = true }

  mutating func add(_ effects: StatementEffects, reason: String) {
    if effects.unknowns.contains(where: \.mayCreate) {
      addEverything(reason: reason)
    }
    for effect in effects.effects where effect.changesSchema {
      objects.insert(effect.object.withoutSignature)
      if case .rename(let new, _) = effect.action { objects.insert(new.withoutSignature) }
    }
  }

  /// Why this refusal is not to be believed, whatever the statement does.
  func reason(for error: DatabaseError, of effects: StatementEffects) -> String? {
    let overloads: [SQLState?] = [.undefinedFunction, .ambiguousFunction, .datatypeMismatch]
    if mayHaveOverloads, overloads.contains(error.state) {
      return "an operator, cast or aggregate before it is not modelled"
    }
    let absent: [SQLState?] = [.undefinedTable, .undefinedObject]
    guard !objects.isEmpty, absent.contains(error.state) else { return nil }
    let chosen = effects.effects.first {
      $0.mayHaveAutomaticName && error.message.contains("\"\($0.object.name)\"")
    }
    return chosen.map {
      "\($0.object) may have been named by the engine in a statement that is not modelled"
    }
  }

  /// Why a refusal of a statement with these effects is not to be believed; `nil` where it is.
  func reason(for effects: StatementEffects) -> String? {
    if let reasonForEverything {
      return "a statement before it is not modelled: \(reasonForEverything)"
    }
    let uncertain = effects.effects.lazy
      .flatMap { [$0.object] + $0.alternatives }
      .first { objects.contains($0.withoutSignature) || $0.whole.map(objects.contains) == true }
    return uncertain.map { "what became of \($0) is not modelled" }
  }
}

extension SchemaObject {
  /// A function by its name alone, because a call does not say which signature it means.
  fileprivate var withoutSignature: SchemaObject {
    guard namespace == .function else { return self }
    var object = self
    object.owner = "*"
    return object
  }
}

extension Statement {
  /// Whether it reads or changes rows, and so calls the functions that it names.
  fileprivate var changesRows: Bool {
    switch kind {
    case .insert, .update, .delete, .select, .call: true
    default: false
    }
  }
}

extension Effect {
  /// Whether the catalog is another one afterwards.
  var changesSchema: Bool {
    switch action {
    case .create, .drop, .rename, .alter: true
    case .reference, .data: false
    }
  }
}
