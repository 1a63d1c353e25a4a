package import SQLSyntax

/// The SQL that migrations are written in.
public enum SQLDialect: String, Hashable, Sendable, CaseIterable {
  case postgresql
  case sqlite

  package var dialect: Dialect {
    switch self {
    case .postgresql: .postgresql
    case .sqlite: .sqlite
    }
  }

  package init(_ dialect: Dialect) {
    switch dialect {
    case .postgresql: self = .postgresql
    case .sqlite: self = .sqlite
    }
  }

  /// The product's own spelling, for people.
  public var displayName: String { dialect.displayName }
}
