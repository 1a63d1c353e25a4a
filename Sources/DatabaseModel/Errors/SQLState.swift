/// PostgreSQL's five-character error code; an open set, so that a code nobody foresaw still prints.
package struct SQLState: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package init(stringLiteral value: String) {
    rawValue = value
  }

  /// The first two characters, which name the class.
  package var stateClass: Substring { rawValue.prefix(2) }

  /// Matches the same code, and with a code that ends in `000` every code of its class.
  package static func ~= (pattern: SQLState, state: SQLState) -> Bool {
    pattern == state || pattern.rawValue.hasSuffix("000") && pattern.stateClass == state.stateClass
  }
}

extension SQLState: CustomStringConvertible {
  package var description: String { rawValue }
}
