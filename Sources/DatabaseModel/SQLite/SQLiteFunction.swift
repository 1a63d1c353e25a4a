/// A function of SQLite 3.40 as name resolution sees it.
struct SQLiteFunction: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case scalar
    /// Also with `OVER`.
    case aggregate
    /// Only with `OVER`.
    case window
  }

  var kind: Kind
  /// Whether it gives the same for the same arguments, so that an index may hold it.
  var isDeterministic: Bool
  /// The numbers of arguments it takes; empty means any.
  var argumentCounts: [Int]

  init(_ kind: Kind, _ counts: [Int], isDeterministic: Bool = true) {
    self.kind = kind
    self.isDeterministic = isDeterministic
    argumentCounts = counts
  }

  func accepts(_ count: Int) -> Bool {
    argumentCounts.isEmpty || argumentCounts.contains(count)
  }
}

/// What a call's name and number of arguments stand for.
enum SQLiteFunctionLookup {
  case found(SQLiteFunction)
  case missing
  case wrongArgumentCount
  /// The function belongs to an extension whose rules are not modelled.
  case unmodelled
}

extension SQLiteFunction {
  static func find(_ name: String, argumentCount: Int) -> SQLiteFunctionLookup {
    if fullTextFunctions.contains(name) { return .unmodelled }
    if name == "min" || name == "max" {
      switch argumentCount {
      case 0: return .wrongArgumentCount
      case 1: return .found(SQLiteFunction(.aggregate, [1], isDeterministic: false))
      default: return .found(SQLiteFunction(.scalar, []))
      }
    }
    if name == "coalesce", argumentCount < 2 { return .wrongArgumentCount }
    guard let function = all[name] else { return .missing }
    return function.accepts(argumentCount) ? .found(function) : .wrongArgumentCount
  }

  /// Functions that need a full-text or R-tree table beside them, or another library.
  private static let fullTextFunctions: Set<String> = [
    "bm25", "fts5", "highlight", "snippet", "offsets", "optimize", "matchinfo", "match",
    "rtreecheck", "rtreedepth", "rtreenode", "fts3_tokenizer", "load_extension",
    "fts5_source_id", "sqlite_log", "subtype",
  ]

  private static let all: [String: SQLiteFunction] = [
    "abs": SQLiteFunction(.scalar, [1]),
    "acos": SQLiteFunction(.scalar, [1]),
    "acosh": SQLiteFunction(.scalar, [1]),
    "asin": SQLiteFunction(.scalar, [1]),
    "asinh": SQLiteFunction(.scalar, [1]),
    "atan": SQLiteFunction(.scalar, [1]),
    "atan2": SQLiteFunction(.scalar, [2]),
    "atanh": SQLiteFunction(.scalar, [1]),
    "avg": SQLiteFunction(.aggregate, [1], isDeterministic: false),
    "ceil": SQLiteFunction(.scalar, [1]),
    "ceiling": SQLiteFunction(.scalar, [1]),
    "changes": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "char": SQLiteFunction(.scalar, []),
    "coalesce": SQLiteFunction(.scalar, []),
    "cos": SQLiteFunction(.scalar, [1]),
    "cosh": SQLiteFunction(.scalar, [1]),
    "count": SQLiteFunction(.aggregate, [0, 1], isDeterministic: false),
    "cume_dist": SQLiteFunction(.window, [0], isDeterministic: false),
    "current_date": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "current_time": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "current_timestamp": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "date": SQLiteFunction(.scalar, []),
    "datetime": SQLiteFunction(.scalar, []),
    "degrees": SQLiteFunction(.scalar, [1]),
    "dense_rank": SQLiteFunction(.window, [0], isDeterministic: false),
    "exp": SQLiteFunction(.scalar, [1]),
    "first_value": SQLiteFunction(.window, [1], isDeterministic: false),
    "floor": SQLiteFunction(.scalar, [1]),
    "format": SQLiteFunction(.scalar, []),
    "glob": SQLiteFunction(.scalar, [2]),
    "group_concat": SQLiteFunction(.aggregate, [1, 2], isDeterministic: false),
    "hex": SQLiteFunction(.scalar, [1]),
    "ifnull": SQLiteFunction(.scalar, [2]),
    "iif": SQLiteFunction(.scalar, [3]),
    "instr": SQLiteFunction(.scalar, [2]),
    "json": SQLiteFunction(.scalar, [1]),
    "json_array": SQLiteFunction(.scalar, []),
    "json_array_length": SQLiteFunction(.scalar, [1, 2]),
    "json_extract": SQLiteFunction(.scalar, []),
    "json_group_array": SQLiteFunction(.aggregate, [1]),
    "json_group_object": SQLiteFunction(.aggregate, [2]),
    "json_insert": SQLiteFunction(.scalar, []),
    "json_object": SQLiteFunction(.scalar, []),
    "json_patch": SQLiteFunction(.scalar, [2]),
    "json_quote": SQLiteFunction(.scalar, [1]),
    "json_remove": SQLiteFunction(.scalar, []),
    "json_replace": SQLiteFunction(.scalar, []),
    "json_set": SQLiteFunction(.scalar, []),
    "json_type": SQLiteFunction(.scalar, [1, 2]),
    "json_valid": SQLiteFunction(.scalar, [1]),
    "julianday": SQLiteFunction(.scalar, []),
    "lag": SQLiteFunction(.window, [1, 2, 3], isDeterministic: false),
    "last_insert_rowid": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "last_value": SQLiteFunction(.window, [1], isDeterministic: false),
    "lead": SQLiteFunction(.window, [1, 2, 3], isDeterministic: false),
    "length": SQLiteFunction(.scalar, [1]),
    "like": SQLiteFunction(.scalar, [2, 3]),
    "likelihood": SQLiteFunction(.scalar, [2]),
    "likely": SQLiteFunction(.scalar, [1]),
    "ln": SQLiteFunction(.scalar, [1]),
    "log": SQLiteFunction(.scalar, [1, 2]),
    "log10": SQLiteFunction(.scalar, [1]),
    "log2": SQLiteFunction(.scalar, [1]),
    "lower": SQLiteFunction(.scalar, [1]),
    "ltrim": SQLiteFunction(.scalar, [1, 2]),
    "mod": SQLiteFunction(.scalar, [2]),
    "nth_value": SQLiteFunction(.window, [2], isDeterministic: false),
    "ntile": SQLiteFunction(.window, [1], isDeterministic: false),
    "nullif": SQLiteFunction(.scalar, [2]),
    "percent_rank": SQLiteFunction(.window, [0], isDeterministic: false),
    "pi": SQLiteFunction(.scalar, [0]),
    "pow": SQLiteFunction(.scalar, [2]),
    "power": SQLiteFunction(.scalar, [2]),
    "printf": SQLiteFunction(.scalar, []),
    "quote": SQLiteFunction(.scalar, [1]),
    "radians": SQLiteFunction(.scalar, [1]),
    "random": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "randomblob": SQLiteFunction(.scalar, [1], isDeterministic: false),
    "rank": SQLiteFunction(.window, [0], isDeterministic: false),
    "replace": SQLiteFunction(.scalar, [3]),
    "round": SQLiteFunction(.scalar, [1, 2]),
    "row_number": SQLiteFunction(.window, [0], isDeterministic: false),
    "rtrim": SQLiteFunction(.scalar, [1, 2]),
    "sign": SQLiteFunction(.scalar, [1]),
    "sin": SQLiteFunction(.scalar, [1]),
    "sinh": SQLiteFunction(.scalar, [1]),
    "soundex": SQLiteFunction(.scalar, [1]),
    "sqlite_compileoption_get": SQLiteFunction(.scalar, [1], isDeterministic: false),
    "sqlite_compileoption_used": SQLiteFunction(.scalar, [1], isDeterministic: false),
    "sqlite_source_id": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "sqlite_version": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "sqrt": SQLiteFunction(.scalar, [1]),
    "strftime": SQLiteFunction(.scalar, []),
    "substr": SQLiteFunction(.scalar, [2, 3]),
    "substring": SQLiteFunction(.scalar, [2, 3]),
    "sum": SQLiteFunction(.aggregate, [1], isDeterministic: false),
    "tan": SQLiteFunction(.scalar, [1]),
    "tanh": SQLiteFunction(.scalar, [1]),
    "time": SQLiteFunction(.scalar, []),
    "total": SQLiteFunction(.aggregate, [1], isDeterministic: false),
    "total_changes": SQLiteFunction(.scalar, [0], isDeterministic: false),
    "trim": SQLiteFunction(.scalar, [1, 2]),
    "trunc": SQLiteFunction(.scalar, [1]),
    "typeof": SQLiteFunction(.scalar, [1]),
    "unicode": SQLiteFunction(.scalar, [1]),
    "unixepoch": SQLiteFunction(.scalar, []),
    "unlikely": SQLiteFunction(.scalar, [1]),
    "upper": SQLiteFunction(.scalar, [1]),
    "zeroblob": SQLiteFunction(.scalar, [1]),
  ]
}
