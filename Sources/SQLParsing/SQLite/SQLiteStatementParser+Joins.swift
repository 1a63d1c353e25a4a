import SQLSyntax

/// What stands between two sources.
struct SQLiteJoinOperator {
  var kind = JoinKind.inner
  var isNatural = false
  var isComma = false
}

extension SQLiteStatementParser {
  /// `,`, `JOIN`, or up to three words of joins and `JOIN`; `nil` where no join follows.
  mutating func joinOperator() throws(SQLiteSyntaxError) -> SQLiteJoinOperator? {
    if skip(.comma) { return SQLiteJoinOperator(isComma: true) }
    if skip(.join) { return SQLiteJoinOperator() }
    guard kind.isJoinWord else { return nil }
    let start = self.start
    var words = [token]
    advance()
    while words.count < 3, kind != .join {
      guard kind.isName else { throw unexpected("JOIN") }
      words.append(token)
      advance()
    }
    try expect(.join, "JOIN")
    return try joinOperator(of: words, SourceRange(start, previousEnd))
  }

  /// SQLite adds the words up: `LEFT RIGHT JOIN` is a full join, INNER and OUTER exclude each
  /// other, and OUTER alone says too little.
  private func joinOperator(
    of words: [SQLiteToken], _ range: SourceRange
  ) throws(SQLiteSyntaxError) -> SQLiteJoinOperator {
    var seen = Set<SQLiteTokenKind>()
    for word in words {
      guard word.kind.isJoinWord else { throw unknownJoin(range) }
      seen.insert(word.kind)
    }
    let isLeft = seen.contains(.left) || seen.contains(.full)
    let isRight = seen.contains(.right) || seen.contains(.full)
    let isOuter = isLeft || isRight || seen.contains(.outer)
    let isInner = seen.contains(.inner) || seen.contains(.cross)
    guard !(isInner && isOuter), !(isOuter && !isLeft && !isRight) else {
      throw unknownJoin(range)
    }
    let kind: JoinKind =
      switch (isLeft, isRight) {
      case (true, true): .full
      case (true, false): .left
      case (false, true): .right
      case (false, false): seen.contains(.cross) ? .cross : .inner
      }
    return SQLiteJoinOperator(kind: kind, isNatural: seen.contains(.natural))
  }

  private func unknownJoin(_ range: SourceRange) -> SQLiteSyntaxError {
    SQLiteSyntaxError(
      code: "unknown-join", "SQLite knows no join called \(source[range])", range)
  }
}
