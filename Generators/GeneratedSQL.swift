public import PropertyTesting
import SQLSyntax

/// The SQL that statements are drawn in.
public enum GeneratedDialect: String, CaseIterable, Hashable, Sendable {
  /// PostgreSQL 15.
  case postgresql
  /// SQLite 3.40.
  case sqlite

  var dialect: Dialect {
    switch self {
    case .postgresql: .postgresql
    case .sqlite: .sqlite
    }
  }
}

/// Statements that were drawn one after the other, as text.
public struct GeneratedSQL: Hashable, Sendable {
  /// Each without a semicolon, in the order in which they run.
  public let statements: [String]

  /// All of them as one script.
  public var script: String { statements.map { $0 + ";\n" }.joined() }

  init(_ statements: [Statement], _ dialect: Dialect) {
    self.statements = statements.map { SQLPrinter(dialect: dialect).print($0) }
  }
}

extension Generator where Value == GeneratedSQL {
  /// Statements of all kinds, each drawn against the schema that those before it made.
  ///
  /// Most are accepted on an empty database; some are meant to be refused.
  public static func statements(
    for dialect: GeneratedDialect, count: ClosedRange<Int> = 0...40
  ) -> Generator {
    Generator<StatementSequence>
      .statements(SequenceSettings(dialect: dialect.dialect, count: count))
      .map { GeneratedSQL($0.steps.map(\.statement), dialect.dialect) }
  }

  /// Statements that build a schema from nothing: tables, keys, indexes, views, triggers, types.
  public static func schema(
    for dialect: GeneratedDialect, count: ClosedRange<Int> = 1...16
  ) -> Generator {
    Generator<[Statement]>.schema(dialect.dialect, count: count)
      .map { GeneratedSQL($0, dialect.dialect) }
  }
}
