/// How a property is tested.
public struct RunSettings: Hashable, Sendable {
  /// What the property is called: in reports, in replay tokens and in the store of failures.
  public var name: String
  /// Decides everything that is random.
  ///
  /// Iteration *k* is a function of the seed and *k*.
  public var seed: UInt64
  /// How many cases the property must be judged on.
  public var iterations: Int
  /// After how much time no new case is begun; `nil` for no limit.
  public var timeBudget: Duration?
  /// How often the property may run while one failure is shrunk.
  public var shrinkEvaluations: Int
  /// How long one failure may be shrunk; `nil` for no limit.
  public var shrinkTime: Duration?
  /// How many defects of different origin are reported and shrunk.
  public var mostFailures: Int
  /// How many choices a case may need.
  public var mostChoices: Int
  /// How many cases may be rejected for each that is judged.
  public var rejectionRatio: Int
  /// What has to occur among the cases, and how often.
  public var coverage: [CoverageRequirement]
  /// Whether a space of at most `iterations` cases, and at most 65 536, is searched whole instead of at random.
  public var exhaustsSmallSpaces: Bool
  /// Which findings about the run's health are not wanted.
  public var silenced: Set<HealthFinding.Kind>

  /// Settings that suit a quick property.
  public init(
    name: String = "property", seed: UInt64 = 0, iterations: Int = 100,
    timeBudget: Duration? = nil, coverage: [CoverageRequirement] = []
  ) {
    self.name = name
    self.seed = seed
    self.iterations = iterations
    self.timeBudget = timeBudget
    self.coverage = coverage
    shrinkEvaluations = 5_000
    shrinkTime = .seconds(60)
    mostFailures = 4
    mostChoices = 1 << 14
    rejectionRatio = 10
    exhaustsSmallSpaces = true
    silenced = []
  }

  /// The settings within bounds whose products cannot overflow.
  var bounded: RunSettings {
    var copy = self
    copy.iterations = min(max(1, iterations), 1 << 40)
    copy.rejectionRatio = min(max(0, rejectionRatio), 1 << 20)
    copy.mostFailures = max(1, mostFailures)
    copy.mostChoices = max(0, mostChoices)
    return copy
  }

  /// How large collections may grow in an iteration; the first ones are small.
  static func size(ofIteration iteration: Int) -> Double { min(1, Double(iteration) / 10) }
}
