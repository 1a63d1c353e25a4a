/// Who goes next, decided beforehand for lanes whose length nobody knows beforehand.
///
/// A schedule is a list of switches: so many steps, then another lane. The simplest is none, in which
/// every lane runs to its end before the next begins; shrinking removes switches.
public struct Schedule: Hashable, Sendable {
  /// One change of lane that nothing forces.
  public struct Switch: Hashable, Sendable {
    /// How many steps are taken before it, since the last one; at least 1.
    public let steps: Int
    /// How many lanes further the next step is taken, among those not at their end; at least 1.
    public let offset: Int

    /// A change of lane.
    public init(afterSteps steps: Int, offset: Int) {
      self.steps = steps
      self.offset = offset
    }
  }

  /// The switches, first to last.
  public let switches: [Switch]

  /// A schedule of some switches.
  public init(_ switches: [Switch]) { self.switches = switches }

  /// Decides step by step, as lanes come to their ends.
  public var run: Run { Run(switches: switches[...]) }

  /// A schedule while it is followed.
  public struct Run: Sendable {
    var switches: ArraySlice<Switch>
    private var lane = 0
    private var steps = 0

    init(switches: ArraySlice<Switch>) { self.switches = switches }

    /// The lane that takes the next step.
    ///
    /// `alive`: the lanes not at their end, in ascending order.
    ///
    /// - Returns: `nil` when there is none.
    public mutating func next(among alive: [Int]) -> Int? {
      guard let first = alive.first else { return nil }
      // A lane at its end hands over to the next one; that is no switch.
      lane = alive.first { $0 >= lane } ?? first
      if let change = switches.first, steps >= change.steps {
        switches.removeFirst()
        steps = 0
        let place = alive.firstIndex(of: lane) ?? 0
        lane = alive[(place + change.offset) % alive.count]
      }
      steps += 1
      return lane
    }
  }
}

extension Generator where Value == Schedule {
  /// Schedules for some lanes, with few switches.
  public static func schedule(
    lanes: Int, switches: ClosedRange<Int> = 0...8, longestRun: Int = 32, line: UInt = #line,
    column: UInt = #column
  ) -> Generator {
    Generator(inline: { source in
      Schedule(
        try source.array(count: lanes > 1 ? switches : 0...0, line: line, column: column) {
          source in
          Schedule.Switch(
            afterSteps: try source.integer(in: 1...max(1, longestRun), line: line, column: column),
            offset: try source.integer(in: 1...(lanes - 1), line: line, column: column))
        })
    })
  }
}
