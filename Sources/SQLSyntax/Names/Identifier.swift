/// A name as a dialect understands it: unquoted, unescaped, and on PostgreSQL folded and cut.
///
/// Equality is of the text alone. SQLite compares names without regard to ASCII case; use
/// ``key(in:)`` there.
package struct Identifier: Hashable, Sendable {
  package var text: String
  /// Whether it was written in quotes.
  ///
  /// Takes no part in equality, but matters to SQLite, which reads an unknown `"name"` as a string.
  package var quoting: Quoting
  package var place: Place

  /// The quotes around a name; SQLite knows four forms.
  package enum Quoting: Hashable, Sendable {
    case none
    case double
    case backtick
    case bracket
    /// `'name'`, which SQLite accepts where only a name can stand.
    case single
  }

  package init(_ text: String, quoting: Quoting = .none, place: Place = Place()) {
    self.text = text
    self.quoting = quoting
    self.place = place
  }

  package static func == (first: Identifier, second: Identifier) -> Bool {
    first.text == second.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  /// What two names have in common when a dialect takes them for the same.
  package func key(in dialect: Dialect) -> String {
    switch dialect {
    case .postgresql: text
    case .sqlite: text.asciiLowercased()
    }
  }
}

extension Identifier: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
