import Testing

@Suite struct `The style's ceilings` {
  static let folders = ["Sources", "Tests", "Benchmarks", "Generators"]

  @Test func `no file is longer than 400 lines`() throws {
    let long = try SourceTree.files(in: Self.folders)
      .filter { $0.lines.count > 401 }
      .map { "\($0.path): \($0.lines.count) lines" }
    #expect(long == [])
  }

  @Test func `no function is longer than 50 lines unless it is one flat switch`() throws {
    let long = try SourceTree.files(in: Self.folders).flatMap { file in
      FunctionLengths.functions(in: file.lines)
        .filter { $0.length > 50 && !$0.isFlatSwitch }
        .map { "\(file.path):\($0.line): \($0.name) has \($0.length) lines" }
    }
    #expect(long == [])
  }

  @Test func `the measure of functions sees a long one`() {
    let body = Array(repeating: "    count += 1", count: 51)
    let lines = ["struct S {", "  func long() {"] + body + ["  }", "}"]
    let functions = FunctionLengths.functions(in: lines)
    #expect(functions.map(\.name) == ["long"])
    #expect(functions.map(\.length) == [51])
    #expect(functions.map(\.isFlatSwitch) == [false])
  }
}
