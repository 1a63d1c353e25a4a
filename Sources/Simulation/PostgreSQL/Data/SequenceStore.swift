package import DatabaseModel
package import HashTreeCollections
import SQLSyntax

/// What a session knows of the sequences it has used.
package struct SequenceMemory: Hashable, Sendable {
  /// The last value that this session got from each.
  package var values: TreeDictionary<ObjectID, Int64> = [:]
  /// The sequence `nextval` was last called on.
  package var last: ObjectID?

  package init() {}
}

/// Sequences while a statement runs: they move on even where the statement is refused.
package final class SequenceStore: SequenceFunctions {
  package private(set) var states: TreeDictionary<ObjectID, SequenceState>
  package private(set) var memory: SequenceMemory
  private var catalog: Catalog
  private let record: (RowCheck) -> Void

  package init(
    _ database: Database, memory: SequenceMemory, record: @escaping (RowCheck) -> Void = { _ in }
  ) {
    catalog = database.catalog
    states = database.sequences
    self.memory = memory
    self.record = record
  }

  private func definition(_ id: ObjectID) throws(EvaluationFailure) -> SequenceDefinition {
    guard let sequence = catalog.sequence(id) else {
      throw .unmodelled("A sequence that the catalog does not have is used")
    }
    return sequence
  }

  private func state(_ sequence: SequenceDefinition) -> SequenceState {
    states[sequence.id] ?? SequenceState(lastValue: sequence.start)
  }

  package func nextValue(of id: ObjectID) throws(EvaluationFailure) -> Int64 {
    let sequence = try definition(id)
    if sequence.cache > 1 { throw .unmodelled("Sequences with a cache are not modelled") }
    var state = state(sequence)
    if state.isCalled {
      state.lastValue = try successor(of: state.lastValue, sequence)
    }
    state.isCalled = true
    states[id] = state
    memory.values[id] = state.lastValue
    memory.last = id
    return state.lastValue
  }

  private func successor(
    of value: Int64, _ sequence: SequenceDefinition
  ) throws(EvaluationFailure) -> Int64 {
    let (next, overflows) = value.addingReportingOverflow(sequence.increment)
    if !overflows, next <= sequence.maximum, next >= sequence.minimum { return next }
    let rises = sequence.increment > 0
    if sequence.isCycling { return rises ? sequence.minimum : sequence.maximum }
    record(.sequenceLimit)
    let limit = rises ? sequence.maximum : sequence.minimum
    throw .refused(
      DatabaseError(
        state: "2200H",
        message: "nextval: reached \(rises ? "maximum" : "minimum") value of sequence "
          + "\"\(sequence.name.text)\" (\(limit))"))
  }

  package func currentValue(of id: ObjectID) throws(EvaluationFailure) -> Int64 {
    let sequence = try definition(id)
    if let value = memory.values[id] { return value }
    throw .refused(
      DatabaseError(
        state: .objectNotInPrerequisiteState,
        message: "currval of sequence \"\(sequence.name.text)\" is not yet defined in this session")
    )
  }

  package func setValue(
    of id: ObjectID, to value: Int64, isCalled: Bool
  ) throws(EvaluationFailure) {
    let sequence = try definition(id)
    if value < sequence.minimum || value > sequence.maximum {
      throw .refused(
        DatabaseError(
          state: .numericValueOutOfRange,
          message: "setval: value \(value) is out of bounds for sequence "
            + "\"\(sequence.name.text)\" (\(sequence.minimum)..\(sequence.maximum))"))
    }
    var state = state(sequence)
    state.lastValue = value
    state.isCalled = isCalled
    states[id] = state
    if isCalled { memory.values[id] = value }
  }

  package func lastValue() throws(EvaluationFailure) -> Int64 {
    if let last = memory.last, catalog.sequence(last) != nil, let value = memory.values[last] {
      return value
    }
    throw .refused(
      DatabaseError(
        state: .objectNotInPrerequisiteState,
        message: "lastval is not yet defined in this session"))
  }
}

extension SequenceStore {
  /// Sets a sequence back in a way that is rolled back with the transaction.
  package func restart(_ id: ObjectID, at value: Int64?, in catalog: Catalog) {
    self.catalog = catalog
    guard let sequence = catalog.sequence(id) else { return }
    var state = state(sequence)
    state.lastValue = value ?? sequence.start
    state.isCalled = false
    state.incarnation += 1
    states[id] = state
  }

  /// A sequence has another definition; where it stands stays.
  package func redefine(in catalog: Catalog) { self.catalog = catalog }

  /// Writes down where a sequence stands before its definition changes.
  package func settle(_ id: ObjectID) {
    guard states[id] == nil, let sequence = catalog.sequence(id) else { return }
    states[id] = state(sequence)
  }
}
