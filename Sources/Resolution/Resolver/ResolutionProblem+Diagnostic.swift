package import Migrations
package import SQLSyntax

extension ResolutionProblem {
  /// The problem as it is shown to the user, at its place in the file.
  package func diagnostic(in set: MigrationSet) -> Diagnostic {
    switch self {
    case .cycle(let cycle): cycle.diagnostic(in: set)
    case .misplaced(let misplaced): misplaced.diagnostic(in: set)
    case .missing(let missing): missing.diagnostic(in: set)
    case .refused(let refused): refused.diagnostic(in: set)
    case .undeclarable(let dependency, let migration, let candidates):
      Diagnostic(
        code: "unknown-dependency",
        candidates.isEmpty
          ? "there is no migration \(dependency.reference)"
          : "\(dependency.reference) may be any of "
            + candidates.map(\.rawValue).joined(separator: ", "),
        in: set[migration]?.script.source ?? SourceText(name: migration.rawValue, text: ""),
        at: dependency.place.range)
    }
  }
}

extension DependencyCycle {
  fileprivate func diagnostic(in set: MigrationSet) -> Diagnostic {
    let names = migrations.map(\.rawValue)
    let circle = (names + names.prefix(1)).joined(separator: " → ")
    let notes = edges.map { Diagnostic.Note($0.reason, at: $0.dependent, in: set) }
    let message = "these migrations need each other, so none can run first: \(circle)"
    let fixIts =
      split.map { [FixIt($0.message)] }
      ?? [
        FixIt(
          "no statement can move alone: take apart a statement, so that one part can come first")
      ]
    return Diagnostic(
      code: "dependency-cycle", message, at: edges.last?.dependent, in: set, notes: notes,
      fixIts: fixIts)
  }
}

extension MisplacedStatement {
  fileprivate func diagnostic(in set: MigrationSet) -> Diagnostic {
    let name = edge.object.map { "\(edge.type) \($0)" } ?? "what it needs"
    let note = Diagnostic.Note("it is created here", at: edge.prerequisite, in: set)
    return Diagnostic(
      code: "used-before-creation", "this uses \(name), which the file creates further down",
      at: edge.dependent, in: set, notes: [note],
      fixIts: fix.map { [FixIt($0.message)] } ?? [])
  }
}

extension MissingReference {
  fileprivate func diagnostic(in set: MigrationSet) -> Diagnostic {
    let message: String
    let certain = possibleCreators.isEmpty
    if type == .extension || type == .type, object.namespace == .extension {
      message = "this needs extension \(object), which no migration creates"
    } else {
      message =
        certain
        ? "no migration creates \(type) \(object)"
        : "no statement that can be read creates \(type) \(object)"
    }
    let notes = possibleCreators.map {
      Diagnostic.Note("this might create it, but cannot be read", at: $0, in: set)
    }
    let fixIts = suggestion.map { [fixIt($0, in: set)] } ?? []
    return Diagnostic(
      certain ? .error : .warning, code: "missing-\(type)", message, at: reference, in: set,
      notes: notes, fixIts: fixIts)
  }
}

extension MissingReference {
  /// Writes the nearest name in place of the missing one, where that stands alone in the text.
  private func fixIt(_ suggestion: SchemaObject, in set: MigrationSet) -> FixIt {
    let message = "did you mean \(suggestion)?"
    guard let range = reference.range, let source = set[reference.migration]?.script.source,
      suggestion.schema == object.schema
    else { return FixIt(message) }
    // The last part of a qualified name is what is misspelled.
    let written = source[range]
    let quoted = "\"\(object.name)\""
    let length = written.hasSuffix(quoted) ? quoted.utf8.count : object.name.utf8.count
    guard written.hasSuffix(quoted) || written.lowercased().hasSuffix(object.name.lowercased())
    else { return FixIt(message) }
    let place = SourceRange(range.upperBound - length, range.upperBound)
    let name = Identifier(suggestion.name).quoted(in: set.dialect)
    return FixIt(
      message, edits: [TextEdit(file: source.name, range: place, replacement: name)])
  }
}

extension RefusedStatement {
  fileprivate func diagnostic(in set: MigrationSet) -> Diagnostic {
    switch reason {
    case .alreadyThere:
      Diagnostic(
        code: "created-twice", "\(type) \(object) is there already", at: statement, in: set,
        notes: notes("it is created here", set))
    case .notThere:
      Diagnostic(
        code: "used-when-gone", "\(type) \(object) is not there any more, or not yet",
        at: statement, in: set, notes: notes("it goes away here", set))
    }
  }

  private func notes(_ message: String, _ set: MigrationSet) -> [Diagnostic.Note] {
    cause.map { [Diagnostic.Note(message, at: $0, in: set)] } ?? []
  }
}

extension Diagnostic {
  fileprivate init(
    _ severity: Severity = .error, code: String, _ message: String,
    at reference: StatementReference?, in set: MigrationSet, notes: [Note] = [],
    fixIts: [FixIt] = []
  ) {
    guard let reference, let source = set[reference.migration]?.script.source else {
      self.init(
        severity, code: code, message, file: reference?.migration.rawValue, notes: notes,
        fixIts: fixIts)
      return
    }
    self.init(
      severity, code: code, message, in: source, at: reference.range, notes: notes,
      fixIts: fixIts)
  }
}

extension Diagnostic.Note {
  fileprivate init(_ message: String, at reference: StatementReference, in set: MigrationSet) {
    self.init(message, in: set[reference.migration]?.script.source, at: reference.range)
  }
}
