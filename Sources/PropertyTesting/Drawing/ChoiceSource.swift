/// Where a generator draws its choices from; it records each of them.
///
/// A source serves one case. It is not `Sendable`: a case is drawn by one task.
public final class ChoiceSource {
  enum Mode: UInt8 { case random, replay, listed }

  let mode: Mode
  /// The most choices a case may need.
  let limit: Int
  var random: RandomChooser
  var reader: ReplayReader
  /// Values in the order of drawing, for enumeration and for cases written down elsewhere.
  var listed: ArraySlice<Int> = []
  /// Whether a listed case must have a value for every choice.
  var isListStrict = false

  var recorded: ContiguousArray<Choice> = []
  /// Every choice of a listed case in the order of drawing, those included that were forgotten.
  private(set) var trace: ContiguousArray<Choice> = []
  var spans: ContiguousArray<ChoiceSpan> = []
  var open: ContiguousArray<Int> = []
  /// How many choices, openings and closings there were.
  var events = 0
  /// Depth of recursion and leaves left, for recursive generators.
  var recursion = RecursionBudget()
  /// What was made so far that can be referred to.
  var pools: [Pool: PoolMembers] = [:]
  /// How many generators draw within one another.
  var depth = 0
  /// From what the case can be drawn again; `nil` where nobody asks.
  var beginning: ReplayToken.Content?
  /// What the generator said about the case.
  public let observations = Observations()

  private init(mode: Mode, limit: Int, random: RandomChooser, reader: ReplayReader) {
    self.mode = mode
    self.limit = limit
    self.random = random
    self.reader = reader
  }

  /// A fresh case; everything in it is a function of the seed and the size.
  ///
  /// `size`: how large collections may grow, from 0 to 1.
  convenience init(seed: UInt64, size: Double = 1, limit: Int = 1 << 14) {
    self.init(
      mode: .random, limit: limit, random: RandomChooser(seed: seed, size: size),
      reader: ReplayReader([]))
    recorded.reserveCapacity(256)
    spans.reserveCapacity(128)
  }

  /// The case that a script describes; what the script lacks comes out simplest.
  convenience init(
    replaying script: [ScriptToken], limit: Int, reading: ReplayReader.Reading = .inOrder
  ) {
    self.init(
      mode: .replay, limit: limit, random: RandomChooser(seed: 0, size: 1),
      reader: ReplayReader(script, reading: reading))
    beginning = .choices(script)
  }

  /// The case of some values in the order of drawing.
  ///
  /// `strict`: whether a missing or unfit value rejects the case; otherwise what is
  ///   missing comes out simplest.
  convenience init(values: [Int], strict: Bool, limit: Int = 1 << 14) {
    self.init(
      mode: .listed, limit: limit, random: RandomChooser(seed: 0, size: 1), reader: ReplayReader([])
    )
    listed = values[...]
    isListStrict = strict
    beginning = .values(values)
  }

  /// What was decided so far; spans still open end here.
  var sequence: ChoiceSequence {
    var spans = Array(spans)
    var clock = events
    for place in open.reversed() {
      spans[place].end = recorded.count
      spans[place].closed = clock
      clock += 1
    }
    return ChoiceSequence(choices: Array(recorded), spans: spans)
  }

  /// Notes a choice that stays drawn even if the recording goes back.
  func retain(_ choice: Choice) {
    if mode == .listed { trace.append(choice) }
  }

  /// Gives the case up.
  ///
  /// - Throws: ``Rejection/unsuitable(_:)``, always.
  public func reject(_ reason: String = "the generator rejected the case") throws(Rejection)
    -> Never
  {
    throw .unsuitable(reason)
  }
}
