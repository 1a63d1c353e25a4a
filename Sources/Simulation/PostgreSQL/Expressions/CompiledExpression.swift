package import DatabaseModel

typealias Evaluation = (Frame) throws(EvaluationFailure) -> Datum

/// An expression made ready to be evaluated many times.
package struct CompiledExpression {
  /// The value, where it is the same whatever the rows are.
  package let constant: Datum?
  let evaluation: Evaluation

  init(constant: Datum) {
    self.constant = constant
    evaluation = { _ in constant }
  }

  init(_ evaluation: @escaping Evaluation) {
    constant = nil
    self.evaluation = evaluation
  }

  package func value(_ frame: Frame) throws(EvaluationFailure) -> Datum {
    if let constant { return constant }
    return try evaluation(frame)
  }

  /// Whether a condition holds: NULL does not.
  package func isTrue(_ frame: Frame) throws(EvaluationFailure) -> Bool {
    if case .boolean(true) = try value(frame) { true } else { false }
  }
}

/// How an operator or a function is computed.
enum Implementation: Sendable {
  typealias Unary = @Sendable (Datum) throws(EvaluationFailure) -> Datum
  typealias Binary = @Sendable (Datum, Datum) throws(EvaluationFailure) -> Datum
  typealias General = @Sendable ([Datum]) throws(EvaluationFailure) -> Datum

  /// NULL where the operand is.
  case unary(Unary)
  /// NULL where one operand is.
  case binary(Binary)
  /// NULL where one operand is.
  case strict(General)
  case loose(General)
}
