/// Makes new statements of old ones by small damage to their words.
package struct StatementMutator {
  package var random: SplitMix64
  private let seeds: [[String]]
  private let vocabulary: [String]

  /// `vocabulary` is what may be put in besides the seeds' own words.
  package init(seeds: [String], vocabulary: [String], seed: UInt64) {
    random = SplitMix64(seed: seed)
    self.seeds = seeds.map(lexemes(of:))
    self.vocabulary = vocabulary
  }

  /// One of the seeds with one to three changes, mostly one.
  package mutating func next() -> String {
    var words = random.pick(seeds)
    for _ in 0...(random.once(in: 3) ? random.below(3) : 0) { change(&words) }
    return render(words)
  }

  private mutating func change(_ words: inout [String]) {
    guard !words.isEmpty else { return words.append(word()) }
    let index = random.below(words.count)
    switch random.below(9) {
    case 0: words.remove(at: index)
    case 1: words.insert(words[index], at: index)
    case 2: words.swapAt(index, random.below(words.count))
    case 3: words[index] = word()
    case 4: words.insert(word(), at: index)
    case 5: words.removeSubrange(index...)
    case 6: splice(&words, at: index)
    case 7: wrap(&words, at: index)
    default: words.removeSubrange(index..<min(words.count, index + 1 + random.below(3)))
    }
  }

  private mutating func word() -> String {
    if random.once(in: 3) { return random.pick(random.pick(seeds)) }
    return random.pick(vocabulary)
  }

  /// A piece of another seed takes the place of what stood here.
  private mutating func splice(_ words: inout [String], at index: Int) {
    let other = random.pick(seeds)
    let start = random.below(other.count)
    let piece = other[start..<min(other.count, start + 1 + random.below(6))]
    words.replaceSubrange(index..<min(words.count, index + random.below(4)), with: piece)
  }

  private mutating func wrap(_ words: inout [String], at index: Int) {
    let end = min(words.count, index + 1 + random.below(4))
    words.insert(")", at: end)
    words.insert("(", at: index)
  }

  private mutating func render(_ words: [String]) -> String {
    var text = ""
    for word in words {
      switch random.below(120) {
      case 0: break
      case 1: text += " /* c */ "
      case 2: text += " -- c\n"
      case 3: text += "\n\t"
      default: text += " "
      }
      text += word
    }
    return text
  }
}
