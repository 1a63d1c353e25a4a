import PropertyTesting

extension Challenges {
  /// Whole numbers are simpler than fractions.
  static let wholeFloat = Challenge(
    "whole_float", normalForm: "1001.0", Generator<Double>.double(allowingNaN: false)
  ) { number in number <= 1000.25 }

  /// A fraction, however large what stands before the point.
  static let halfFloat = Challenge(
    "half_float", normalForm: "0.5", Generator<Double>.double(in: -1e6...1e6)
  ) { number in number == number.rounded() }

  /// Two equal words of at least three letters.
  static let equalWords = Challenge(
    "equal_words", normalForm: "[\"aaa\", \"aaa\"]",
    Generator { source in
      var words = try source.array(count: 0...8) { source in
        try source.string(of: .lowercase, count: 1...10)
      }
      if !words.isEmpty, try source.boolean() {
        words.append(words[try source.integer(in: 0...(words.count - 1))])
      }
      return words
    },
    show: { "\(Array($0.prefix(2)))" }
  ) { words in
    let long = words.filter { $0.count >= 3 }
    return Set(long).count == long.count
  }

  /// A character outside ASCII after a quote.
  static let hostileText = Challenge(
    "hostile_text", normalForm: "'\u{85}",
    Generator<String>.string(of: .hostile, count: 0...30)
  ) { text in
    guard let quote = text.firstIndex(of: "'") else { return true }
    return text[quote...].allSatisfy(\.isASCII)
  }

  /// Two intervals that overlap.
  static let overlappingIntervals = Challenge(
    "overlapping_intervals", normalForm: "[[0, 1], [0, 1]]",
    Generator { source in
      try source.array(count: 0...12) { source in
        let low = try source.integer(in: 0...1000)
        return [low, low + (try source.integer(in: 1...50))]
      }
    }
  ) { intervals in
    for (place, one) in intervals.enumerated() {
      for other in intervals[(place + 1)...] where one[0] < other[1] && other[0] < one[1] {
        return false
      }
    }
    return true
  }

  /// Two keys with one value above 50.
  static let dictionaryOfEqualValues = Challenge(
    "dictionary_of_equal_values", normalForm: "[0: 51, 1: 51]",
    Generator<Int>.integer(in: 0...99).dictionary(
      to: Generator<Int>.integer(in: 0...99), count: 0...20),
    show: { dictionary in
      let pairs = dictionary.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return "[\(pairs.joined(separator: ", "))]"
    }
  ) { dictionary in
    let large = dictionary.values.filter { $0 > 50 }
    return Set(large).count == large.count
  }

  /// The last value stands before the first.
  static let inversion = Challenge(
    "inversion", normalForm: "[0, 1, 7, 2, 3, 4, 5, 6]",
    Generator<[Int]>.permutation(of: Array(0..<8))
  ) { order in
    guard let first = order.firstIndex(of: 2), let last = order.firstIndex(of: 7) else {
      return true
    }
    return first < last
  }

  private static let tree = Generator<String>.recursive(
    "tree", leaf: Generator<Int>.integer(in: 0...9).map { "\($0)" }
  ) { child in child.array(count: 0...4).map { "(\($0.joined(separator: " ")))" } }

  /// Three levels, and somewhere a 7.
  static let deepTree = Challenge("deep_tree", normalForm: "(((7)))", tree) { text in
    !(text.contains("(((") && text.contains("7"))
  }

  /// Things that refer to earlier things, three deep, by references that know what they mean.
  static let referenceChain = Challenge(
    "reference_chain", normalForm: "[nil, Optional(0), Optional(1)]",
    Generator { source in
      let pool = Pool("things")
      var made: [Int] = []
      return try source.array(count: 0...20) { source in
        let target: Int?
        if !made.isEmpty, try source.boolean(0.7) {
          target = try source.reference(to: pool, live: made)
        } else {
          target = nil
        }
        made.append(source.register(in: pool))
        return target
      }
    }
  ) { targets in
    var depths: [Int] = []
    for target in targets { depths.append(1 + (target.map { depths[$0] } ?? 0)) }
    return depths.allSatisfy { $0 < 3 }
  }

  /// Three identifiers that begin alike.
  static let uniqueIdentifiers = Challenge(
    "unique_identifiers", normalForm: "[\"a\", \"aa\", \"ab\"]",
    Generator<String>.string(of: .identifier, count: 1...6).uniqueArray(count: 0...30, by: { $0 })
  ) { names in
    Dictionary(grouping: names, by: \.first).values.allSatisfy { $0.count < 3 }
  }

  /// Quantities times prices, in an order that came to too much.
  static let weightedSum = Challenge(
    "weighted_sum", normalForm: "[[11, 91]]",
    Generator { source in
      try source.array(count: 0...10) { source in
        [try source.integer(in: 0...100), try source.integer(in: 0...100)]
      }
    }
  ) { lines in lines.map { $0[0] * $0[1] }.reduce(0, +) <= 1000 }

  /// A marker byte, and later a zero.
  static let bytesWithMarker = Challenge(
    "bytes_with_marker", normalForm: "[127, 0]", Generator<[UInt8]>.bytes(count: 0...64)
  ) { bytes in
    guard let marker = bytes.firstIndex(of: 0x7F) else { return true }
    return !bytes[marker...].contains(0)
  }
}
