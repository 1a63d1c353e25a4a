import DatabaseModel
package import Engines
package import PropertyTesting
package import SQLSyntax

/// One statement of a sequence, and the session that runs it.
package struct SequenceStep: Hashable, Sendable {
  /// From 0.
  package var lane: Int
  /// The kind by its name in the survey of histories.
  package var kind: String
  package var statement: Statement

  package init(lane: Int, kind: String, statement: Statement) {
    self.lane = lane
    self.kind = kind
    self.statement = statement
  }
}

/// Statements in the order in which their sessions run them.
package struct StatementSequence: Hashable, Sendable {
  package var dialect: Dialect
  package var lanes: Int
  package var steps: [SequenceStep]

  package init(dialect: Dialect, lanes: Int = 1, steps: [SequenceStep]) {
    self.dialect = dialect
    self.lanes = lanes
    self.steps = steps
  }
}

/// How sequences are drawn.
package struct SequenceSettings: Sendable {
  package var dialect: Dialect
  package var count: ClosedRange<Int>
  package var lanes: Int
  /// Kinds that are not drawn.
  package var excluded: Set<String>
  /// `nil`: drawn for each sequence.
  package var profile: DrawingProfile?
  /// Whether each sequence leaves out some kinds, at random.
  package var isSwarmed = true
  /// Makes of a drawn statement the one that a parser would give, where generators cannot.
  package var reading: @Sendable (Statement) -> Statement
  /// Opens a session for a lane on a database that is empty when the first lane asks.
  package var connect: @Sendable (_ lane: Int, _ first: (any Session)?) throws -> any Session

  package init(
    dialect: Dialect, count: ClosedRange<Int> = 0...40, lanes: Int = 1,
    excluded: Set<String> = [],
    reading: @escaping @Sendable (Statement) -> Statement = { $0 },
    connect: (@Sendable (_ lane: Int, _ first: (any Session)?) throws -> any Session)? = nil
  ) {
    self.dialect = dialect
    self.count = count
    self.lanes = lanes
    self.excluded = excluded
    self.reading = reading
    self.connect = connect ?? { _, _ in CatalogSession(.empty(dialect: dialect)) }
  }
}

extension Generator where Value == StatementSequence {
  /// Sequences of statements, each drawn against the database that those before it made.
  ///
  /// Most are accepted; some are meant to be refused. A sequence shrinks by losing statements, and
  /// what is left keeps its meaning.
  package static func statements(_ settings: SequenceSettings) -> Generator {
    Generator("statements") { source in
      var run = try SequenceRun(
        settings, profile: try settings.profile ?? .draw(source))
      let steps = try source.suitableArray(count: settings.count) { try run.step($0) }
      return StatementSequence(dialect: settings.dialect, lanes: settings.lanes, steps: steps)
    }
  }
}

extension DrawingProfile {
  /// A profile for a whole sequence; the simplest makes no mistakes.
  static func draw(_ source: ChoiceSource) throws -> DrawingProfile {
    DrawingProfile(
      makesMistakes: try source.boolean(0.7), usesUncommonNames: try source.boolean(0.2),
      tables: try source.integer(in: 1...5))
  }
}
