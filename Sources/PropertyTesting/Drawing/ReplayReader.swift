/// Reads a script on behalf of a generator that need not be the one that wrote it.
///
/// It keeps to the structure: a span reads only from the script's span of the same label, and what
/// the generator leaves unread there is dropped. So a deletion inside one span never shifts what
/// another reads, an emptied span becomes the simplest value, and a script survives many changes
/// of the generator.
struct ReplayReader {
  /// How a script is fitted to the generator.
  enum Reading: CaseIterable {
    /// Spans and choices in their order.
    case inOrder
    /// Parts that moved are found again, and choices told apart by their bounds.
    case byResemblance
    /// Choices only, as if there were no spans.
    case flat
  }

  private let tokens: [ScriptToken]
  private let reading: Reading
  /// For every opening the place of its closing.
  private let closings: [Int]
  /// What was read, if parts may be read out of order.
  private var isRead: [Bool]
  private var position = 0
  /// For every span the generator is in, where its script begins and ends; ends at -1 when the
  /// script lacks it.
  private var scopes: ContiguousArray<Scope> = []
  private var lost = 0
  /// How many choices came out as the script has them.
  private(set) var kept = 0
  /// The number that the script gives the member just entered; `nil` when it lacks the member.
  private(set) var enteredMember: Int?

  private struct Scope {
    let start: Int
    let end: Int
    /// Where reading went on outside, when parts are read out of order.
    let resume: Int
  }

  init(_ script: [ScriptToken], reading: Reading = .inOrder) {
    tokens = reading == .flat ? script.filter { $0.tag == .choice } : script
    self.reading = reading
    closings = Self.closings(tokens)
    isRead = reading == .byResemblance ? [Bool](repeating: false, count: tokens.count) : []
  }

  private static func closings(_ tokens: [ScriptToken]) -> [Int] {
    var closings = [Int](repeating: 0, count: tokens.count)
    var open: [Int] = []
    for (place, token) in tokens.enumerated() {
      switch token.tag {
      case .choice: break
      case .open: open.append(place)
      case .close: if let start = open.popLast() { closings[start] = place }
      }
    }
    for start in open { closings[start] = tokens.count }
    return closings
  }

  private var scopeStart: Int { scopes.last?.start ?? 0 }
  private var scopeEnd: Int { scopes.last?.end ?? tokens.count }

  /// Goes into the next span of that label; if there is none, into the next span if its role fits.
  mutating func enter(_ role: ChoiceSpan.Role, label: SpanLabel) {
    enteredMember = nil
    guard reading != .flat else { return }
    guard lost == 0, let place = span(role, label: label) else {
      lost += 1
      scopes.append(Scope(start: 0, end: -1, resume: position))
      return
    }
    if reading == .byResemblance { isRead[place] = true }
    let resume = reading == .byResemblance && place < position ? position : closings[place] + 1
    position = place + 1
    if role == .member { enteredMember = tokens[place].value }
    scopes.append(Scope(start: position, end: closings[place], resume: resume))
  }

  private func span(_ role: ChoiceSpan.Role, label: SpanLabel) -> Int? {
    if reading == .inOrder { return nextSpan(role, label: label) }
    let unread = siblings { tokens[$0].tag == .open && tokens[$0].role == role && !isRead[$0] }
    if label.isStable, let same = unread.first(where: { tokens[$0].label == label }) { return same }
    return unread.first { !tokens[$0].label.isStable }
  }

  private func nextSpan(_ role: ChoiceSpan.Role, label: SpanLabel) -> Int? {
    var first: Int?
    var place = position
    let end = scopeEnd
    while place < end {
      if tokens[place].tag == .open {
        if tokens[place].label == label, tokens[place].role == role { return place }
        if first == nil { first = place }
        place = closings[place]
      }
      place += 1
    }
    guard let first, tokens[first].role == role, role != .member else { return nil }
    // A group without a stable label is known by its place only.
    return role == .group && tokens[first].label != .none ? nil : first
  }

  /// The tokens directly in the innermost span that meet a condition.
  private func siblings(_ isWanted: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var place = scopeStart
    while place < scopeEnd {
      if isWanted(place) { found.append(place) }
      place = tokens[place].tag == .open ? closings[place] + 1 : place + 1
    }
    return found
  }

  /// Leaves the innermost span, and what it has not read.
  mutating func leave() {
    guard let scope = scopes.popLast() else { return }
    if scope.end < 0 { lost -= 1 } else { position = scope.resume }
  }

  /// The value of the next choice of that kind in the innermost span, not within spans inside it.
  ///
  /// - Returns: `nil` when there is none; the value need not lie within the new bounds.
  mutating func next(_ kind: Choice.Kind, in range: ClosedRange<Int>) -> Int? {
    guard lost == 0, let place = choice(kind, in: range) else { return nil }
    position = max(position, place + 1)
    if reading == .byResemblance { isRead[place] = true }
    if range.contains(tokens[place].value) { kept += 1 }
    return tokens[place].value
  }

  private func choice(_ kind: Choice.Kind, in range: ClosedRange<Int>) -> Int? {
    if reading == .byResemblance {
      let unread = siblings { tokens[$0].kind == kind && tokens[$0].tag == .choice && !isRead[$0] }
      return unread.first {
        tokens[$0].lower == range.lowerBound && tokens[$0].upper == range.upperBound
      } ?? unread.first
    }
    var place = position
    let end = scopeEnd
    while place < end {
      if tokens[place].tag == .open {
        place = closings[place]
      } else if tokens[place].tag == .choice, tokens[place].kind == kind {
        return place
      }
      place += 1
    }
    return nil
  }
}
