/// The operators of `pg_catalog` as candidates, made once.
enum OperatorCandidates {
  static let binary: [String: [Candidate]] = BuiltinOperators.all.mapValues { entries in
    entries.filter { $0.left != nil }.map(candidate)
  }

  static let prefix: [String: [Candidate]] = BuiltinOperators.all.mapValues { entries in
    entries.filter { $0.left == nil }.map(candidate)
  }

  private struct Signature: Hashable {
    var symbol: String
    var left: DataType
    var right: DataType
  }

  private static let signatures: [Signature: Candidate] = {
    var found: [Signature: Candidate] = [:]
    for (symbol, candidates) in binary {
      for candidate in candidates {
        let key = Signature(
          symbol: symbol, left: candidate.arguments[0], right: candidate.arguments[1])
        if found[key] == nil { found[key] = candidate }
      }
    }
    return found
  }()

  /// The operator of exactly these types.
  static func exact(_ symbol: String, _ left: DataType, _ right: DataType) -> Candidate? {
    signatures[Signature(symbol: symbol, left: left, right: right)]
  }

  private static func candidate(_ entry: BuiltinOperator) -> Candidate {
    Candidate(
      arguments: [entry.left, entry.right].compactMap { $0 }.map { .builtin($0) },
      result: .builtin(entry.result), volatility: Volatility(letter: entry.volatility))
  }
}
