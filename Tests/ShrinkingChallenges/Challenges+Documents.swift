import PropertyTesting

/// A document of lists and dictionaries.
private indirect enum Document: CustomStringConvertible, Sendable {
  case null
  case boolean(Bool)
  case number(Int)
  case text(String)
  case list([Document])
  case dictionary([(key: String, value: Document)])

  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): "\"\(value)\""
    case .list(let values): "\(values)"
    case .dictionary(let pairs):
      "{\(pairs.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", "))}"
    }
  }

  /// How deep the deepest number above 100 lies; -1 when there is none.
  func depthOfLargeNumber(at depth: Int = 0) -> Int {
    switch self {
    case .null, .boolean, .text: -1
    case .number(let value): value > 100 ? depth : -1
    case .list(let values): values.map { $0.depthOfLargeNumber(at: depth + 1) }.max() ?? -1
    case .dictionary(let pairs):
      pairs.map { $0.value.depthOfLargeNumber(at: depth + 1) }.max() ?? -1
    }
  }
}

extension Challenges {
  private static let leaf = Generator<Document>.oneOf([
    .just(.null),
    Generator<Bool>.boolean().map(Document.boolean),
    Generator<Int>.integer().map(Document.number),
    Generator<String>.string(count: 0...5).map(Document.text),
  ])

  private static let document = Generator<Document>.recursive("document", leaf: leaf) { child in
    Generator.oneOf([
      child.array(count: 0...4).map(Document.list),
      Generator<String>.string(count: 0...3).paired(with: child)
        .uniqueArray(count: 0...4, by: \.0)
        .map { pairs in .dictionary(pairs.map { (key: $0.0, value: $0.1) }) },
    ])
  }

  /// A number above 100, two levels deep.
  static let jsonDepth = Challenge(
    "json_depth", normalForm: "[[101]]", floor: 0.95, document
  ) { document in document.depthOfLargeNumber() < 2 }
}
