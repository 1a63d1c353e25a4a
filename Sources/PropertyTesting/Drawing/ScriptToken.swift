/// One word of a replay script: a choice to repeat, or the begin or end of a span.
struct ScriptToken: Hashable, Sendable {
  enum Tag: UInt8, Sendable { case choice, open, close }

  let tag: Tag
  let kind: Choice.Kind
  let role: ChoiceSpan.Role
  let label: SpanLabel
  /// What was chosen; of a member, its number in its pool.
  var value: Int
  /// The bounds within which the choice was made, to recognise it among others of its kind.
  let lower: Int
  let upper: Int

  init(_ choice: Choice) {
    tag = .choice
    kind = choice.kind
    role = .group
    label = .none
    value = choice.value
    lower = choice.lower
    upper = choice.upper
  }

  private init(tag: Tag, role: ChoiceSpan.Role, label: SpanLabel, value: Int = 0) {
    self.tag = tag
    kind = .integer
    self.role = role
    self.label = label
    self.value = value
    lower = 0
    upper = 0
  }

  static func open(
    _ role: ChoiceSpan.Role, label: SpanLabel, member: Int = 0
  ) -> ScriptToken {
    ScriptToken(tag: .open, role: role, label: label, value: member)
  }

  static let close = ScriptToken(tag: .close, role: .group, label: .none)
}

extension Fingerprint {
  /// The fingerprint of a script, spans included.
  init(of script: [ScriptToken]) {
    self.init()
    for token in script {
      let value = UInt64(bitPattern: Int64(token.value))
      let word = token.tag == .choice ? value : UInt64(token.label.word) &+ value << 32
      combine(word &+ UInt64(token.tag.rawValue) << 62)
    }
  }
}

extension ChoiceSequence {
  /// The sequence as a script that repeats it.
  ///
  /// Every opening and closing knows when it happened; what lies between are the choices in order.
  var script: [ScriptToken] {
    var tokens = [ScriptToken](repeating: .close, count: choices.count + 2 * spans.count)
    var isTaken = [Bool](repeating: false, count: tokens.count)
    var members: [SpanLabel: Int] = [:]
    for span in spans {
      let member = span.role == .member ? members[span.label, default: 0] : 0
      if span.role == .member { members[span.label] = member + 1 }
      tokens[span.opened] = .open(span.role, label: span.label, member: member)
      isTaken[span.opened] = true
      isTaken[span.closed] = true
    }
    var next = 0
    for place in tokens.indices where !isTaken[place] {
      tokens[place] = ScriptToken(choices[next])
      next += 1
    }
    return tokens
  }
}
