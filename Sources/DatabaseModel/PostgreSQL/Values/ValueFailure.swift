/// Why a text is no value of a type.
package enum ValueFailure: Error, Hashable, Sendable {
  case refused(DatabaseError)
  /// The form is not known.
  case unmodelled(String)
}

extension ValueFailure {
  package static func refuse(
    _ state: SQLState, _ message: String, detail: String? = nil, hint: String? = nil
  ) -> ValueFailure {
    .refused(DatabaseError(state: state, message: message, detail: detail, hint: hint))
  }

  static func badSyntax(_ type: String, _ text: String) -> ValueFailure {
    refuse(.invalidTextRepresentation, "invalid input syntax for type \(type): \"\(text)\"")
  }
}
