/// How two queries are combined.
package enum SetOperator: String, Hashable, Sendable {
  case union = "UNION"
  case intersect = "INTERSECT"
  case except = "EXCEPT"
}

/// The direction of a sort key.
package enum SortDirection: String, Hashable, Sendable {
  case ascending = "ASC"
  case descending = "DESC"
}

/// Where NULLs stand in an order.
package enum NullsOrder: String, Hashable, Sendable {
  case first = "NULLS FIRST"
  case last = "NULLS LAST"
}

/// How two sources are joined.
package enum JoinKind: String, Hashable, Sendable {
  case inner = "JOIN"
  case left = "LEFT JOIN"
  case right = "RIGHT JOIN"
  case full = "FULL JOIN"
  case cross = "CROSS JOIN"
}

/// How long a table lives and whether it is logged.
package enum Persistence: String, Hashable, Sendable {
  case permanent = ""
  case temporary = "TEMPORARY"
  case unlogged = "UNLOGGED"
}
