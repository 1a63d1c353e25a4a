/// The words of SQLite's grammar, found without making a string.
///
/// Source: SQLite 3.40, "SQLite Keywords", https://www.sqlite.org/lang_keywords.html.
struct SQLiteKeywordTable: Sendable {
  static let shared = SQLiteKeywordTable()
  static let longest = 17

  /// A word's letters, in lower case, sixteen of them packed; no two words differ only behind that.
  struct Key: Hashable, Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var count = 0

    mutating func append(_ byte: UInt8) {
      let lower = UInt64(byte | 0x20)
      if count < 8 {
        first |= lower << UInt64(count * 8)
      } else if count < 16 {
        second |= lower << UInt64((count - 8) * 8)
      }
      count += 1
    }

    fileprivate var slot: Int {
      var mixed = first &* 0x9E37_79B9_7F4A_7C15
      mixed ^= second &* 0xC2B2_AE3D_27D4_EB4F
      mixed ^= UInt64(count) &* 0x1656_67B1_9E37_79F9
      return Int(truncatingIfNeeded: mixed >> 54)
    }
  }

  private var keys: [Key]
  private var kinds: [SQLiteTokenKind]

  private init() {
    keys = Array(repeating: Key(), count: 1024)
    kinds = Array(repeating: .identifier, count: 1024)
    for (word, kind) in Self.words {
      var key = Key()
      for byte in word.utf8 { key.append(byte) }
      var slot = key.slot
      while keys[slot].count != 0 { slot = (slot + 1) & 1023 }
      keys[slot] = key
      kinds[slot] = kind
    }
  }

  /// The word's kind; ``SQLiteTokenKind/identifier`` for what is no keyword.
  func kind(of key: Key) -> SQLiteTokenKind {
    var slot = key.slot
    while keys[slot].count != 0 {
      if keys[slot] == key { return kinds[slot] }
      slot = (slot + 1) & 1023
    }
    return .identifier
  }
}

extension SQLiteKeywordTable {
  static let words: [(String, SQLiteTokenKind)] = [
    ("ABORT", .abort),
    ("ACTION", .action),
    ("ADD", .add),
    ("AFTER", .after),
    ("ALL", .all),
    ("ALTER", .alter),
    ("ALWAYS", .always),
    ("ANALYZE", .analyze),
    ("AND", .and),
    ("AS", .as),
    ("ASC", .asc),
    ("ATTACH", .attach),
    ("AUTOINCREMENT", .autoincrement),
    ("BEFORE", .before),
    ("BEGIN", .begin),
    ("BETWEEN", .between),
    ("BY", .by),
    ("CASCADE", .cascade),
    ("CASE", .case),
    ("CAST", .cast),
    ("CHECK", .check),
    ("COLLATE", .collate),
    ("COLUMN", .column),
    ("COMMIT", .commit),
    ("CONFLICT", .conflict),
    ("CONSTRAINT", .constraint),
    ("CREATE", .create),
    ("CROSS", .cross),
    ("CURRENT", .current),
    ("CURRENT_DATE", .currentDate),
    ("CURRENT_TIME", .currentTime),
    ("CURRENT_TIMESTAMP", .currentTimestamp),
    ("DATABASE", .database),
    ("DEFAULT", .default),
    ("DEFERRABLE", .deferrable),
    ("DEFERRED", .deferred),
    ("DELETE", .delete),
    ("DESC", .desc),
    ("DETACH", .detach),
    ("DISTINCT", .distinct),
    ("DO", .do),
    ("DROP", .drop),
    ("EACH", .each),
    ("ELSE", .else),
    ("END", .end),
    ("ESCAPE", .escape),
    ("EXCEPT", .except),
    ("EXCLUDE", .exclude),
    ("EXCLUSIVE", .exclusive),
    ("EXISTS", .exists),
    ("EXPLAIN", .explain),
    ("FAIL", .fail),
    ("FILTER", .filter),
    ("FIRST", .first),
    ("FOLLOWING", .following),
    ("FOR", .for),
    ("FOREIGN", .foreign),
    ("FROM", .from),
    ("FULL", .full),
    ("GENERATED", .generated),
    ("GLOB", .glob),
    ("GROUP", .group),
    ("GROUPS", .groups),
    ("HAVING", .having),
    ("IF", .if),
    ("IGNORE", .ignore),
    ("IMMEDIATE", .immediate),
    ("IN", .in),
    ("INDEX", .index),
    ("INDEXED", .indexed),
    ("INITIALLY", .initially),
    ("INNER", .inner),
    ("INSERT", .insert),
    ("INSTEAD", .instead),
    ("INTERSECT", .intersect),
    ("INTO", .into),
    ("IS", .is),
    ("ISNULL", .isnull),
    ("JOIN", .join),
    ("KEY", .key),
    ("LAST", .last),
    ("LEFT", .left),
    ("LIKE", .like),
    ("LIMIT", .limit),
    ("MATCH", .match),
    ("MATERIALIZED", .materialized),
    ("NATURAL", .natural),
    ("NO", .no),
    ("NOT", .not),
    ("NOTHING", .nothing),
    ("NOTNULL", .notnull),
    ("NULL", .null),
    ("NULLS", .nulls),
    ("OF", .of),
    ("OFFSET", .offset),
    ("ON", .on),
    ("OR", .or),
    ("ORDER", .order),
    ("OTHERS", .others),
    ("OUTER", .outer),
    ("OVER", .over),
    ("PARTITION", .partition),
    ("PLAN", .plan),
    ("PRAGMA", .pragma),
    ("PRECEDING", .preceding),
    ("PRIMARY", .primary),
    ("QUERY", .query),
    ("RAISE", .raise),
    ("RANGE", .range),
    ("RECURSIVE", .recursive),
    ("REFERENCES", .references),
    ("REGEXP", .regexp),
    ("REINDEX", .reindex),
    ("RELEASE", .release),
    ("RENAME", .rename),
    ("REPLACE", .replace),
    ("RESTRICT", .restrict),
    ("RETURNING", .returning),
    ("RIGHT", .right),
    ("ROLLBACK", .rollback),
    ("ROW", .row),
    ("ROWS", .rows),
    ("SAVEPOINT", .savepoint),
    ("SELECT", .select),
    ("SET", .set),
    ("TABLE", .table),
    ("TEMP", .temp),
    ("TEMPORARY", .temp),
    ("THEN", .then),
    ("TIES", .ties),
    ("TO", .to),
    ("TRANSACTION", .transaction),
    ("TRIGGER", .trigger),
    ("UNBOUNDED", .unbounded),
    ("UNION", .union),
    ("UNIQUE", .unique),
    ("UPDATE", .update),
    ("USING", .using),
    ("VACUUM", .vacuum),
    ("VALUES", .values),
    ("VIEW", .view),
    ("VIRTUAL", .virtual),
    ("WHEN", .when),
    ("WHERE", .where),
    ("WINDOW", .window),
    ("WITH", .with),
    ("WITHOUT", .without),
  ]
}
