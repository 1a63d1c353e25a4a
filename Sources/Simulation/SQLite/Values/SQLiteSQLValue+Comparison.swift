import Engines
import SQLSyntax

/// A collating sequence of SQLite.
enum SQLiteCollation: String, Sendable {
  case binary
  case noCase = "nocase"
  case rightTrim = "rtrim"

  init?(_ name: Identifier) { self.init(rawValue: name.text.asciiLowercased()) }

  /// The text that two texts have in common where they are equal, in an order that is the same.
  func folded(_ text: String) -> String {
    switch self {
    case .binary: text
    case .noCase: text.asciiLowercased()
    case .rightTrim: text.withoutTrailingBlanks
    }
  }

  func compare(_ left: String, _ right: String) -> Int {
    switch self {
    case .binary: left.compareBytes(right)
    case .noCase: left.asciiLowercased().compareBytes(right.asciiLowercased())
    case .rightTrim: left.withoutTrailingBlanks.compareBytes(right.withoutTrailingBlanks)
    }
  }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    guard utf8.last == 32 else { return self }
    return String(decoding: Array(utf8.reversed().drop { $0 == 32 }.reversed()), as: UTF8.self)
  }

  /// Below zero, zero or above it, by bytes of UTF-8.
  func compareBytes(_ other: String) -> Int {
    var left = utf8.makeIterator()
    var right = other.utf8.makeIterator()
    while true {
      switch (left.next(), right.next()) {
      case (nil, nil): return 0
      case (nil, _): return -1
      case (_, nil): return 1
      case (let first?, let second?): if first != second { return first < second ? -1 : 1 }
      }
    }
  }
}

extension SQLValue {
  /// NULL, numbers, text, blobs: the order of storage classes.
  private var rank: Int {
    switch self {
    case .null: 0
    case .boolean, .integer, .real: 1
    case .text: 2
    case .blob: 3
    }
  }

  /// Below zero, zero or above it, in the engine's order of all values.
  func compare(_ other: SQLValue, _ collation: SQLiteCollation = .binary) -> Int {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.text(let left), .text(let right)): collation.compare(left, right)
    case (.real(let left), .real(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.integer(let left), .real(let right)): Self.compare(left, right)
    case (.real(let left), .integer(let right)): -Self.compare(right, left)
    case (.blob(let left), .blob(let right)): Self.compare(left, right)
    default: rank - other.rank
    }
  }

  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    for (first, second) in zip(left, right) where first != second {
      return first < second ? -1 : 1
    }
    return left.count - right.count
  }

  /// An integer and a real, exactly.
  private static func compare(_ integer: Int64, _ real: Double) -> Int {
    if real.isNaN { return 1 }
    if real < -9_223_372_036_854_775_808 { return 1 }
    if real >= 9_223_372_036_854_775_808 { return -1 }
    let whole = Int64(real)
    if integer != whole { return integer < whole ? -1 : 1 }
    let back = Double(integer)
    return back < real ? -1 : back > real ? 1 : 0
  }

  /// The value that all equal values have in common under a collation.
  func folded(_ collation: SQLiteCollation) -> SQLValue {
    switch self {
    case .text(let text): collation == .binary ? self : .text(collation.folded(text))
    case .real(let value):
      if value >= -9_223_372_036_854_775_808, value < 9_223_372_036_854_775_808,
        Double(Int64(value)) == value
      {
        .integer(Int64(value))
      } else {
        self
      }
    default: self
    }
  }
}

/// The values of an index's entry, folded by their collations, so that equal ones are the same.
struct SQLiteIndexKey: Comparable, Sendable {
  var first: SQLValue
  var rest: [SQLValue]

  static func < (left: SQLiteIndexKey, right: SQLiteIndexKey) -> Bool {
    let order = left.first.compare(right.first)
    if order != 0 || left.rest.isEmpty { return order < 0 }
    for (mine, other) in zip(left.rest, right.rest) {
      let order = mine.compare(other)
      if order != 0 { return order < 0 }
    }
    return false
  }

  static func == (left: SQLiteIndexKey, right: SQLiteIndexKey) -> Bool {
    guard left.first.compare(right.first) == 0 else { return false }
    return left.rest.isEmpty || zip(left.rest, right.rest).allSatisfy { $0.compare($1) == 0 }
  }

  var hasNull: Bool { first.isNull || rest.contains { $0.isNull } }
}

extension SQLValue {
  var isNull: Bool { if case .null = self { true } else { false } }
}
