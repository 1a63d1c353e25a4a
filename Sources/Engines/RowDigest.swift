/// What tells the rows of a table from others: how many they are, and a sum over a digest of each.
///
/// Equal rows in another physical order give the same digest. Two engines give the same digest for
/// the same values, because each row is digested from its ``SQLValue``s, in the order of columns.
package struct RowDigest: Hashable, Sendable {
  package private(set) var count: Int
  package private(set) var sum: UInt64

  package init() {
    count = 0
    sum = 0
  }

  package mutating func add(_ row: [SQLValue]) {
    var digest = FowlerNollVo()
    for value in row { value.write(to: &digest) }
    count += 1
    // Mixed once more, so that sums of close digests do not meet.
    sum &+= digest.mixed
  }
}

/// FNV-1a with 64 bits: the same in every process, unlike `Hasher`.
private struct FowlerNollVo {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  mutating func add(_ bytes: some Collection<UInt8>) {
    add(UInt64(bytes.count))
    for byte in bytes { add(byte) }
  }

  /// The finalizer of SplitMix64.
  var mixed: UInt64 {
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}

extension SQLValue {
  fileprivate func write(to digest: inout FowlerNollVo) {
    switch self {
    case .null: digest.add(UInt8(0))
    case .boolean(let value): digest.add(value ? 2 : 1 as UInt8)
    case .integer(let value):
      digest.add(UInt8(3))
      digest.add(UInt64(bitPattern: value))
    case .real(let value):
      digest.add(UInt8(4))
      digest.add(value.bitPattern)
    case .text(let value):
      digest.add(UInt8(5))
      digest.add(value.utf8)
    case .blob(let bytes):
      digest.add(UInt8(6))
      digest.add(bytes)
    }
  }
}
