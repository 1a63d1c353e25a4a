extension CommandModel {
  /// Programs in which every command makes sense where it stands.
  ///
  /// They shrink by losing commands and by simpler arguments. A command that makes no sense any
  /// more, because one before it went away, goes away too.
  ///
  /// `isSwarmed`: whether each program leaves out some kinds of command, at random.
  public func programs(
    count: ClosedRange<Int> = 0...50, isSwarmed: Bool = true, line: UInt = #line,
    column: UInt = #column
  ) -> Generator<[Command]> {
    let site = ChoiceSource.site(line, column)
    return Generator("program") { source in
      var state = initial()
      return try source.arrayOfSuitable(count: count, site: site) { source in
        try next(from: source, in: &state, isSwarmed: isSwarmed, site: site)
      }
    }
  }

  /// Programs of several lanes in one order, in which every command makes sense where it stands.
  ///
  /// Each step says whether to stay in the lane of the step before, so that the simplest program
  /// has as few changes of lane as possible, and a step that goes away takes its part of the
  /// schedule with it.
  public func interleavedPrograms(
    lanes: Int, count: ClosedRange<Int> = 0...50, isSwarmed: Bool = true, line: UInt = #line,
    column: UInt = #column
  ) -> Generator<[InterleavedStep<Command>]> {
    let site = ChoiceSource.site(line, column)
    let others = max(0, lanes - 1)
    return Generator("interleaved program") { source in
      var state = initial()
      var lane = 0
      return try source.arrayOfSuitable(count: count, site: site) { source in
        let turn = try source.integer(in: 0...others, line: line, column: column)
        let command = try next(from: source, in: &state, isSwarmed: isSwarmed, site: site)
        guard let command else { return nil }
        lane = (lane + turn) % (others + 1)
        return InterleavedStep(lane: lane, command: command)
      }
    }
  }

  /// Draws a command that makes sense, and applies it.
  ///
  /// - Returns: `nil` when a replay asks for one that does not.
  private func next(
    from source: ChoiceSource, in state: inout State, isSwarmed: Bool, site: UInt32
  ) throws -> Command? {
    let current = state
    let weights = rules.map { $0.precondition(current) ? max(1, $0.weight) : 0 }
    guard weights.contains(where: { $0 > 0 }) else { return nil }
    let kind = try source.branch(weights: weights, isSwarmed: isSwarmed, site: site)
    guard weights[kind] > 0 else { return nil }
    let command = try source.group(rules[kind].name) { try rules[kind].draw($0, current) }
    apply(command, &state)
    return command
  }

  /// Runs a program on the model, and hands each command to a closure with the state before and
  /// after it; that is where the system runs it too, and where the two are compared.
  public func run(
    _ program: [Command], step: (Command, _ before: State, _ after: State) throws -> Void
  ) rethrows {
    var state = initial()
    for command in program {
      let before = state
      apply(command, &state)
      try step(command, before, state)
    }
  }
}

/// One step of a program of several lanes.
public struct InterleavedStep<Command> {
  /// Who takes the step, from 0.
  public let lane: Int
  /// What is done.
  public let command: Command
}

extension InterleavedStep: Sendable where Command: Sendable {}
extension InterleavedStep: Equatable where Command: Equatable {}
