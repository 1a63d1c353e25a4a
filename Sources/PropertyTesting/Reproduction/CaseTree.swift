/// A case as a tree: decisions, and spans that hold them.
indirect enum CaseTree {
  /// A decision, and the value it has at rest.
  case choice(ScriptToken, simplest: Int)
  /// A span by its opening, and what it holds.
  case span(ScriptToken, [CaseTree])

  /// The trees of a script, whose closings need not be there.
  ///
  /// `simplest`: the values at rest of the script's choices, where they are known.
  static func trees(of script: [ScriptToken], simplest: [Int] = []) -> [CaseTree] {
    var open: [(opening: ScriptToken, children: [CaseTree])] = []
    var top: [CaseTree] = []
    var place = 0
    func close() {
      guard let (opening, children) = open.popLast() else { return }
      add(.span(opening, children))
    }
    func add(_ tree: CaseTree) {
      if open.isEmpty { top.append(tree) } else { open[open.count - 1].children.append(tree) }
    }
    for token in script {
      switch token.tag {
      case .open: open.append((token, []))
      case .close: close()
      case .choice:
        add(.choice(token, simplest: place < simplest.count ? simplest[place] : token.lower))
        place += 1
      }
    }
    while !open.isEmpty { close() }
    return top
  }

  /// The script of some trees.
  static func script(of trees: [CaseTree]) -> [ScriptToken] {
    trees.flatMap { tree in
      switch tree {
      case .choice(let token, _): [token]
      case .span(let opening, let children): [opening] + script(of: children) + [.close]
      }
    }
  }

  /// How much two trees look as if they were the same part of a case; 0 when they are not.
  func resemblance(to other: CaseTree) -> Int {
    switch (self, other) {
    case (.choice(let one, _), .choice(let another, _)):
      guard one.kind == another.kind else { return 0 }
      return Self.haveSameBounds(one, another) ? 6 : 1
    case (.span(let one, _), .span(let another, _)):
      guard one.role == another.role else { return 0 }
      if one.label.isStable, another.label.isStable { return one.label == another.label ? 24 : 0 }
      let (mine, theirs) = (beginning, other.beginning)
      let common = zip(mine, theirs).count { Self.haveSameBounds($0, $1) }
      return 1 + 2 * common + (common > 0 ? 4 : 0)
    default: return 0
    }
  }

  private static func haveSameBounds(_ one: ScriptToken, _ other: ScriptToken) -> Bool {
    one.kind == other.kind && one.lower == other.lower && one.upper == other.upper
  }

  /// The first few decisions.
  private var beginning: [ScriptToken] {
    var found: [ScriptToken] = []
    func collect(_ tree: CaseTree) {
      guard found.count < 4 else { return }
      switch tree {
      case .choice(let token, _): found.append(token)
      case .span(_, let children): children.forEach(collect)
      }
    }
    collect(self)
    return found
  }
}
