/// Changes a case step by step towards a higher score.
///
/// It moves one number at a time, in steps that double while they help; after a step that does not
/// help it turns to another number.
struct HillClimb {
  let label: String
  private(set) var score: Double
  private var best: ChoiceSequence
  private var numbers: SplitMix64
  private var place = 0
  private var step = 0

  init(label: String, score: Double, best: ChoiceSequence, numbers: SplitMix64) {
    self.label = label
    self.score = score
    self.best = best
    self.numbers = numbers
  }

  /// The next case to try.
  mutating func candidate() -> [ScriptToken] {
    let free = best.choices.indices.filter { best.choices[$0].isFree }
    var script = best.script
    guard !free.isEmpty else { return script }
    if step == 0 {
      place = free[Int(numbers.below(UInt64(free.count)))]
      step = numbers.next() & 1 == 0 ? 1 : -1
    }
    let choice = best.choices[place]
    let (sum, overflow) = choice.value.addingReportingOverflow(step)
    let value = overflow ? (step > 0 ? choice.upper : choice.lower) : sum
    let tokens = script.indices.filter { script[$0].tag == .choice }
    script[tokens[place]].value = min(max(value, choice.lower), choice.upper)
    return script
  }

  /// Looks at what the last candidate scored.
  mutating func learn(from result: CaseResult) {
    guard let new = result.observed.scores[label], new > score, let sequence = result.sequence
    else {
      step = 0
      return
    }
    score = new
    best = sequence
    step = place < best.choices.count ? step &* 2 : 0
  }
}
