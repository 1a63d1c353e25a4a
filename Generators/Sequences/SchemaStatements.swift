package import PropertyTesting
package import SQLSyntax

extension Generator where Value == [Statement] {
  /// The statements that build a whole schema, each accepted where it stands: tables with their
  /// keys and references, indexes, views, triggers, and what else the dialect has.
  package static func schema(_ dialect: Dialect, count: ClosedRange<Int> = 1...16) -> Generator {
    Generator("schema") { source in
      var settings = SequenceSettings(dialect: dialect, count: count)
      settings.excluded = Set(
        StatementRule.all(for: dialect).map(\.kind).filter { !Self.isBuilding($0) })
      let profile = DrawingProfile(
        makesMistakes: false, usesUncommonNames: try source.boolean(0.4),
        tables: try source.integer(in: 1...6))
      var run = try SequenceRun(settings, profile: profile)
      return try source.suitableArray(count: count) { source in
        guard let step = try run.step(source), run.lastWasAccepted else { return nil }
        return step.statement
      }
    }
  }

  private static func isBuilding(_ kind: String) -> Bool {
    kind.hasPrefix("CREATE ") || kind.hasPrefix("ALTER TABLE ADD") || kind == "COMMENT ON"
      || kind.hasPrefix("ALTER TABLE SET") || kind == "ALTER TABLE ENABLE RLS"
  }
}
