/// Finds functions and their lengths by their indentation, which the formatter guarantees.
struct FunctionLengths {
  struct Function {
    var name: String
    var line: Int
    var length: Int
    /// Whether the body is one flat `switch`, which alone may pass the ceiling.
    var isFlatSwitch: Bool
  }

  static func functions(in lines: [String]) -> [Function] {
    var found: [Function] = []
    for (index, line) in lines.enumerated() {
      guard let name = declaredName(line),
        let opening = openingLine(from: index, in: lines)
      else { continue }
      let indentation = line.prefix { $0 == " " }.count
      let close = String(repeating: " ", count: indentation) + "}"
      guard let end = lines[(opening + 1)...].firstIndex(where: { $0.hasPrefix(close) })
      else { continue }
      let body = Array(lines[(opening + 1)..<end])
      found.append(
        Function(
          name: name, line: index + 1, length: body.count,
          isFlatSwitch: isFlatSwitch(body, indentation: indentation + 2)))
    }
    return found
  }

  private static func declaredName(_ line: String) -> String? {
    let words = line.split(whereSeparator: { " (<".contains($0) }).map(String.init)
    guard line.hasPrefix("  ") || line.contains("func "), !line.contains("//") else { return nil }
    if let position = words.firstIndex(of: "func"), position + 1 < words.count {
      return words[position + 1]
    }
    return words.contains("init") || words.contains("init?") ? "init" : nil
  }

  /// The line that ends in the body's opening brace; `nil` for a one-liner or a requirement.
  private static func openingLine(from index: Int, in lines: [String]) -> Int? {
    var position = index
    while position < min(index + 12, lines.count) {
      if lines[position].hasSuffix("{") { return position }
      if lines[position].hasSuffix("}") { return nil }
      position += 1
    }
    return nil
  }

  /// One switch over everything, with cases of at most a few lines each.
  private static func isFlatSwitch(_ body: [String], indentation: Int) -> Bool {
    let margin = String(repeating: " ", count: indentation)
    let heads = body.filter { $0.hasPrefix(margin) && !$0.hasPrefix(margin + " ") }
    let switches = heads.filter { $0.contains("switch ") && $0.hasSuffix("{") }
    guard switches.count == 1 else { return false }
    let others = heads.count {
      !$0.contains("switch ") && !$0.hasPrefix(margin + "case ") && !$0.hasPrefix(margin + "}")
        && !$0.hasPrefix(margin + "default")
    }
    return others <= 6
  }
}
