/// A new value for one choice, by its place in the sequence.
struct ChoiceChange {
  let place: Int
  let value: Int

  init(_ place: Int, _ value: Int) {
    self.place = place
    self.value = value
  }
}

extension ShrinkTarget {
  var choices: [Choice] { best.choices }
  var spans: [ChoiceSpan] { best.spans }

  /// The best case with some values changed and some parts of the script cut.
  ///
  /// `cuts`: places in the script; they may touch.
  /// - Returns: `nil` when a value is out of bounds, or cuts overlap.
  func edited(_ changes: [ChoiceChange] = [], cutting cuts: [Range<Int>] = []) -> [ScriptToken]? {
    var copy = script
    for change in changes {
      guard choices.indices.contains(change.place), choices[change.place].admits(change.value)
      else { return nil }
      copy[places[change.place]].value = change.value
    }
    var end = copy.count
    for cut in cuts.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      guard cut.upperBound <= end else { return nil }
      copy.removeSubrange(cut)
      end = cut.lowerBound
    }
    return copy
  }

  /// Considers the best case with some values changed and some parts cut.
  @discardableResult
  func consider(_ changes: [ChoiceChange], cutting cuts: [Range<Int>] = []) -> Bool {
    guard let candidate = edited(changes, cutting: cuts) else { return false }
    return consider(candidate)
  }

  /// Considers the best case with one value for several choices.
  func consider(_ value: Int, at places: [Int]) -> Bool {
    consider(places.map { ChoiceChange($0, value) })
  }

  /// A span in the script, with its opening and closing.
  func whole(_ span: Int) -> Range<Int> { spans[span].opened..<(spans[span].closed + 1) }

  /// A span in the script, without its opening and closing.
  func inside(_ span: Int) -> Range<Int> { (spans[span].opened + 1)..<spans[span].closed }

  /// The innermost span around a choice.
  func innermostSpan(around choice: Int) -> Int? {
    spans.indices.last { spans[$0].start <= choice && choice < spans[$0].end }
  }
}
