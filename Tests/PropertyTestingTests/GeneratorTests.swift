import PropertyTesting
import Testing

@Suite struct `A generator` {
  private func samples<Value>(_ generator: Generator<Value>, count: Int = 300) throws -> [Value] {
    try (0..<count).map { try generator.sample(seed: 3, iteration: $0) }
  }

  @Test func `keeps integers within their bounds and reaches both ends`() throws {
    let bytes = try samples(.integer(in: UInt8(3)...250), count: 2000)
    #expect(bytes.min() == 3 && bytes.max() == 250)
    let words = try samples(Generator<UInt64>.integer(), count: 2000)
    #expect(words.contains(0) && words.contains(.max))
    let signed = try samples(Generator<Int8>.integer(), count: 2000)
    #expect(Set(signed).count > 200)
  }

  @Test func `makes floating-point numbers of every class`() throws {
    let numbers = try samples(Generator<Double>.double(), count: 3000)
    let classes = Set(numbers.map(\.floatingPointClass).map { "\($0)" })
    #expect(classes.count >= 8, "only \(classes)")
    let bounded = try samples(Generator<Double>.double(in: -1.5...0.25), count: 1000)
    #expect(bounded.allSatisfy { $0 >= -1.5 && $0 <= 0.25 })
    #expect(bounded.contains(-1.5) && bounded.contains(0))
  }

  @Test func `makes strings of its alphabet only`() throws {
    let names = try samples(.string(of: .identifier, count: 1...8))
    #expect(names.allSatisfy { (1...8).contains($0.count) })
    #expect(Set(names.joined()).isSubset(of: Alphabet.identifier.characters))
  }

  @Test func `draws alternatives in proportion to their weights`() throws {
    let values = try samples(
      .oneOf(weighted: [Weighted(1, .just("rare")), Weighted(9, .just("often"))]), count: 2000)
    let rare = values.count { $0 == "rare" }
    #expect((120...290).contains(rare))
  }

  @Test func `leaves out some alternatives of each case when swarmed`() throws {
    let letters = Generator<Int>.oneOf((0..<8).map { .just($0) }, isSwarmed: true)
      .array(count: 40...40)
    let kinds = try samples(letters, count: 200).map { Set($0).count }
    #expect(kinds.contains(8) && kinds.contains { $0 < 5 })
  }

  @Test func `gives unique elements, and as many as demanded`() throws {
    let small = Generator<Int>.integer(in: 0...5)
    for values in try samples(small.uniqueArray(count: 3...6, by: { $0 })) {
      #expect(Set(values).count == values.count && values.count >= 3)
    }
    #expect(try samples(small.set(count: 0...3)).allSatisfy { $0.count <= 3 })
    let dictionaries = try samples(small.dictionary(to: .boolean(), count: 2...4))
    #expect(dictionaries.allSatisfy { (2...4).contains($0.count) })
  }

  @Test func `makes every permutation and every subset`() throws {
    #expect(Set(try samples(Generator<[Int]>.permutation(of: [1, 2, 3]))).count == 6)
    #expect(Set(try samples(Generator<[Int]>.subset(of: [1, 2, 3]))).count == 8)
  }

  @Test func `rejects by throwing`() {
    let never = Generator<Int>.integer(in: 0...9).filter("no number is good") { _ in false }
    #expect(throws: Rejection.unsuitable("no number is good")) { try never.sample(seed: 1) }
    #expect(throws: Rejection.self) { try Generator<Int>.element(of: []).sample(seed: 1) }
  }

  @Test func `stays within its budget when it is recursive`() throws {
    let tree = Generator<String>.recursive("tree", leaf: .just("."), leaves: 20, depth: 5) {
      child in
      child.array(count: 0...4).map { "(\($0.joined()))" }
    }
    let trees = try samples(tree)
    #expect(trees.allSatisfy { $0.count { $0 == "." } < 120 })
    #expect(trees.contains { $0.contains("(((") })
    #expect(trees.allSatisfy { !$0.contains("((((((") })
  }

  @Test func `may depend on what was drawn before`() throws {
    let pair = Generator<Int>.integer(in: 1...9).flatMap { top in
      Generator<Int>.integer(in: 0...top).map { (top, $0) }
    }
    #expect(try samples(pair).allSatisfy { $0.1 <= $0.0 })
  }
}
