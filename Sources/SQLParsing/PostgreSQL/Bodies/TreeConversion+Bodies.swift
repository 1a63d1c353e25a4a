import SQLSyntax

/// Whose body is read: what decides the variables that a body may name without declaring them.
enum RoutineKind {
  case block
  case routine(CreateFunction)
}

extension TreeConversion {
  /// The body of a routine, as text between quotes that start at a token.
  func routineBody(
    text body: String, token: Int, language: String, routine: RoutineKind
  ) -> RoutineBody {
    RoutineBody(text: body, place: place(token..<token + 1))
  }
}
