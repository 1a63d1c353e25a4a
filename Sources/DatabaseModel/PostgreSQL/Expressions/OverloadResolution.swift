import SQLSyntax

/// A function or operator that a call might mean.
struct Candidate: Hashable {
  var arguments: [DataType]
  var result: DataType
  var volatility: Volatility
  var function: BuiltinFunction?
  var routine: ObjectID?
  var isSet = false
  /// How many parameters have to be filled by their defaults.
  var defaultsUsed = 0
  /// Another routine of the schema takes the same arguments, once defaults fill the rest of both.
  var hasTwin = false
}

/// What a call was found to mean.
enum Resolution {
  case found(Candidate)
  case none
  case ambiguous
}

/// Chooses among overloads as the engine does.
///
/// Source: PostgreSQL 15, §10.2 and §10.3.
struct OverloadResolution {
  let transition: PostgreSQLTransition
  let inputs: [ValueType]

  /// Finds the overload that is meant; all candidates have as many arguments as there are inputs.
  func resolve(_ candidates: [Candidate]) throws(Halt) -> Resolution {
    let resolution = try choose(among: candidates)
    if case .found(let candidate) = resolution, candidate.hasTwin { return .ambiguous }
    return resolution
  }

  private func choose(among candidates: [Candidate]) throws(Halt) -> Resolution {
    if let exact = candidates.first(where: { isExact($0) }) { return .found(exact) }
    var matching: [Candidate] = []
    for candidate in candidates where try isReachable(candidate, from: inputs) {
      matching.append(candidate)
    }
    if matching.isEmpty { return .none }
    if matching.count == 1 { return .found(matching[0]) }
    return try select(matching)
  }

  private func isExact(_ candidate: Candidate) -> Bool {
    zip(candidate.arguments, inputs).allSatisfy { argument, input in
      if case .known(let type) = input { type.bare == argument } else { false }
    }
  }

  func isReachable(_ candidate: Candidate, from inputs: [ValueType]) throws(Halt) -> Bool {
    for (argument, input) in zip(candidate.arguments, inputs) {
      guard case .known(let type) = input else { continue }
      if Polymorphism.isPolymorphic(argument) {
        if !transition.accepts(type, for: argument) { return false }
        continue
      }
      if argument.builtinName == "any" { continue }
      if try transition.coercion(from: type, to: argument, in: .implicit) == nil { return false }
    }
    return transition.polymorphicResult(candidate, inputs) != .inconsistent
  }

  private func select(_ all: [Candidate]) throws(Halt) -> Resolution {
    var candidates = best(all) { argument, input in argument == input }
    if candidates.count == 1 { return .found(candidates[0]) }
    candidates = best(candidates) { argument, input in
      argument == input
        || transition.category(of: argument) == transition.category(of: input)
          && transition.isPreferred(argument)
    }
    if candidates.count == 1 { return .found(candidates[0]) }
    let unknowns = inputs.indices.filter { if case .literal = inputs[$0] { true } else { false } }
    if unknowns.isEmpty { return .ambiguous }
    if let narrowed = narrow(candidates, unknowns: unknowns) {
      candidates = narrowed
      if candidates.count == 1 { return .found(candidates[0]) }
    }
    return try lastGasp(candidates, unknowns: unknowns)
  }

  private func best(
    _ candidates: [Candidate], matches: (DataType, DataType) -> Bool
  ) -> [Candidate] {
    var bestCount = 0
    var kept: [Candidate] = []
    for candidate in candidates {
      var count = 0
      for (argument, input) in zip(candidate.arguments, inputs) {
        if case .known(let type) = input, matches(argument, transition.baseType(type).bare) {
          count += 1
        }
      }
      if count > bestCount {
        bestCount = count
        kept = [candidate]
      } else if count == bestCount {
        kept.append(candidate)
      }
    }
    return kept
  }

  /// Keeps those whose arguments at the untyped places are of the category that wins there.
  private func narrow(_ candidates: [Candidate], unknowns: [Int]) -> [Candidate]? {
    var slots: [Int: (category: Character, hasPreferred: Bool)] = [:]
    for place in unknowns {
      var hasConflict = false
      for candidate in candidates {
        let type = candidate.arguments[place]
        let category = transition.category(of: type)
        let isPreferred = transition.isPreferred(type)
        guard let slot = slots[place] else {
          slots[place] = (category, isPreferred)
          continue
        }
        if slot.category == category {
          slots[place] = (category, slot.hasPreferred || isPreferred)
        } else if category == "S" {
          slots[place] = (category, isPreferred)
        } else {
          hasConflict = true
        }
      }
      if hasConflict, slots[place]?.category != "S" { return nil }
    }
    let kept = candidates.filter { candidate in
      unknowns.allSatisfy { place in
        guard let slot = slots[place] else { return true }
        let type = candidate.arguments[place]
        return transition.category(of: type) == slot.category
          && (!slot.hasPreferred || transition.isPreferred(type))
      }
    }
    return kept.isEmpty ? nil : kept
  }

  /// Where all typed inputs have one type, the untyped ones are taken for that type too.
  private func lastGasp(_ candidates: [Candidate], unknowns: [Int]) throws(Halt) -> Resolution {
    var known: DataType?
    for case .known(let type) in inputs {
      let base = transition.baseType(type).bare
      if let known, known != base { return .ambiguous }
      known = base
    }
    guard let known else { return .ambiguous }
    let assumed = inputs.map { _ in ValueType.known(known) }
    var found: Candidate?
    for candidate in candidates where try isReachable(candidate, from: assumed) {
      if found != nil { return .ambiguous }
      found = candidate
    }
    return found.map { .found($0) } ?? .ambiguous
  }
}
