/// Reads a script on behalf of a generator that need not be the one that wrote it.
///
/// It keeps to the structure: a span reads only from the script's span of the same label, and what
/// the generator leaves unread there is dropped. So a deletion inside one span never shifts what
/// another reads, an emptied span becomes the simplest value, and a script survives many changes
/// of the generator.
struct ReplayReader {
  private let tokens: [ScriptToken]
  /// For every opening the place of its closing.
  private let closings: [Int]
  private var position = 0
  /// For every span the generator is in, where its script ends; -1 when the script lacks it.
  private var ends: ContiguousArray<Int> = []
  private var lost = 0
  /// Choices found in the script as they were, and choices the script has.
  private(set) var kept = 0

  init(_ script: [ScriptToken]) {
    tokens = script
    var closings = [Int](repeating: 0, count: script.count)
    var open: [Int] = []
    for (place, token) in script.enumerated() {
      switch token.tag {
      case .choice: break
      case .open: open.append(place)
      case .close: if let start = open.popLast() { closings[start] = place }
      }
    }
    for start in open { closings[start] = script.count }
    self.closings = closings
  }

  private var scopeEnd: Int { ends.last ?? tokens.count }

  /// Goes into the next span of that label; if there is none, into the next span if its role fits.
  mutating func enter(_ role: ChoiceSpan.Role, label: UInt64) {
    guard lost == 0, let place = nextSpan(role, label: label) else {
      lost += 1
      ends.append(-1)
      return
    }
    position = place + 1
    ends.append(closings[place])
  }

  private func nextSpan(_ role: ChoiceSpan.Role, label: UInt64) -> Int? {
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
    guard let first, tokens[first].role == role, role != .group, role != .member else { return nil }
    return first
  }

  /// Leaves the innermost span, and what it has not read.
  mutating func leave() {
    guard let end = ends.popLast() else { return }
    if end < 0 { lost -= 1 } else { position = end + 1 }
  }

  /// The value of the next choice of that kind in the innermost span, not within spans inside it.
  ///
  /// - Returns: `nil` when there is none; the value need not lie within the new bounds.
  mutating func next(_ kind: Choice.Kind, in range: ClosedRange<Int>) -> Int? {
    guard lost == 0 else { return nil }
    var place = position
    let end = scopeEnd
    while place < end {
      if tokens[place].tag == .open {
        place = closings[place]
      } else if tokens[place].tag == .choice, tokens[place].kind == kind {
        position = place + 1
        if range.contains(tokens[place].value) { kept += 1 }
        return tokens[place].value
      }
      place += 1
    }
    return nil
  }
}
