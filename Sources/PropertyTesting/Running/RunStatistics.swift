/// What was counted during a run.
public struct RunStatistics: Hashable, Sendable {
  /// Cases on which the property was judged.
  public internal(set) var judged = 0
  /// Cases given up while they were drawn, or by the property.
  public internal(set) var rejected = 0
  /// Cases that had been judged before, and were not judged again.
  public internal(set) var duplicates = 0
  /// Cases tried for higher scores; they are no sample, so nothing else counts them.
  public internal(set) var climbed = 0
  /// Cases that needed more choices than allowed; they count as rejected too.
  public internal(set) var tooLarge = 0
  /// How many cases carry a label.
  public internal(set) var labels: [String: Int] = [:]
  /// How often a value was counted in a table.
  public internal(set) var tables: [String: [String: Int]] = [:]
  /// The highest score of each target.
  public internal(set) var scores: [String: Double] = [:]
  /// Why cases were rejected, and how often.
  public internal(set) var rejections: [String: Int] = [:]
  /// Whether every case there is was judged.
  public internal(set) var isExhaustive = false
  /// Time spent drawing cases.
  public internal(set) var drawing: Duration = .zero
  /// Time spent on cases altogether, without shrinking.
  public internal(set) var searching: Duration = .zero

  init() {}

  /// How many cases were drawn.
  public var attempts: Int { judged + rejected + duplicates }

  mutating func count(_ result: CaseResult, isDuplicate: Bool) {
    drawing += result.drawing
    searching += result.total
    if isDuplicate {
      duplicates += 1
      return
    }
    if case .rejected(let rejection) = result.verdict {
      rejected += 1
      switch rejection {
      case .tooManyChoices, .tooDeep: tooLarge += 1
      case .unsuitable, .choicesDoNotFit: break
      }
      rejections[Self.reason(rejection), default: 0] += 1
      return
    }
    judged += 1
    for label in result.observed.labels { labels[label, default: 0] += 1 }
    for row in result.observed.rows { tables[row.table, default: [:]][row.value, default: 0] += 1 }
    scores.merge(result.observed.scores, uniquingKeysWith: max)
  }

  /// Counts a case that was made from another for its score.
  mutating func countClimbed(_ result: CaseResult) {
    drawing += result.drawing
    searching += result.total
    climbed += 1
    scores.merge(result.observed.scores, uniquingKeysWith: max)
  }

  private static func reason(_ rejection: Rejection) -> String {
    switch rejection {
    case .unsuitable(let reason): reason
    case .tooManyChoices(let limit): "more than \(limit) choices"
    case .tooDeep(let limit): "more than \(limit) generators within one another"
    case .choicesDoNotFit: "the choices do not fit"
    }
  }
}
