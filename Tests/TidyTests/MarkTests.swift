import Testing

@Suite struct `The sources are free of` {
  /// Written in two parts, so that this file does not find itself.
  static let marks = ["FIX" + "ME", "TO" + "DO:", "try" + "!", "fatal" + "Error(", " as" + "! "]

  @Test(arguments: marks)
  func mark(_ mark: String) throws {
    let found = try SourceTree.files(in: ["Sources", "Generators"]).flatMap { file in
      file.lines.enumerated()
        .filter { $0.element.contains(mark) && !$0.element.contains("//") }
        .map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(found == [])
  }
}
