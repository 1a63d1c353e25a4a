import DatabaseModel
import SQLSyntax

/// Why a value of a setting is not taken.
enum SettingProblem: Error {
  case refused(DatabaseError)
  case unmodelled(String)
}

extension SettingDefinition {
  /// The value of `SET name = values`.
  func read(_ values: [SQLExpression], name: String) throws(SettingProblem) -> SettingValue {
    var words: [String] = []
    for value in values {
      guard let word = value.settingWord else {
        throw .unmodelled("This value of the setting \(name) is not modelled")
      }
      words.append(word)
    }
    if case .names = kind {
      return SettingValue(
        text: words.map(\.quotedPostgreSQLName).joined(separator: ", "),
        names: words.filter { !$0.isEmpty })
    }
    guard words.count == 1 else {
      throw .refused(
        DatabaseError(
          state: .invalidParameterValue, message: "SET \(name) takes only one argument"))
    }
    return try read(words[0], name: name)
  }

  private func read(_ word: String, name: String) throws(SettingProblem) -> SettingValue {
    switch kind {
    case .boolean:
      let on = ["on", "true", "yes", "1", "t", "y", "tr", "tru", "ye"]
      let off = ["off", "false", "no", "0", "f", "n", "fa", "fal", "fals", "of"]
      let lowered = word.asciiLowercased()
      if on.contains(lowered) { return SettingValue(text: "on") }
      if off.contains(lowered) { return SettingValue(text: "off") }
      throw .refused(
        DatabaseError(
          state: .invalidParameterValue,
          message: "parameter \"\(displayName)\" requires a Boolean value"))
    case .enumeration(let allowed):
      let lowered = word.asciiLowercased()
      if allowed.contains(lowered) { return SettingValue(text: lowered) }
      throw .unmodelled("This value of the setting \(name) is not modelled")
    case .integer(let range):
      guard let number = Int(word), range.contains(number) else {
        throw .unmodelled("This value of the setting \(name) is not modelled")
      }
      return SettingValue(text: word, number: number)
    case .time: return try time(word, name: name)
    case .memory(let range): return try memory(word, range, name: name)
    case .text: return SettingValue(text: word)
    case .names: return SettingValue(text: word, names: [word])
    }
  }

  private static let timeUnits: [(String, Int)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1),
  ]

  private func time(_ word: String, name: String) throws(SettingProblem) -> SettingValue {
    guard let (number, unit) = Self.split(word) else { throw invalid(word, name) }
    guard let factor = unit.isEmpty ? 1 : Self.timeUnits.first(where: { $0.0 == unit })?.1 else {
      throw .unmodelled("This value of the setting \(name) is not modelled")
    }
    let value = number * factor
    if value < 0 || value > 2_147_483_647 {
      throw .refused(
        DatabaseError(
          state: .invalidParameterValue,
          message: "\(value) ms is outside the valid range for parameter \"\(displayName)\" "
            + "(0 .. 2147483647)"))
    }
    return SettingValue(text: Self.shown(value, Self.timeUnits), number: value)
  }

  private func memory(
    _ word: String, _ range: ClosedRange<Int>, name: String
  ) throws(SettingProblem) -> SettingValue {
    let units = [("TB", 1 << 30), ("GB", 1 << 20), ("MB", 1 << 10), ("kB", 1)]
    guard let (number, unit) = Self.split(word),
      let factor = unit.isEmpty ? 1 : units.first(where: { $0.0 == unit })?.1,
      range.contains(number * factor)
    else { throw .unmodelled("This value of the setting \(name) is not modelled") }
    return SettingValue(text: Self.shown(number * factor, units), number: number * factor)
  }

  /// In the greatest unit that leaves no rest.
  private static func shown(_ value: Int, _ units: [(String, Int)]) -> String {
    if value == 0 { return "0" }
    for (unit, factor) in units where value % factor == 0 { return "\(value / factor)\(unit)" }
    return String(value)
  }

  private static func split(_ word: String) -> (Int, String)? {
    let trimmed = word.drop { $0 == " " }
    let digits = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    guard let number = Int(digits), abs(number) < 1 << 40 else { return nil }
    let rest = trimmed.dropFirst(digits.count).filter { $0 != " " }
    if rest.contains(where: { !$0.isLetter }) { return nil }
    return (number, String(rest))
  }

  private func invalid(_ word: String, _ name: String) -> SettingProblem {
    if word.allSatisfy(\.isLetter), !word.isEmpty {
      return .refused(
        DatabaseError(
          state: .invalidParameterValue,
          message: "invalid value for parameter \"\(displayName)\": \"\(word)\""))
    }
    return .unmodelled("This value of the setting \(name) is not modelled")
  }
}

extension SQLExpression {
  /// The text of a setting's value: a string, a number, or a bare word.
  fileprivate var settingWord: String? {
    switch kind {
    case .literal(.string(let text)): return text
    case .literal(.integer(let digits)), .literal(.decimal(let digits)): return digits
    case .literal(.boolean(let flag)): return flag ? "true" : "false"
    case .column(let reference) where reference.parts.count == 1: return reference.column.text
    case .prefix(let name, let operand) where name.symbol == "-":
      return operand.settingWord.map { "-\($0)" }
    default: return nil
    }
  }
}
