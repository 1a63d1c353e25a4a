/// The three truth values that `IS` can test for.
package enum TruthValue: String, Hashable, Sendable {
  case isTrue = "TRUE"
  case isFalse = "FALSE"
  case unknown = "UNKNOWN"
}

/// Pattern matching operators that are keywords.
package enum LikeKind: String, Hashable, Sendable {
  case like = "LIKE"
  case ilike = "ILIKE"
  case similarTo = "SIMILAR TO"
  case glob = "GLOB"
  case regexp = "REGEXP"
  case match = "MATCH"
}

/// How a comparison with a set of values is combined.
package enum Quantifier: String, Hashable, Sendable {
  case any = "ANY"
  case all = "ALL"
}

/// Functions that are keywords in the grammar, not names in the catalog.
package enum SpecialFunction: String, Hashable, Sendable {
  case coalesce = "COALESCE"
  case nullIf = "NULLIF"
  case greatest = "GREATEST"
  case least = "LEAST"
}

/// Values of the session or the moment, written without parentheses.
package enum CurrentValue: String, Hashable, Sendable {
  case date = "CURRENT_DATE"
  case time = "CURRENT_TIME"
  case timestamp = "CURRENT_TIMESTAMP"
  case localTime = "LOCALTIME"
  case localTimestamp = "LOCALTIMESTAMP"
  case role = "CURRENT_ROLE"
  case currentUser = "CURRENT_USER"
  case user = "USER"
  case sessionUser = "SESSION_USER"
  case catalog = "CURRENT_CATALOG"
  case schema = "CURRENT_SCHEMA"
}

/// What SQLite's `RAISE` does.
package enum RaiseAction: String, Hashable, Sendable {
  case ignore = "IGNORE"
  case rollback = "ROLLBACK"
  case abort = "ABORT"
  case fail = "FAIL"
}

/// `ROLLUP`, `CUBE`, `GROUPING SETS`, or the empty set `()`.
package enum GroupingSetKind: String, Hashable, Sendable {
  case empty = "()"
  case rollup = "ROLLUP"
  case cube = "CUBE"
  case sets = "GROUPING SETS"
}
