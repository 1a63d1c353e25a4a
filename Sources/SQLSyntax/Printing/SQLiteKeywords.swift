/// SQLite's keywords, and those of them that its parser takes as names where no keyword fits.
///
/// Source: SQLite 3.40, `sqlite3_keyword_name()` and the `%fallback ID` of its grammar, of which
/// only the words that are names in every place are listed here.
enum SQLiteKeywords {
  static func isName(_ word: String, as role: IdentifierRole) -> Bool {
    guard all.contains(word) else { return true }
    if names.contains(word) { return true }
    return role == .functionOrType && functions.contains(word)
  }

  static let all = words(
    """
    abort action add after all alter always analyze and as asc attach autoincrement before begin
    between by cascade case cast check collate column commit conflict constraint create cross
    current current_date current_time current_timestamp database default deferrable deferred delete
    desc detach distinct do drop each else end escape except exclude exclusive exists explain fail
    filter first following for foreign from full generated glob group groups having if ignore
    immediate in index indexed initially inner insert instead intersect into is isnull join key
    last left like limit match materialized natural no not nothing notnull null nulls of offset on
    or order others outer over partition plan pragma preceding primary query raise range recursive
    references regexp reindex release rename replace restrict returning right rollback row rows
    savepoint select set table temp temporary then ties to transaction trigger unbounded union
    unique update using vacuum values view virtual when where window with without
    """)

  private static let names = words(
    """
    abort action after always before cascade conflict database each exclude exclusive fail first
    immediate key last others plan query release restrict row ties trigger view virtual
    """)

  private static let functions = words("glob like match regexp replace")

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map { String($0) })
  }
}
