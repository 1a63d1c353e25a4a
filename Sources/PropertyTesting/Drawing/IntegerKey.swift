/// Integers of any type up to 64 bits as `Int`s that grow with them.
struct IntegerKey<Value: FixedWidthInteger> {
  /// Unsigned integers of 64 bits are moved down by 2^63; all others are themselves.
  private let isMoved: Bool

  init() {
    precondition(Value.bitWidth <= 64, "an integer of one choice has at most 64 bits")
    isMoved = !Value.isSigned && Value.bitWidth == 64
  }

  func encoded(_ value: Value) -> Int {
    isMoved
      ? Int(bitPattern: UInt(truncatingIfNeeded: value)) ^ Int.min : Int(truncatingIfNeeded: value)
  }

  func decoded(_ key: Int) -> Value {
    isMoved ? Value(truncatingIfNeeded: key ^ Int.min) : Value(truncatingIfNeeded: key)
  }
}
