/// Goes through every case that a generator can make, in the order from simple to complicated.
///
/// It is an odometer over choices: the last choice that can be something else becomes that, and what
/// follows starts again from the simplest.
struct Enumeration {
  private var prefix: [Int]? = []
  private let limit: Int

  /// - Parameter limit: How many choices a case may need.
  init(mostChoices limit: Int) { self.limit = limit }

  /// Where the next case is drawn from; `nil` after the last.
  func source() -> ChoiceSource? {
    prefix.map { ChoiceSource(values: $0, strict: false, limit: limit) }
  }

  /// Moves on from a case that was drawn, or rejected.
  ///
  /// What a filter or a set drew and forgot was drawn nevertheless, and is passed over in its turn.
  mutating func advance(after source: ChoiceSource) {
    let choices = source.trace
    prefix = nil
    for place in choices.indices.reversed() {
      guard let next = choices[place].successor else { continue }
      prefix = choices[..<place].map(\.value) + [next]
      return
    }
  }

  /// Whether a generator makes at most some number of cases.
  ///
  /// Only the generator runs, and only until the answer is certain: one wide choice is enough.
  static func isSmall(_ experiment: Experiment, mostCases: Int, mostChoices: Int) -> Bool {
    var enumeration = Enumeration(mostChoices: mostChoices)
    for _ in 0..<mostCases {
      guard let source = enumeration.source() else { return true }
      _ = experiment.attempt(source) { _ in false }
      let isWide = source.trace.contains { ($0.domainSize ?? .max) > UInt(mostCases) }
      if isWide { return false }
      enumeration.advance(after: source)
    }
    return enumeration.source() == nil
  }
}
