import SQLSyntax

/// What a body belongs to.
enum RoutineKind {
  /// A DO block, which runs at once.
  case block
  /// A function or procedure, which is only checked.
  case routine
}

extension TreeConversion {
  /// The body of a routine, as text in the string at a token.
  func routineBody(
    text value: String, token: Int, language: String, routine: RoutineKind
  ) -> RoutineBody {
    let embedded = embeddedText(value, token: token)
    var body = RoutineBody(text: value, place: embedded.place)
    guard depth < 3, language == "plpgsql" || language == "sql" else { return body }
    let fragments = FragmentReading(source: source, embedded: embedded, depth: depth + 1)
    do throws(FragmentFailure) {
      if language == "sql" {
        body.statements = try fragments.allStatements().map {
          BodyStatement(content: .statement($0))
        }
      } else {
        var reading = PLpgSQLReading(fragments)
        body.statements = try reading.read()
      }
      body.isRead = true
    } catch {
      report(error, embedded, routine)
    }
    return body
  }

  /// A DO block that does not parse cannot run; a routine can be made if nobody checks it.
  private func report(
    _ failure: FragmentFailure, _ embedded: EmbeddedText, _ routine: RoutineKind
  ) {
    let range = embedded.fixedPlace == nil ? failure.range : embedded.fixedPlace?.range
    let isBlock = if case .block = routine { true } else { false }
    let isRefused = isBlock || checksBodies
    let note = "check_function_bodies is off, so PostgreSQL takes this body unread"
    diagnostics.append(
      Diagnostic(
        isRefused ? .error : .warning, code: "body-syntax-error", failure.message, in: source,
        at: range, notes: isRefused ? [] : [Diagnostic.Note(note)]))
  }
}
