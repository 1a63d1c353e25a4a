/// Makes a failing case as simple as its passes can.
struct Shrinker {
  /// What became of a case.
  struct Result {
    let best: ChoiceSequence
    let outcome: ShrinkOutcome
    let evaluations: Int
    let replays: Int
    /// The simplest failure of each other origin that was met on the way.
    let others: [String: ChoiceSequence]
    /// Evaluations and improvements by pass, for measuring passes.
    let tally: [String: PassTally]
  }

  struct PassTally: Hashable {
    var evaluations = 0
    var improvements = 0
  }

  var stages: [ShrinkStage] = ShrinkStage.standard
  var limits = ShrinkLimits()

  /// Runs the stages to a fixed point.
  func shrink(_ target: ShrinkTarget) -> Result {
    var tally: [String: PassTally] = [:]
    var stage = 0
    while stage < stages.count, target.stopped == nil {
      let helped = run(stages[stage], on: target, &tally)
      // Whatever a later stage achieves, the earlier and cheaper ones look at it first.
      if !helped { stage += 1 } else if !stages[stage].repeats { stage = 0 }
    }
    return Result(
      best: target.best, outcome: target.stopped ?? .fixedPoint,
      evaluations: target.evaluations, replays: target.replays, others: target.others,
      tally: tally)
  }

  /// The same shrinker without some passes.
  func without(_ names: Set<String>) -> Shrinker {
    var copy = self
    copy.stages = stages.map { stage in
      ShrinkStage(
        passes: stage.passes.filter { !names.contains($0.name) }, repeats: stage.repeats)
    }
    return copy
  }

  private func run(
    _ stage: ShrinkStage, on target: ShrinkTarget, _ tally: inout [String: PassTally]
  ) -> Bool {
    let before = target.improvements
    for pass in stage.passes {
      let (evaluations, improvements) = (target.evaluations, target.improvements)
      pass.run(on: target)
      tally[pass.name, default: PassTally()].evaluations += target.evaluations - evaluations
      tally[pass.name, default: PassTally()].improvements += target.improvements - improvements
    }
    return target.improvements != before
  }
}

extension ShrinkStage {
  /// Structure first, since a smaller case makes everything after it cheaper; then values; then what
  /// costs most and helps rarely.
  static let standard = [
    ShrinkStage(
      passes: [
        DeleteElements(), EmptySpans(), HoistDescendants(), LowerBranches(),
        DissolveElements(),
      ], repeats: true),
    ShrinkStage(
      passes: [
        LowerEqualNumbers(), LowerNumbers(isThorough: false), LowerCharacters(), LowerFloats(),
      ],
      repeats: false),
    ShrinkStage(
      passes: [
        ShortenEqualLists(), SortSiblings(), ExchangeCharacters(), BalancePairs(),
        DeleteAndRenumber(), DeleteColumns(), SwapValues(), DeleteAndCompensate(),
        DeleteAndStep(), DeleteAndSwap(),
      ], repeats: false),
    ShrinkStage(
      passes: [
        DeleteTurns(), DeleteWithDecision(), LowerNumbers(isThorough: true), TradeNumbers(),
        MoveElements(), RearrangeTrees(), ScanIsolatedNumbers(), BalancePairs(isThorough: true),
      ],
      repeats: false),
  ]
}
