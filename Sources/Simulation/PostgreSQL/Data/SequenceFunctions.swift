package import DatabaseModel

/// What `nextval`, `currval`, `setval` and `lastval` do; the only functions that change a database.
package protocol SequenceFunctions: AnyObject {
  func nextValue(of sequence: ObjectID) throws(EvaluationFailure) -> Int64

  func currentValue(of sequence: ObjectID) throws(EvaluationFailure) -> Int64

  func setValue(
    of sequence: ObjectID, to value: Int64, isCalled: Bool
  ) throws(EvaluationFailure)

  func lastValue() throws(EvaluationFailure) -> Int64
}
