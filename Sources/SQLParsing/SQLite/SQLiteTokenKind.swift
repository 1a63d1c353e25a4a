/// What a token of SQLite's SQL is.
///
/// - Invariant: The order carries meaning: words that may stand for names where they mean nothing
///   else come last, then the words of joins before them.
enum SQLiteTokenKind: UInt8, Hashable, Sendable {
  case endOfInput
  /// What no token can be, a lone `!`.
  case illegal
  /// A quote that never closes.
  case unterminated
  /// `12ab`: a number that runs into letters.
  case illegalNumber
  /// `X'1'`: a blob of odd length or with other characters than digits.
  case illegalBlob
  /// `@` without a name.
  case illegalParameter

  case semicolon
  case leftParenthesis
  case rightParenthesis
  case comma
  case dot
  case plus
  case minus
  case star
  case slash
  case percent
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case leftShift
  case rightShift
  case bitAnd
  case bitOr
  case bitNot
  case concatenation
  /// `->` and `->>`.
  case pointer

  case integer
  case float
  case blob
  case parameter
  case string

  // Words that are never names.
  case add
  case all
  case alter
  case and
  case `as`
  case autoincrement
  case between
  case `case`
  case check
  case collate
  case commit
  case constraint
  case create
  case `default`
  case deferrable
  case delete
  case distinct
  case drop
  case `else`
  case escape
  case except
  case exists
  case filter
  case foreign
  case from
  case group
  case having
  case `in`
  case index
  case insert
  case intersect
  case into
  case `is`
  case isnull
  case join
  case limit
  case not
  case nothing
  case notnull
  case null
  case on
  case or
  case order
  case over
  case primary
  case references
  case returning
  case select
  case set
  case table
  case then
  case to
  case transaction
  case union
  case unique
  case update
  case using
  case values
  case when
  case `where`
  case window

  // Words of joins: names where a whole name is asked for, never aliases.
  case cross
  case full
  case inner
  case left
  case natural
  case outer
  case right

  // Not a word of joins, and a name in the same places except as an alias.
  case indexed

  // Names, and words that stand for names.
  case identifier
  case abort
  case action
  case after
  case always
  case analyze
  case asc
  case attach
  case before
  case begin
  case by
  case cascade
  case cast
  case column
  case conflict
  case current
  case currentDate
  case currentTime
  case currentTimestamp
  case database
  case deferred
  case desc
  case detach
  case `do`
  case each
  case end
  case exclude
  case exclusive
  case explain
  case fail
  case first
  case following
  case `for`
  case generated
  case glob
  case groups
  case `if`
  case ignore
  case immediate
  case initially
  case instead
  case key
  case last
  case like
  case match
  case materialized
  case no
  case nulls
  case of
  case offset
  case others
  case partition
  case plan
  case pragma
  case preceding
  case query
  case raise
  case range
  case recursive
  case regexp
  case reindex
  case release
  case rename
  case replace
  case restrict
  case rollback
  case row
  case rows
  case savepoint
  case temp
  case ties
  case trigger
  case unbounded
  case vacuum
  case view
  case virtual
  case with
  case without

  /// A name, or a word that SQLite takes for one where it has no meaning of its own.
  var isIdentifier: Bool { rawValue >= Self.identifier.rawValue }

  /// Whether it can be the whole name of an object: SQLite's `nm`.
  var isName: Bool { rawValue >= Self.cross.rawValue || self == .string }

  var isJoinWord: Bool { rawValue >= Self.cross.rawValue && rawValue < Self.indexed.rawValue }

  /// Whether SQLite gives up at this token with "unrecognized token".
  var isIllegal: Bool {
    rawValue >= Self.illegal.rawValue && rawValue <= Self.illegalParameter.rawValue
  }
}
