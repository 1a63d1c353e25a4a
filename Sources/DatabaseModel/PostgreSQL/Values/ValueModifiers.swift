/// What a type's modifiers do to a value.
package enum ValueModifiers {
  /// The value cut, padded or rounded to its type; `isExplicit` in a written cast, which cuts
  /// text where an assignment refuses.
  package static func apply(
    _ value: Datum, _ type: DataType, isExplicit: Bool
  ) throws(ValueFailure) -> Datum {
    guard let first = type.modifiers.first, let name = type.elementName else { return value }
    if case .array(let elements) = value {
      var result: [Datum] = []
      for element in elements { result.append(try apply(element, type, isExplicit: isExplicit)) }
      return .array(result)
    }
    switch (name, value) {
    case ("varchar", .text(let text)):
      return .text(try limited(text, first, "character varying", isExplicit))
    case ("bpchar", .text(let text)):
      let limited = try limited(text, first, "character", isExplicit)
      let count = limited.unicodeScalars.count
      return .text(limited + String(repeating: " ", count: max(0, first - count)))
    case ("numeric", .numeric(let number)):
      return .numeric(
        try fitted(number, first, type.modifiers.count > 1 ? type.modifiers[1] : 0))
    case ("timestamp", .timestamp(let moment)), ("timestamptz", .timestamp(let moment)):
      return .timestamp(DateTimeText.rounded(moment, to: first))
    case ("time", .time(let time)): return .time(DateTimeText.rounded(time, to: first))
    case (_, .null): return value
    default: throw .unmodelled("Modifiers of \(name)")
    }
  }

  private static func limited(
    _ text: String, _ limit: Int, _ type: String, _ isExplicit: Bool
  ) throws(ValueFailure) -> String {
    if text.utf8.count <= limit { return text }
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return text }
    if !isExplicit, scalars[end...].contains(where: { $0 != " " }) {
      throw .refuse("22001", "value too long for type \(type)(\(limit))")
    }
    return String(scalars[..<end])
  }

  package static func fitted(
    _ number: DecimalNumber, _ precision: Int, _ scale: Int
  ) throws(ValueFailure) -> DecimalNumber {
    switch number.kind {
    case .notANumber: return number
    case .positiveInfinity, .negativeInfinity:
      throw .refuse(
        .numericValueOutOfRange, "numeric field overflow",
        detail: "A field with precision \(precision), scale \(scale) cannot hold an infinite value."
      )
    case .finite: break
    }
    let rounded = number.rounded(to: scale)
    let allowed = precision - scale
    let digits = Magnitude.decimalCount(rounded.digits) - rounded.scale
    if !rounded.isZero, digits > allowed {
      throw .refuse(
        .numericValueOutOfRange, "numeric field overflow",
        detail: "A field with precision \(precision), scale \(scale) must round to an absolute "
          + "value less than \(allowed == 0 ? "1" : "10^\(allowed)").")
    }
    return rounded
  }
}

extension DataType {
  /// The internal name of the type or of an array's elements.
  var elementName: String? {
    if case .builtin(let name) = reference { name } else { nil }
  }
}
