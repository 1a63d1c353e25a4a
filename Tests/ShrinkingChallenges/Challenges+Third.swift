import PropertyTesting

/// The third set of challenges that were written before the passes were tuned on them.
extension Challenges {
  /// Two nested maps that give one inner key different values.
  static let nestedMaps = Challenge(
    "nested_maps", normalForm: "[a: [a: 0], b: [a: 1]]",
    Generator<String>.string(of: .lowercase, count: 1...4).dictionary(
      to: Generator<String>.string(of: .lowercase, count: 1...2).dictionary(
        to: Generator<Int>.integer(in: 0...99), count: 0...8), count: 0...8),
    show: { maps in
      let parts = maps.sorted { $0.key < $1.key }.map { name, map in
        let pairs = map.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return "\(name): [\(pairs.joined(separator: ", "))]"
      }
      return "[\(parts.joined(separator: ", "))]"
    }
  ) { maps in
    var seen: [String: Int] = [:]
    for (_, map) in maps {
      for (key, value) in map {
        if let other = seen[key], other != value { return false }
        seen[key] = value
      }
    }
    return true
  }

  /// A bracket that closes one of the other kind.
  static let crossedBrackets = Challenge(
    "crossed_brackets", normalForm: "(]",
    Generator<String>.string(of: Alphabet("x()[]"), count: 0...40)
  ) { text in
    var open: [Character] = []
    for character in text {
      switch character {
      case "(", "[": open.append(character)
      case ")", "]":
        guard let last = open.popLast() else { return true }
        if (last == "(") != (character == ")") { return false }
      default: break
      }
    }
    return true
  }

  /// Three things that wait for one another, among edges between ten.
  static let waitingCircle = Challenge(
    "waiting_circle", normalForm: "[[0, 1], [1, 2], [2, 0]]",
    Generator { source in
      try source.array(count: 0...20) { source in
        [try source.integer(in: 0...9), try source.integer(in: 0...9)]
      }
    }
  ) { edges in
    var reaches = [[Bool]](repeating: [Bool](repeating: false, count: 10), count: 10)
    for edge in edges { reaches[edge[0]][edge[1]] = true }
    for middle in 0..<10 {
      for from in 0..<10 where reaches[from][middle] {
        for to in 0..<10 where reaches[middle][to] { reaches[from][to] = true }
      }
    }
    return (0..<10).allSatisfy { one in
      (0..<10).count { other in other == one || reaches[one][other] && reaches[other][one] } < 3
    }
  }

  private struct Day: Sendable, CustomStringConvertible {
    var year: Int
    var month: Int
    var day: Int
    var description: String { "\(year)-\(month)-\(day)" }

    static func days(in month: Int, of year: Int) -> Int {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
  }

  /// A day that the next month lacks, in a later year than another day.
  static let missingDay = Challenge(
    "missing_day", normalForm: "[2000-1-1, 2001-1-29]",
    Generator { source in
      try source.array(count: 0...10) { source in
        let year = try source.integer(in: 1900...2100, toward: 2000)
        let month = try source.integer(in: 1...12)
        let day = try source.integer(in: 1...Day.days(in: month, of: year))
        return Day(year: year, month: month, day: day)
      }
    },
    show: { "\($0)" }
  ) { days in
    for (place, one) in days.enumerated() {
      for other in days[(place + 1)...] where other.year > one.year && other.month < 12 {
        if other.day > Day.days(in: other.month + 1, of: other.year) { return false }
      }
    }
    return true
  }

  /// A permutation that leads back only after four steps.
  static let longCycle = Challenge(
    "long_cycle", normalForm: "[0, 1, 2, 6, 3, 4, 5]",
    Generator<[Int]>.permutation(of: Array(0..<7))
  ) { order in
    order.indices.allSatisfy { start in
      var (place, steps) = (order[start], 1)
      while place != start {
        place = order[place]
        steps += 1
      }
      return steps < 4
    }
  }

  /// Two sequences, merged as drawn: an element of the second follows one of the first that is
  /// smaller by five.
  static let mergedSequences = Challenge(
    "merged_sequences", normalForm: "[0] [5] [false]",
    Generator { source in
      let first = try source.array(count: 0...10) { try $0.integer(in: 0...50) }
      let second = try source.array(count: 0...10) { try $0.integer(in: 0...50) }
      var (one, other, turns): (Int, Int, [Bool]) = (0, 0, [])
      while one < first.count, other < second.count {
        turns.append(try source.boolean())
        if turns.last == true { other += 1 } else { one += 1 }
      }
      return (first, second, turns)
    },
    show: { "\($0.0) \($0.1) \($0.2)" }
  ) { first, second, turns in
    var merged: [(isFirst: Bool, value: Int)] = []
    var (one, other) = (first[...], second[...])
    for turn in turns {
      if turn, let value = other.popFirst() { merged.append((false, value)) }
      if !turn, let value = one.popFirst() { merged.append((true, value)) }
    }
    merged += one.map { (true, $0) } + other.map { (false, $0) }
    return !zip(merged, merged.dropFirst()).contains {
      $0.isFirst && !$1.isFirst && $1.value == $0.value + 5
    }
  }

  /// An amount that is divided by shares, rounded down, and loses two.
  static let lostCents = Challenge(
    "lost_cents", normalForm: "2 [1, 1, 1]",
    Generator { source in
      (
        try source.integer(in: 1...10_000),
        try source.array(count: 1...6) { try $0.integer(in: 1...100) }
      )
    },
    show: { "\($0.0) \($0.1)" }
  ) { amount, shares in
    let total = shares.reduce(0, +)
    return amount - shares.map { amount * $0 / total }.reduce(0, +) < 2
  }

  /// A table of numbers, as many rows and columns as were drawn, in which a column is too large.
  static let fullColumn = Challenge(
    "full_column", normalForm: "[[7], [9]]",
    Generator { source in
      let (rows, columns) = (try source.integer(in: 1...6), try source.integer(in: 1...6))
      return try (0..<rows).map { _ in
        try source.group("row") { source in
          try (0..<columns).map { _ in try source.integer(in: 0...9) }
        }
      }
    },
    show: { "\($0)" }
  ) { rows in
    rows[0].indices.allSatisfy { column in rows.map { $0[column] }.reduce(0, +) < 16 }
  }

  /// Two bytes whose bits differ in a pattern.
  static let bitPattern = Challenge(
    "bit_pattern", normalForm: "[0, 85]", Generator<[UInt8]>.bytes(count: 0...40)
  ) { bytes in
    !bytes.indices.contains { place in
      bytes[(place + 1)...].contains { $0 ^ bytes[place] == 0x55 }
    }
  }

  /// A version that is lower than another, and higher in its lesser parts.
  static let versionOrder = Challenge(
    "version_order", normalForm: "[[0, 1, 1], [1, 0, 0]]",
    Generator { source in
      try source.array(count: 0...10) { source in
        [
          try source.integer(in: 0...20), try source.integer(in: 0...20),
          try source.integer(in: 0...20),
        ]
      }
    }
  ) { versions in
    for (place, one) in versions.enumerated() {
      for other in versions[(place + 1)...]
      where one[0] < other[0] && one[1] > other[1] && one[2] > other[2] {
        return false
      }
    }
    return true
  }

  /// A map in a list in a map, and in it a large number.
  static let pathInDocument = Challenge(
    "path_in_document", normalForm: "{a: [{a: 101}]}", document
  ) { text in
    text.firstMatch(of: /\{[^\[\]{}]*\[[^\[\]{}]*\{[a-z]: [1-9][0-9][1-9]/) == nil
  }

  private static let document = Generator<String>.recursive(
    "document", leaf: Generator<Int>.integer(in: 0...999).map { "\($0)" }
  ) { child in
    Generator.oneOf([
      child.array(count: 0...4).map { "[\($0.joined(separator: ", "))]" },
      Generator<Character>.character(in: .lowercase).paired(with: child).array(count: 0...4)
        .map { pairs in
          "{\(pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
        },
    ])
  }
}
