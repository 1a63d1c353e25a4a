/// Fits a saved case to what the generator draws today, by what stands beside what.
///
/// The parts of both are paired so that as many as possible resemble each other; what the generator
/// draws anew comes out simplest, and what it draws no more is left out.
struct CaseAlignment {
  /// Whether parts stay in their order; otherwise each goes to the part that resembles it most.
  let isOrdered: Bool
  /// Which of several equal parts an old one is taken for: the last, or the first.
  let prefersLast: Bool

  /// Every way to align, the likeliest first.
  static let all = [
    CaseAlignment(isOrdered: true, prefersLast: true),
    CaseAlignment(isOrdered: true, prefersLast: false),
    CaseAlignment(isOrdered: false, prefersLast: true),
    CaseAlignment(isOrdered: false, prefersLast: false),
  ]

  /// A script for the generator of today.
  struct Fit {
    var script: [ScriptToken] = []
    /// How many decisions of the saved case are in it.
    var kept = 0
  }

  /// Fits a case to one that the generator drew.
  func fitted(_ old: [CaseTree], to drawn: ChoiceSequence) -> Fit {
    var fit = Fit()
    let new = CaseTree.trees(of: drawn.script, simplest: drawn.choices.map(\.simplest))
    fit.script = CaseTree.script(of: merged(new, old, &fit.kept))
    return fit
  }

  private func merged(_ new: [CaseTree], _ old: [CaseTree], _ kept: inout Int) -> [CaseTree] {
    let partners = isOrdered ? partnersInOrder(new, old) : partnersByResemblance(new, old)
    return new.enumerated().map { place, tree in
      merged(tree, partners[place].map { old[$0] }, &kept)
    }
  }

  private func merged(_ new: CaseTree, _ old: CaseTree?, _ kept: inout Int) -> CaseTree {
    switch (new, old) {
    case (.choice(var token, let simplest), .choice(let saved, _)):
      if token.lower <= saved.value, saved.value <= token.upper { kept += 1 }
      token.value = saved.value
      return .choice(token, simplest: simplest)
    case (.span(let opening, let children), .span(_, let saved)):
      let isList = opening.role == .list
      return .span(
        opening, isList ? list(children, saved, &kept) : merged(children, saved, &kept))
    case (.choice(var token, let simplest), _):
      token.value = simplest
      return .choice(token, simplest: simplest)
    case (.span(let opening, let children), _):
      return .span(opening, merged(children, [], &kept))
    }
  }

  /// A list has as many elements as the saved one; those the generator has not drawn yet are taken as
  /// they are, and fitted when it has.
  private func list(_ new: [CaseTree], _ old: [CaseTree], _ kept: inout Int) -> [CaseTree] {
    func isElement(_ tree: CaseTree) -> Bool {
      if case .span = tree { true } else { false }
    }
    let (drawn, saved) = (new.filter(isElement), old.filter(isElement))
    var trees = merged(new.filter { !isElement($0) }, old.filter { !isElement($0) }, &kept)
    for (one, other) in zip(drawn, saved) { trees.append(merged(one, other, &kept)) }
    return trees + saved.dropFirst(drawn.count)
  }

  /// For each new part the old one it is paired with: the longest common subsequence, weighted.
  private func partnersInOrder(_ new: [CaseTree], _ old: [CaseTree]) -> [Int?] {
    let width = old.count + 1
    var best = [Int](repeating: 0, count: (new.count + 1) * width)
    for one in new.indices.reversed() {
      for other in old.indices.reversed() {
        let score = new[one].resemblance(to: old[other])
        let skipping = max(best[(one + 1) * width + other], best[one * width + other + 1])
        let pairing = score > 0 ? score + best[(one + 1) * width + other + 1] : 0
        best[one * width + other] = max(skipping, pairing)
      }
    }
    var partners = [Int?](repeating: nil, count: new.count)
    var (one, other) = (0, 0)
    while one < new.count, other < old.count {
      let now = best[one * width + other]
      let score = new[one].resemblance(to: old[other])
      let isPair = score > 0 && now == score + best[(one + 1) * width + other + 1]
      let mayPassNew = now == best[(one + 1) * width + other]
      if isPair, !(prefersLast && mayPassNew) {
        partners[one] = other
        (one, other) = (one + 1, other + 1)
      } else if mayPassNew {
        one += 1
      } else {
        other += 1
      }
    }
    return partners
  }

  /// For each new part the old one it is paired with: the most alike first, wherever they stand.
  private func partnersByResemblance(_ new: [CaseTree], _ old: [CaseTree]) -> [Int?] {
    var pairs: [(score: Int, one: Int, other: Int)] = []
    for one in new.indices {
      for other in old.indices {
        let score = new[one].resemblance(to: old[other])
        if score > 0 { pairs.append((score, one, other)) }
      }
    }
    pairs.sort { left, right in
      if left.score != right.score { return left.score > right.score }
      if left.other != right.other { return left.other < right.other }
      return (left.one < right.one) != prefersLast
    }
    var partners = [Int?](repeating: nil, count: new.count)
    var taken: Set<Int> = []
    for pair in pairs where partners[pair.one] == nil && taken.insert(pair.other).inserted {
      partners[pair.one] = pair.other
    }
    return partners
  }
}
