import Testing

/// What a property is called: the test that it is in, and its own name if that has several.
enum PropertyName {
  static func name(named own: String) -> String {
    guard let id = Test.current?.id else { return own.isEmpty ? "property" : own }
    let test = ([id.moduleName] + id.nameComponents).joined(separator: "/")
    return own.isEmpty ? test : "\(test)/\(own)"
  }

  /// The name under which a property's failures are kept.
  ///
  /// It tells apart the cases of a parameterised test, and the unnamed properties of one test by
  /// where they stand, counted from the test so that a line added before it changes nothing.
  static func stored(_ name: String, named own: String, at place: SourceLocation) -> String {
    (name + arguments) + (own.isEmpty ? self.place(of: place) : "")
  }

  private static func place(of place: SourceLocation) -> String {
    guard let test = Test.current?.sourceLocation, test.fileID == place.fileID else {
      return "/\(place.fileID):\(place.line):\(place.column)"
    }
    return "/+\(place.line - test.line):\(place.column)"
  }

  /// What identifies the arguments of the current case, as far as its description shows it.
  private static var arguments: String {
    guard let current = Test.Case.current else { return "" }
    return "\(current)".matches(of: /ID\(bytes: (\[[0-9, ]*\])\)/).map { "/\($0.1)" }.joined()
  }

  /// The seed that a property is given when nobody chose one.
  ///
  /// It is the same in every run, so that no test fails on one day and passes on the next.
  static func seed(of name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// A pattern for `swift test --filter` that finds the current test, quoted for a shell.
  static var filter: String {
    guard let id = Test.current?.id else { return "" }
    let names = id.nameComponents.map(withoutParameters)
    let pattern = ([id.moduleName[...]] + names).joined(separator: "/").map { character in
      character.isLetter || character.isNumber || character == "_" ? "\(character)" : "."
    }.joined()
    return " --filter '\(pattern)'"
  }

  /// The name of a suite or function; a raw identifier keeps its backticks, and may hold parentheses.
  private static func withoutParameters(_ component: String) -> Substring {
    guard component.first == "`", let end = component.lastIndex(of: "`") else {
      return component.prefix { $0 != "(" }
    }
    return component[...end]
  }
}
