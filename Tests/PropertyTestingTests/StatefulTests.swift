import PropertyTesting
import Testing

/// A store of numbered snapshots, some of which were released.
private struct StoreState: Sendable {
  var made = 0
  var live: [Int] = []
}

private enum StoreCommand: Equatable, Sendable {
  case snapshot(Int)
  case read(Int)
  case release(Int)
}

@Suite struct `A stateful test` {
  private static let snapshots = Pool("snapshots")

  private static let model = CommandModel<StoreState, StoreCommand>(
    initial: { StoreState() },
    rules: [
      CommandRule("snapshot") { source, _ in .snapshot(source.register(in: snapshots)) },
      CommandRule("read", when: { !$0.live.isEmpty }) { source, state in
        .read(try source.reference(to: snapshots, live: state.live))
      },
      CommandRule("release", when: { !$0.live.isEmpty }) { source, state in
        .release(try source.reference(to: snapshots, live: state.live))
      },
    ],
    apply: { command, state in
      switch command {
      case .snapshot(let number):
        state.made += 1
        state.live.append(number)
      case .read: break
      case .release(let number): state.live.removeAll { $0 == number }
      }
    })

  private func shrunk(
    seed: UInt64, _ isBad: @escaping ([StoreCommand]) -> Bool
  ) throws -> [StoreCommand] {
    let report = PropertyRunner(RunSettings(seed: seed, iterations: 2000)).run(
      Self.model.programs(), holds: { !isBad($0) })
    return try #require(report.counterexamples.first).value
  }

  @Test func `draws only commands that make sense where they stand`() throws {
    for iteration in 0..<300 {
      let program = try Self.model.programs().sample(seed: 2, iteration: iteration)
      Self.model.run(program) { command, before, _ in
        switch command {
        case .snapshot(let number): #expect(number == before.made)
        case .read(let number), .release(let number): #expect(before.live.contains(number))
        }
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `ends with the shortest program`(seed: UInt64) throws {
    // Reading a snapshot after another one, made later, was released.
    let program = try shrunk(seed: seed) { program in
      var released = -1
      for command in program {
        if case .release(let number) = command { released = max(released, number) }
        if case .read(let number) = command, number < released { return true }
      }
      return false
    }
    #expect(program == [.snapshot(0), .snapshot(1), .release(1), .read(0)])
  }

  @Test func `keeps references when what stands before them is deleted`() throws {
    for seed in 0..<40 as Range<UInt64> {
      let program = try shrunk(seed: seed) { program in
        var reads: [Int: Int] = [:]
        for case .read(let number) in program { reads[number, default: 0] += 1 }
        return reads.values.contains { $0 >= 3 }
      }
      #expect(program == [.snapshot(0), .read(0), .read(0), .read(0)])
    }
  }

  @Test func `interleaves lanes with as few changes as the failure needs`() throws {
    // Two lanes read and write back a counter; an update is lost if one reads before the other writes.
    let model = CommandModel<Void, Bool>(
      initial: {}, rules: [CommandRule("step") { source, _ in try source.boolean() }],
      apply: { _, _ in })
    for seed in 0..<60 as Range<UInt64> {
      let report = PropertyRunner(RunSettings(seed: seed, iterations: 1000)).run(
        model.interleavedPrograms(lanes: 2, count: 0...12),
        holds: { steps in !Self.losesUpdate(steps) })
      let steps = try #require(report.counterexamples.first).value
      #expect(steps.map(\.lane) == [0, 1, 1, 0])
      #expect(steps.map(\.command) == [false, false, true, true])
    }
  }

  /// False reads the counter into the lane's own copy, true writes the copy plus one.
  private static func losesUpdate(_ steps: [InterleavedStep<Bool>]) -> Bool {
    var counter = 0
    var copies: [Int?] = [nil, nil]
    var writes = 0
    for step in steps {
      if !step.command {
        copies[step.lane] = counter
      } else if let copy = copies[step.lane] {
        counter = copy + 1
        writes += 1
        copies[step.lane] = nil
      }
    }
    return counter != writes
  }
}

@Suite struct `A schedule` {
  private func order(_ schedule: Schedule, lengths: [Int]) -> [Int] {
    var left = lengths
    var run = schedule.run
    var order: [Int] = []
    while let lane = run.next(among: left.indices.filter { left[$0] > 0 }) {
      left[lane] -= 1
      order.append(lane)
    }
    return order
  }

  @Test func `without switches runs one lane after the other`() {
    #expect(order(Schedule([]), lengths: [2, 0, 3]) == [0, 0, 2, 2, 2])
  }

  @Test func `switches where it says`() {
    let schedule = Schedule([.init(afterSteps: 1, offset: 1), .init(afterSteps: 2, offset: 1)])
    #expect(order(schedule, lengths: [3, 3]) == [0, 1, 1, 0, 0, 1])
  }

  @Test func `takes every step of every lane exactly once`() throws {
    for iteration in 0..<200 {
      let schedule = try Generator.schedule(lanes: 3, longestRun: 4)
        .sample(seed: 8, iteration: iteration)
      #expect(order(schedule, lengths: [4, 2, 5]).sorted() == [0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2])
    }
  }

  @Test func `shrinks to the fewest switches`() throws {
    for seed in 0..<40 as Range<UInt64> {
      let report = PropertyRunner(RunSettings(seed: seed, iterations: 500)).run(
        Generator.schedule(lanes: 2, longestRun: 4),
        holds: { schedule in
          let order = self.order(schedule, lengths: [4, 4])
          return zip(order, order.dropFirst()).count { $0 != $1 } < 3
        })
      let schedule = try #require(report.counterexamples.first).value
      #expect(
        schedule.switches == [.init(afterSteps: 1, offset: 1), .init(afterSteps: 1, offset: 1)])
    }
  }
}
