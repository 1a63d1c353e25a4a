import HashTreeCollections

/// The operator classes of `pg_catalog`.
enum BuiltinOperatorClasses {
  /// `method:name` to the type it is for.
  static let all: [String: String] = Dictionary(
    table.split(whereSeparator: \.isWhitespace).map { entry in
      let fields = entry.split(separator: ":").map(String.init)
      return ("\(fields[0]):\(fields[1])", fields[2])
    }, uniquingKeysWith: { first, _ in first })

  static let methods: Set<String> = ["btree", "hash", "gist", "gin", "brin", "spgist"]

  /// The letter under which ``BuiltinType/indexMethods`` keeps a method.
  static func letter(of method: String) -> Character? {
    ["btree": "b", "hash": "h", "gin": "g", "gist": "t", "brin": "r", "spgist": "q"][method]
  }
}
