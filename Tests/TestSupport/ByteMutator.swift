/// Makes new texts of old ones by damage to their bytes.
package struct ByteMutator {
  package var random: SplitMix64
  private let seeds: [[UInt8]]

  package init(seeds: [String], seed: UInt64) {
    random = SplitMix64(seed: seed)
    self.seeds = seeds.map { Array($0.utf8) }
  }

  /// One of the seeds with one to eight changes; not always valid UTF-8.
  package mutating func next() -> [UInt8] {
    var bytes = random.pick(seeds)
    for _ in 0...random.below(8) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes.append(UInt8(random.below(256))) }
    let index = random.below(bytes.count)
    switch random.below(8) {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = UInt8(random.below(256))
    case 2: bytes[index] ^= 1 << UInt8(random.below(8))
    case 3: bytes.insert(random.pick(Array("'\"`[]();,-/*.$?:@#0xX\0\u{FEFF}\\".utf8)), at: index)
    case 4: bytes.removeSubrange(index..<min(bytes.count, index + random.below(16)))
    case 5: bytes.removeSubrange(index...)
    case 6: repeatPiece(&bytes, at: index)
    default: splice(&bytes, at: index)
    }
  }

  private mutating func repeatPiece(_ bytes: inout [UInt8], at index: Int) {
    let piece = bytes[index..<min(bytes.count, index + 1 + random.below(8))]
    for _ in 0...random.below(random.once(in: 50) ? 400 : 3) {
      bytes.insert(contentsOf: piece, at: index)
    }
  }

  private mutating func splice(_ bytes: inout [UInt8], at index: Int) {
    let other = random.pick(seeds)
    let start = random.below(other.count)
    let piece = other[start..<min(other.count, start + 1 + random.below(24))]
    bytes.replaceSubrange(index..<min(bytes.count, index + random.below(12)), with: piece)
  }
}
