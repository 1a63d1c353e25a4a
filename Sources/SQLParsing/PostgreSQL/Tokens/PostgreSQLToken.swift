import SQLSyntax

/// A token of PostgreSQL's lexical grammar, with its place.
struct PostgreSQLToken: Hashable {
  var kind: Kind
  var start: Int
  var end: Int

  enum Kind: Hashable {
    /// A name or keyword without quotes.
    case word
    /// `"name"`.
    case quotedWord
    /// `U&"name"`.
    case unicodeWord
    /// Any string in single quotes.
    case string
    /// A string in dollar quotes.
    case dollarString
    case number
    /// `$1`.
    case parameter
    case operatorName
    /// One of `( ) [ ] , ; . :` and their pairs `::`, `..`, `:=`.
    case symbol
    /// psql's `\command`, to the end of its line.
    case metaCommand
    /// Rows for psql after `COPY ... FROM stdin`, to its `\.`.
    case copyData
    /// A byte that no token can start with.
    case other
  }

  var range: SourceRange { SourceRange(start, end) }
}

/// A quote or comment that the file ends inside of.
struct UnterminatedToken: Hashable {
  enum Kind: String {
    case string = "string"
    case quotedName = "quoted name"
    case dollarQuote = "dollar-quoted string"
    case comment = "comment"
  }

  var kind: Kind
  /// Where it began.
  var range: SourceRange
}
