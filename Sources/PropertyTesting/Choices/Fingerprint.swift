/// A 128-bit hash by which sequences and scripts are remembered; the same in every process.
struct Fingerprint: Hashable, Sendable {
  private var first: UInt64 = 0x1234_5678_9ABC_DEF1
  private var second: UInt64 = 0xD1B5_4A32_D192_ED03

  init() {}

  /// The fingerprint of what was decided: kinds and values, without spans.
  init(of choices: some Sequence<Choice>) {
    for choice in choices {
      combine(UInt64(bitPattern: Int64(choice.value)) ^ (UInt64(choice.kind.rawValue) << 60))
    }
  }

  mutating func combine(_ word: UInt64) {
    first = (first ^ word) &* 0x0000_0100_0000_01B3
    first ^= first >> 29
    second = (second &+ word) &* 0xBF58_476D_1CE4_E5B9
    second ^= second >> 31
  }

  /// FNV-1a, for the places where 64 bits and a published definition are wanted.
  static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
