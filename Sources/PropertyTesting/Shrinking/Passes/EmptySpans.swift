/// Makes whole spans their simplest selves, the largest first.
struct EmptySpans: ShrinkPass {
  func run(on target: ShrinkTarget) {
    let order = target.spans.indices.sorted { left, right in
      let (one, other) = (target.spans[left].count, target.spans[right].count)
      return one != other ? one > other : left < right
    }
    for place in order where place < target.spans.count {
      let span = target.spans[place]
      guard span.count > 1, !target.best.choices(of: span).allSatisfy(\.isSimplest) else {
        continue
      }
      target.consider([], cutting: [target.inside(place)])
    }
  }
}
