import DatabaseModel
import Migrations
import Resolution
import SQLSyntax

/// Makes diagnostics of refused statements: at their place, with what would mend them.
///
/// A refusal that only follows from an earlier one, because it needs what the refused statement
/// would have made, is counted and not shown.
struct RefusalDiagnostics {
  let migrations: [Migration]
  let creators: CreatorIndex
  /// Whether refusals that follow from others are shown as well.
  let showsFollowing: Bool
  /// Who refused, for people: `SQLite 3.40.1`.
  let engine: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Refusals left out because they follow from others.
  private(set) var followingCount = 0
  private var lost: Set<SchemaObject> = []

  init(
    migrations: [Migration], creators: CreatorIndex, showsFollowing: Bool = false, engine: String
  ) {
    self.showsFollowing = showsFollowing
    self.migrations = migrations
    self.creators = creators
    self.engine = engine
  }

  mutating func add(_ error: DatabaseError, migration: Int, statement: Int) {
    let effects = creators.effects[migration][statement]
    defer { lost.formUnion(effects.creates.map(\.object)) }
    if !showsFollowing, follows(effects) {
      followingCount += 1
      return
    }
    let subject = creators.effect(of: effects, namedIn: error.message)
    let source = migrations[migration].script.source
    diagnostics.append(
      Diagnostic(
        code: code(of: error), error.message, in: source,
        at: range(of: error, subject: subject, effects: effects, in: source),
        notes: engineNotes(error)
          + creatorNotes(subject, migration: migration, statement: statement),
        fixIts: fixIts(subject, migration: migration)))
  }

  private func follows(_ effects: StatementEffects) -> Bool {
    effects.effects.contains { effect in
      guard effect.changesSchema == false || isAlteration(effect) else { return false }
      return lost.contains(effect.object) || effect.object.whole.map(lost.contains) == true
    }
  }

  private func isAlteration(_ effect: Effect) -> Bool {
    if case .alter = effect.action { true } else { false }
  }

  private func code(of error: DatabaseError) -> String {
    error.state?.rawValue ?? "sqlite-\(error.resultCode ?? 1)"
  }

  private func range(
    of error: DatabaseError, subject: Effect?, effects: StatementEffects, in source: SourceText
  ) -> SourceRange? {
    if let range = subject?.range { return range }
    guard let statement = effects.range else { return nil }
    if let position = error.position, statement.lowerBound + position < statement.upperBound {
      return source.word(at: statement.lowerBound + position)
    }
    return statement
  }

  private func engineNotes(_ error: DatabaseError) -> [Diagnostic.Note] {
    [Diagnostic.Note("said by \(engine)")]
      + [error.detail, error.hint].compactMap { $0 }.map { Diagnostic.Note($0) }
  }

  /// Says where the missing object is made, if it is made later.
  private func creatorNotes(
    _ subject: Effect?, migration: Int, statement: Int
  ) -> [Diagnostic.Note] {
    guard let subject, !subject.isCreation,
      let later = creators.creators(of: subject.object).first(where: {
        ($0.migration, $0.statement) > (migration, statement)
      })
    else { return [] }
    return [
      Diagnostic.Note(
        "\(subject.object) is only made here, later",
        in: migrations[later.migration].script.source, at: later.range)
    ]
  }

  private func fixIts(_ subject: Effect?, migration: Int) -> [FixIt] {
    guard let subject, !subject.isCreation else { return [] }
    if let later = creators.creators(of: subject.object).first(where: { $0.migration > migration })
    {
      return [
        FixIt("move the statement behind \(migrations[later.migration].id), or to a later file")
      ]
    }
    return []
  }
}
