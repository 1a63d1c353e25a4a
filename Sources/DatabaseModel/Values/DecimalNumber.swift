/// An exact decimal number with a display scale: PostgreSQL's `numeric`.
///
/// Its value is `±digits × 10^(-scale)`, the digits in base 10,000 with the most significant first.
package struct DecimalNumber: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case finite, notANumber, positiveInfinity, negativeInfinity
  }

  package var kind: Kind
  package var isNegative: Bool
  /// Base 10,000, the most significant first, without leading zeros; empty is zero.
  package var digits: [UInt16]
  /// Decimal places after the point that are shown.
  package var scale: Int

  package init(
    kind: Kind = .finite, isNegative: Bool = false, digits: [UInt16] = [], scale: Int = 0
  ) {
    self.kind = kind
    self.isNegative = isNegative
    self.digits = digits
    self.scale = scale
  }
}
