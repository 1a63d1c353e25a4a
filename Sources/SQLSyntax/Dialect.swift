/// The SQL that a piece of text is written in.
package enum Dialect: String, Hashable, Sendable, CaseIterable {
  case postgresql
  case sqlite

  /// The product's own spelling, for people.
  package var displayName: String {
    switch self {
    case .postgresql: "PostgreSQL"
    case .sqlite: "SQLite"
    }
  }
}
