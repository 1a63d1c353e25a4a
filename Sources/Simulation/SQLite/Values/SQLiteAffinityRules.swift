import DatabaseModel
import Engines
import SQLSyntax

/// What kind of value a column or an expression prefers.
///
/// The order is the engine's: everything from `numeric` on wants numbers.
enum SQLiteAffinity: Int, Comparable, Sendable {
  /// Of expressions that have none.
  case none
  case blob
  case text
  case numeric
  case integer
  case real

  static func < (left: SQLiteAffinity, right: SQLiteAffinity) -> Bool {
    left.rawValue < right.rawValue
  }

  var isNumeric: Bool { self >= .numeric }

  /// The affinity of a declared type, which is never ``none``.
  init(declaredType: String?) {
    self =
      switch DatabaseModel.SQLiteAffinity(declaredType: declaredType) {
      case .blob: .blob
      case .text: .text
      case .numeric: .numeric
      case .integer: .integer
      case .real: .real
      }
  }

  /// The affinity with which two expressions are compared.
  static func comparing(_ left: SQLiteAffinity, _ right: SQLiteAffinity) -> SQLiteAffinity {
    if left > .none, right > .none {
      return left.isNumeric || right.isNumeric ? .numeric : .blob
    }
    return left > .none ? left : right
  }
}

extension SQLValue {
  /// The value as it is stored in a column of this affinity.
  func stored(_ affinity: SQLiteAffinity) -> SQLValue {
    switch affinity {
    case .none, .blob: return self
    case .text:
      switch self {
      case .integer(let value): return .text(String(value))
      case .real(let value): return .text(SQLiteRealText.text(of: value))
      default: return self
      }
    case .numeric, .integer, .real: return storedNumber(isReal: affinity == .real)
    }
  }

  private func storedNumber(isReal: Bool) -> SQLValue {
    var result = self
    switch self {
    case .integer: break
    case .real(let value): if let whole = value.exactInteger { result = .integer(whole) }
    case .text(let text):
      guard let number = SQLiteNumberText.whole(text) else { return self }
      result = number
      if case .real(let value) = number, let whole = value.exactInteger {
        result = .integer(whole)
      }
    default: return self
    }
    // Reals that are whole are stored as integers, and read back as reals.
    if isReal, case .integer(let whole) = result { return .real(Double(whole)) }
    return result
  }

  /// The value as a comparison of this affinity sees it.
  func compared(_ affinity: SQLiteAffinity, against other: SQLValue) -> SQLValue {
    if affinity.isNumeric {
      if case .text(let text) = self { return SQLiteNumberText.whole(text) ?? self }
    } else if affinity == .text {
      if case .text = other { return stored(.text) }
    }
    return self
  }
}

extension Double {
  /// The integer that it is, where the engine takes it for one.
  var exactInteger: Int64? {
    guard self >= -9_223_372_036_854_775_808, self < 9_223_372_036_854_775_808 else { return nil }
    let whole = Int64(self)
    guard Double(whole) == self, whole > Int64.min, whole < Int64.max else { return nil }
    return whole
  }

  /// The engine's conversion, which ends at the limits.
  var clampedInteger: Int64 {
    if isNaN { return 0 }
    if self <= -9_223_372_036_854_775_808 { return Int64.min }
    if self >= 9_223_372_036_854_775_808 { return Int64.max }
    return Int64(self)
  }
}
