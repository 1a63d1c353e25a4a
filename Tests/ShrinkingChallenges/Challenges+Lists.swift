import PropertyTesting

extension Challenges {
  private static let anyList = Generator<Int>.integer().array(count: 0...50)
  private static let nested = Generator<Int>.integer().array(count: 0...20).array(count: 0...20)

  private static func wrapping16(_ numbers: [Int]) -> Int {
    Int(Int16(truncatingIfNeeded: numbers.reduce(0, &+)))
  }

  /// Five lists whose 16-bit sums are small one by one, and large together after an overflow.
  static let bound5 = Challenge(
    "bound5", normalForm: "[[], [], [], [-1], [-32768]]",
    Generator { source in
      try (0..<5).map { _ in
        let part = try source.array(count: 0...10) { try $0.integer(in: -32768...32767) }
        try discard(unless: wrapping16(part) < 256)
        return part
      }
    }
  ) { parts in wrapping16(parts.flatMap { $0 }) < 5 * 256 }

  /// Five different numbers somewhere in lists of lists.
  static let largeUnionList = Challenge(
    "large_union_list", normalForm: "[[0, 1, -1, 2, -2]]", nested
  ) { lists in Set(lists.flatMap { $0 }).count <= 4 }

  /// A list that is not its own reverse.
  static let reverse = Challenge("reverse", normalForm: "[0, 1]", anyList) { list in
    list == list.reversed()
  }

  /// Two places that refer to each other.
  static let coupling = Challenge(
    "coupling", normalForm: "[1, 0]", Generator<Int>.integer(in: 0...10).array(count: 0...50)
  ) { list in
    try discard(unless: list.allSatisfy { $0 < list.count })
    return !list.indices.contains { list[$0] != $0 && list[list[$0]] == $0 }
  }

  /// Deleting the first occurrence of an element leaves the element in the list.
  static let deletion = Challenge(
    "deletion", normalForm: "[[0, 0], [0]]",
    Generator { source in
      [try source.draw(anyList), [try source.integer(in: 0...10)]]
    }
  ) { value in
    let (list, place) = (value[0], value[1][0])
    try discard(unless: place < list.count)
    return !list.enumerated().contains {
      $0 != list.firstIndex(of: list[place]) && $1 == list[place]
    }
  }

  /// Three different numbers.
  static let distinct = Challenge("distinct", normalForm: "[0, 1, -1]", anyList) { list in
    Set(list).count < 3
  }

  /// A list whose length was drawn before, with a large element.
  static let lengthList = Challenge(
    "lengthlist", normalForm: "[900]",
    Generator<Int>.integer(in: 1...100).flatMap { count in
      Generator<Int>.integer(in: 0...1000).array(count: count...count)
    }
  ) { list in list.allSatisfy { $0 < 900 } }

  /// More than ten elements in lists of lists.
  static let nestedLists = Challenge(
    "nestedlists", normalForm: "[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]", nested
  ) { lists in lists.map(\.count).reduce(0, +) <= 10 }

  /// Five neighbours that increase.
  static let increasingRun = Challenge(
    "increasing_run", normalForm: "[0, 1, 2, 3, 4]",
    Generator<Int>.integer(in: 0...100).array(count: 0...20)
  ) { list in
    var run = 1
    for (one, next) in zip(list, list.dropFirst()) {
      run = one < next ? run + 1 : 1
      if run >= 5 { return false }
    }
    return true
  }
}
