extension ChoiceSource {
  /// Decides a choice that is not drawn at random, and records it.
  func supply(_ choice: Choice) throws(Rejection) -> Int {
    var choice = choice
    if mode == .replay {
      if let value = reader.next(choice.kind, in: choice.lower...choice.upper) {
        choice.value = min(max(value, choice.lower), choice.upper)
      }
    } else if let value = listed.popFirst() {
      if choice.admits(value) {
        choice.value = value
      } else if isListStrict {
        throw .choicesDoNotFit
      }
    } else if isListStrict {
      throw .choicesDoNotFit
    }
    return try record(choice)
  }

  func record(_ choice: Choice) throws(Rejection) -> Int {
    guard recorded.count < limit else { throw .tooManyChoices(limit: limit) }
    recorded.append(choice)
    retain(choice)
    events += 1
    return choice.value
  }

  func begin(_ role: ChoiceSpan.Role, label: SpanLabel) {
    let place = spans.count
    spans.append(
      ChoiceSpan(
        role: role, label: label, start: recorded.count, end: recorded.count,
        parent: open.last ?? -1, opened: events, closed: events))
    open.append(place)
    events += 1
    if mode == .replay { reader.enter(role, label: label) }
  }

  func end() {
    guard let place = open.popLast() else { return }
    spans[place].end = recorded.count
    spans[place].closed = events
    events += 1
    if mode == .replay { reader.leave() }
  }

  /// A moment to which the recording can go back.
  struct Mark {
    let choices: Int
    let spans: Int
    let depth: Int
    let events: Int
    let pools: [Pool: PoolMembers]
  }

  var mark: Mark {
    Mark(
      choices: recorded.count, spans: spans.count, depth: open.count, events: events, pools: pools)
  }

  /// Forgets what was recorded since a mark.
  ///
  /// So neither the failed attempts of a filter nor duplicates in a set are part of a case, and no
  /// shrink pass has to get rid of them. What was read of a script stays read.
  func rewind(to mark: Mark) {
    while open.count > mark.depth {
      open.removeLast()
      if mode == .replay { reader.leave() }
    }
    recorded.removeLast(recorded.count - mark.choices)
    spans.removeLast(spans.count - mark.spans)
    events = mark.events
    pools = mark.pools
  }

  /// Corrects the last recorded count after elements were forgotten.
  func correctCount(at place: Int, by difference: Int) {
    let choice = recorded[place]
    recorded[place] = choice.with(max(choice.lower, choice.value + difference))
  }
}
