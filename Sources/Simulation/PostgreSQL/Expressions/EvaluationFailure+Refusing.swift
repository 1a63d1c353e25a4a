package import DatabaseModel

extension EvaluationFailure {
  package static func refuse(
    _ state: SQLState, _ message: String, detail: String? = nil, hint: String? = nil
  ) -> EvaluationFailure {
    .refused(DatabaseError(state: state, message: message, detail: detail, hint: hint))
  }

  package init(_ failure: ValueFailure) {
    switch failure {
    case .refused(let error): self = .refused(error)
    case .unmodelled(let reason): self = .unmodelled(reason)
    }
  }
}
