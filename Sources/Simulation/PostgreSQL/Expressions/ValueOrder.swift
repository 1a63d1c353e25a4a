package import DatabaseModel
import HashTreeCollections

/// How values of a type are compared by its default operator class, in the C collation.
package struct ValueOrder {
  package typealias Comparison = @Sendable (Datum, Datum) -> Int

  let reader: ValueReader

  package init(reader: ValueReader) { self.reader = reader }

  /// -1, 0 or 1 of two values that are not NULL; `nil` where the order is not modelled.
  package func comparison(of type: DataType) -> Comparison? {
    let base = reader.base(type)
    if base.isArray {
      guard let element = comparison(of: base.element) else { return nil }
      return { Self.arrays($0, $1, element) }
    }
    switch base.reference {
    case .builtin(let name): return Self.comparison(builtin: name)
    case .user(let id):
      guard case .enumeration(let labels) = reader.catalog.types[id]?.form else { return nil }
      let ranks = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
      return { first, second in
        guard case .text(let one) = first, case .text(let other) = second else { return 0 }
        return Self.sign(ranks[one] ?? 0, ranks[other] ?? 0)
      }
    default: return nil
    }
  }

  static func comparison(builtin name: String) -> Comparison? {
    switch name {
    case "bool", "int2", "int4", "int8", "oid", "regclass", "numeric", "date", "time",
      "timestamp", "timestamptz", "interval", "uuid", "bytea", "float4", "float8", "text",
      "varchar", "name", "char":
      return compare
    case "bpchar":
      return { compare(trimmed($0), trimmed($1)) }
    default: return nil
    }
  }

  /// Whether equality of two values of a type can be told.
  package func equality(of type: DataType) -> (@Sendable (Datum, Datum) -> Bool)? {
    if let comparison = comparison(of: type) { return { comparison($0, $1) == 0 } }
    if reader.base(type).builtinName == "jsonb" {
      return { first, second in
        guard case .json(let one) = first, case .json(let other) = second else { return false }
        return JSONDocument.isEqual(one, other)
      }
    }
    return nil
  }

  static func sign<T: Comparable>(_ first: T, _ second: T) -> Int {
    first < second ? -1 : first == second ? 0 : 1
  }

  static func trimmed(_ value: Datum) -> Datum {
    guard case .text(let text) = value, text.utf8.last == 0x20 else { return value }
    return .text(trimmed(text))
  }

  static func trimmed(_ text: String) -> String {
    var end = text.utf8.endIndex
    while end > text.utf8.startIndex {
      let previous = text.utf8.index(before: end)
      if text.utf8[previous] != 0x20 { break }
      end = previous
    }
    return String(text[..<end])
  }

  static func texts(_ first: String, _ second: String) -> Int {
    if first.utf8.elementsEqual(second.utf8) { return 0 }
    return first.utf8.lexicographicallyPrecedes(second.utf8) ? -1 : 1
  }

  static func reals(_ first: Double, _ second: Double) -> Int {
    if first.isNaN || second.isNaN { return sign(first.isNaN ? 1 : 0, second.isNaN ? 1 : 0) }
    return sign(first, second)
  }

  /// Scalars of one form; a date is its first moment beside a timestamp.
  static func compare(_ first: Datum, _ second: Datum) -> Int {
    switch (first, second) {
    case (.integer(let one), .integer(let other)): return sign(one, other)
    case (.text(let one), .text(let other)): return texts(one, other)
    case (.boolean(let one), .boolean(let other)): return sign(one ? 1 : 0, other ? 1 : 0)
    case (.real(let one), .real(let other)): return reals(one, other)
    case (.numeric(let one), .numeric(let other)): return DecimalNumber.compare(one, other)
    case (.date(let one), .date(let other)): return sign(one, other)
    case (.time(let one), .time(let other)): return sign(one, other)
    case (.timestamp(let one), .timestamp(let other)): return sign(one, other)
    case (.date(let one), .timestamp(let other)): return sign(moment(one), Int128(other))
    case (.timestamp(let one), .date(let other)): return sign(Int128(one), moment(other))
    case (.interval(let one), .interval(let other)): return sign(one.span, other.span)
    case (.uuid(let one, let low), .uuid(let other, let otherLow)):
      return one == other ? sign(low, otherLow) : sign(one, other)
    case (.blob(let one), .blob(let other)):
      return one == other ? 0 : one.lexicographicallyPrecedes(other) ? -1 : 1
    default: return 0
    }
  }

  private static func moment(_ days: Int32) -> Int128 {
    if days == .max { return Int128(Int64.max) }
    if days == .min { return Int128(Int64.min) }
    return Int128(days) * Int128(TimeLimits.microsecondsPerDay)
  }

  /// All elements in a row, then how many they are, then the dimensions; NULLs are equal to each
  /// other and come last.
  static func arrays(_ first: Datum, _ second: Datum, _ element: Comparison) -> Int {
    let one = ExpressionCompiler.flat(first)
    let other = ExpressionCompiler.flat(second)
    for (left, right) in zip(one, other) {
      if left.isNull || right.isNull {
        if left.isNull, right.isNull { continue }
        return left.isNull ? 1 : -1
      }
      let order = element(left, right)
      if order != 0 { return order }
    }
    if one.count != other.count { return sign(one.count, other.count) }
    return sign(depth(first), depth(second))
  }

  private static func depth(_ value: Datum) -> Int {
    guard case .array(let elements) = value, let first = elements.first else { return 0 }
    return 1 + depth(first)
  }
}

/// Equal values written equally, so that they can be looked up.
package enum ValueKey {
  package static func canonical(_ value: Datum, _ type: DataType, _ reader: ValueReader) -> Datum {
    canonical(value, isBlankPadded: reader.base(type).builtinName == "bpchar")
  }

  static func canonical(_ value: Datum, isBlankPadded: Bool) -> Datum {
    switch value {
    case .text(let text):
      let shown = isBlankPadded ? ValueOrder.trimmed(text) : text
      let isPlain = shown.utf8.allSatisfy { $0 < 0x80 }
      // Strings that Unicode takes for the same are different to the engine.
      return isPlain ? .text(shown) : .blob(Array(shown.utf8))
    case .numeric(let number): return .numeric(number.canonical)
    case .real(let number): return .real(number == 0 ? 0 : number.isNaN ? .nan : number)
    case .interval(let interval):
      let month = Int128(TimeLimits.microsecondsPerDay) * 30
      let day = Int128(TimeLimits.microsecondsPerDay)
      return .interval(
        IntervalValue(
          months: Int32(truncatingIfNeeded: interval.span / month),
          days: Int32(truncatingIfNeeded: interval.span % month / day),
          microseconds: Int64(truncatingIfNeeded: interval.span % day)))
    case .json(let document): return .json(document.canonical)
    case .array(let elements):
      return .array(elements.map { canonical($0, isBlankPadded: isBlankPadded) })
    case .composite(let fields):
      return .composite(fields.map { canonical($0, isBlankPadded: isBlankPadded) })
    default: return value
    }
  }
}
