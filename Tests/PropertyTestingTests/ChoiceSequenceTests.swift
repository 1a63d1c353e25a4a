import Testing

@testable import PropertyTesting

@Suite struct `A choice` {
  private func integer(_ value: Int, in range: ClosedRange<Int>, simplest: Int = 0) -> Choice {
    Choice(.integer, value: value, in: range, simplest: simplest, site: 0)
  }

  @Test func `goes through its values from simple to complicated`() {
    var values: [Int] = []
    var choice: Choice? = integer(0, in: -2...4)
    while let now = choice {
      values.append(now.value)
      choice = now.successor.map(now.with)
    }
    #expect(values == [0, 1, -1, 2, -2, 3, 4])
  }

  @Test func `is simpler the nearer it is to its simplest value`() {
    let order = [0, 1, -1, 2, -2, Int.max, Int.min]
    let choices = order.map { integer($0, in: Int.min...Int.max) }
    #expect(choices.map(\.simplicity) == choices.map(\.simplicity).sorted())
    #expect(Set(choices.map(\.simplicity)).count == order.count)
  }

  @Test func `never traps at the ends of its type`() {
    let choice = integer(.min, in: Int.min...Int.max)
    #expect(choice.distance == UInt(Int.max) + 1)
    #expect(choice.successor == nil)
    #expect(choice.domainSize == nil)
    #expect(
      integer(.max, in: 1...Int.max, simplest: 1).value(atDistance: .max, below: false) == nil)
  }
}

@Suite struct `A choice sequence` {
  private func sequence(_ values: [Int]) -> ChoiceSequence {
    ChoiceSequence(
      choices: values.map { Choice(.integer, value: $0, in: -9...9, simplest: 0, site: 0) },
      spans: [])
  }

  @Test(arguments: [
    ([9], [0, 0], true), ([0, 9], [1, 0], true), ([1], [1], false), ([-1], [1], false),
    ([], [0], true),
  ])
  func `is ordered by length and then by its first difference`(
    left: [Int], right: [Int], isSimpler: Bool
  ) {
    #expect(sequence(left).isSimpler(than: sequence(right)) == isSimpler)
  }

  @Test func `written as a script says the same again`() throws {
    let generator = Generator<Int>.integer(in: 0...9).array(count: 0...3)
      .paired(with: Generator<Bool>.boolean().optional()).array(count: 0...4)
    for seed in 0..<200 as Range<UInt64> {
      let source = ChoiceSource(seed: seed)
      let value = try source.draw(generator)
      let sequence = source.sequence
      let again = ChoiceSource(replaying: sequence.script, limit: sequence.choices.count)
      #expect("\(try again.draw(generator))" == "\(value)")
      #expect(again.sequence == sequence)
    }
  }
}
