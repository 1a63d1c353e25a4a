/// Why a transition stops before its end.
enum Halt: Error {
  case refused(DatabaseError)
  case unmodelled(String)
}

extension Halt {
  /// The engine's refusal in the engine's words.
  static func refuse(
    _ state: SQLState, _ message: String, detail: String? = nil, hint: String? = nil,
    schema: String? = nil, table: String? = nil, column: String? = nil, constraint: String? = nil
  ) -> Halt {
    .refused(
      DatabaseError(
        state: state, message: message, detail: detail, hint: hint, schema: schema, table: table,
        column: column, constraint: constraint))
  }
}
