import SQLSyntax

/// Text forms of the plain types.
package enum ScalarText {
  package static func boolean(_ text: String) throws(ValueFailure) -> Datum {
    let value = text.trimmedOfSpace.asciiLowercased()
    if !value.isEmpty {
      if "true".hasPrefix(value) || "yes".hasPrefix(value) || value == "on" || value == "1" {
        return .boolean(true)
      }
      if "false".hasPrefix(value) || "no".hasPrefix(value) || value == "off" || value == "of"
        || value == "0"
      {
        return .boolean(false)
      }
    }
    throw .badSyntax("boolean", text)
  }

  package static func integer(
    _ text: String, _ type: String, in range: ClosedRange<Int64>
  ) throws(ValueFailure) -> Datum {
    let value = text.trimmedOfSpace
    var digits = value.utf8[...]
    if digits.first == 0x2D || digits.first == 0x2B { digits.removeFirst() }
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw .badSyntax(type, text)
    }
    guard let number = Int64(value), range.contains(number) else {
      throw .refuse(
        .numericValueOutOfRange, "value \"\(text)\" is out of range for type \(type)")
    }
    return .integer(number)
  }

  package static func double(_ text: String) throws(ValueFailure) -> Datum {
    let (value, number) = try float(text, "double precision")
    guard let number else { return .real(value) }
    if value.isInfinite || value == 0 && !number.isZero {
      throw .refuse(
        .numericValueOutOfRange, "\"\(text)\" is out of range for type double precision")
    }
    return .real(value)
  }

  package static func single(_ text: String) throws(ValueFailure) -> Datum {
    let (_, number) = try float(text, "real")
    guard let value = Float(text.trimmedOfSpace), number != nil else {
      let (value, _) = try float(text, "real")
      return .real(value)
    }
    if value.isInfinite || value == 0 && number?.isZero == false {
      throw .refuse(.numericValueOutOfRange, "\"\(text)\" is out of range for type real")
    }
    return .real(Double(value))
  }

  /// The value, and the exact number where it is finite.
  private static func float(
    _ text: String, _ type: String
  ) throws(ValueFailure) -> (Double, DecimalNumber?) {
    let value = text.trimmedOfSpace
    let number: DecimalNumber
    do {
      number = try DecimalNumber(parsing: value)
    } catch {
      guard case .refused = error, !value.asciiLowercased().contains("x") else {
        throw .unmodelled("This form of a number")
      }
      throw .badSyntax(type, text)
    }
    if number.isFinite {
      guard let double = Double(value) else { throw .unmodelled("This form of a number") }
      return (double, number)
    }
    return (number.double, nil)
  }

  package static func text(_ value: Double, isSingle: Bool) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let shortest = isSingle ? Float(value).description : value.description
    guard var number = try? DecimalNumber(parsing: shortest.asciiLowercased()) else {
      return shortest
    }
    if isMidpoint(number, value, isSingle: isSingle) {
      number = DecimalNumber(value, significantDigits: isSingle ? 9 : 17)
    }
    let canonical = number.absolute.canonical
    var digits = Magnitude.text(canonical.digits)
    let exponent = digits.utf8.count - 1 - canonical.scale
    while digits.hasSuffix("0"), digits.utf8.count > 1 { digits.removeLast() }
    let sign = value < 0 ? "-" : ""
    if exponent < -4 || exponent >= (isSingle ? 6 : 15) {
      let fraction = digits.dropFirst()
      return sign + String(digits.prefix(1)) + (fraction.isEmpty ? "" : "." + fraction) + "e"
        + (exponent < 0 ? "-" : "+") + DateTimeText.padded(abs(exponent), 2)
    }
    return sign + canonical.description
  }

  /// Whether the shortest form lies just between the value and a neighbour: the engine does not
  /// take it for the value then.
  private static func isMidpoint(
    _ shortest: DecimalNumber, _ value: Double, isSingle: Bool
  ) -> Bool {
    guard value.magnitude >= (isSingle ? 16_777_216 : 9_007_199_254_740_992) else { return false }
    let neighbours =
      isSingle
      ? [Double(Float(value).nextUp), Double(Float(value).nextDown)]
      : [value.nextUp, value.nextDown]
    let own = DecimalNumber(value, significantDigits: 400)
    return neighbours.contains { neighbour in
      guard neighbour.isFinite else { return false }
      let sum = own + DecimalNumber(neighbour, significantDigits: 400)
      return DecimalNumber.compare(sum, shortest + shortest) == 0
    }
  }

  package static func uuid(_ text: String) throws(ValueFailure) -> Datum {
    var bytes = Array(text.utf8)[...]
    let isBraced = bytes.first == 0x7B
    if isBraced { bytes.removeFirst() }
    var halves: [UInt64] = [0, 0]
    for place in 0..<32 {
      if place > 0, place % 4 == 0, bytes.first == 0x2D { bytes.removeFirst() }
      guard let byte = bytes.popFirst(), let digit = hexadecimal(byte) else {
        throw .badSyntax("uuid", text)
      }
      halves[place / 16] = halves[place / 16] << 4 | UInt64(digit)
    }
    if isBraced, bytes.popFirst() != 0x7D { throw .badSyntax("uuid", text) }
    guard bytes.isEmpty else { throw .badSyntax("uuid", text) }
    return .uuid(halves[0], halves[1])
  }

  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    case 0x41...0x46: byte - 0x41 + 10
    default: nil
    }
  }

  package static func uuid(_ high: UInt64, _ low: UInt64) -> String {
    func hexadecimal(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
    let digits = Array((hexadecimal(high) + hexadecimal(low)).utf8)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map {
      String(decoding: digits[$0], as: UTF8.self)
    }.joined(separator: "-")
  }

  package static func bytes(_ text: String) throws(ValueFailure) -> Datum {
    let input = Array(text.utf8)
    if text.hasPrefix("\\x") { return .blob(try hexadecimalBytes(input.dropFirst(2))) }
    var result: [UInt8] = []
    var index = 0
    while index < input.count {
      let byte = input[index]
      if byte != 0x5C {
        result.append(byte)
        index += 1
      } else if index + 1 < input.count, input[index + 1] == 0x5C {
        result.append(byte)
        index += 2
      } else if index + 3 < input.count, (0x30...0x33).contains(input[index + 1]),
        (0x30...0x37).contains(input[index + 2]), (0x30...0x37).contains(input[index + 3])
      {
        let high = (input[index + 1] - 0x30) << 6
        result.append(high | (input[index + 2] - 0x30) << 3 | (input[index + 3] - 0x30))
        index += 4
      } else {
        throw .refuse(.invalidTextRepresentation, "invalid input syntax for type bytea")
      }
    }
    return .blob(result)
  }

  private static func hexadecimalBytes(
    _ digits: ArraySlice<UInt8>
  ) throws(ValueFailure) -> [UInt8] {
    var result: [UInt8] = []
    var index = digits.startIndex
    while index < digits.endIndex {
      let byte = digits[index]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        index += 1
        continue
      }
      guard let high = hexadecimal(byte) else { throw badDigit(digits[index...]) }
      index += 1
      guard index < digits.endIndex else {
        throw .refuse(
          .invalidParameterValue, "invalid hexadecimal data: odd number of digits")
      }
      guard let low = hexadecimal(digits[index]) else { throw badDigit(digits[index...]) }
      result.append(high << 4 | low)
      index += 1
    }
    return result
  }

  private static func badDigit(_ rest: ArraySlice<UInt8>) -> ValueFailure {
    let character = String(decoding: rest, as: UTF8.self).first.map(String.init) ?? ""
    return .refuse(.invalidParameterValue, "invalid hexadecimal digit: \"\(character)\"")
  }

  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789abcdef".utf8)
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    return String(decoding: result, as: UTF8.self)
  }
}
