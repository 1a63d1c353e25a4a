import Foundation
import PropertyTesting
import Synchronization
import Testing

@testable import PropertyTestingSupport

@Suite struct `A property within a test` {
  private let numbers = Generator<Int>.integer(in: 0...1000)

  /// The issues that a body records, which therefore do not fail the test.
  private func issues(
    in context: PropertyContext = PropertyContext(),
    _ body: @escaping @Sendable () async throws -> Void
  ) async throws -> [Issue] {
    let issues = Mutex<[Issue]>([])
    let collect: IssueHandlingTrait = .compactMapIssues { issue in
      issues.withLock { $0.append(issue) }
      return nil
    }
    let test = try #require(Test.current)
    try await collect.provideScope(for: test, testCase: Test.Case.current) { @concurrent in
      try await PropertyContext.$current.withValue(context) { try await body() }
    }
    return issues.withLock { $0 }
  }

  private func fail() async {
    await forAll(numbers) { number in #expect(number <= 500) }
  }

  @Test func `that holds records nothing`() async throws {
    let issues = try await issues { await forAll(numbers) { number in #expect(number >= 0) } }
    #expect(issues.isEmpty)
  }

  @Test func `that fails records one issue where it was called`() async throws {
    let line = #line + 1
    let issues = try await issues { await forAll(numbers) { #expect($0 <= 500) } }
    let issue = try #require(issues.first)
    #expect(issues.count == 1 && issue.sourceLocation?.line == line)
    let text = "\(issue)"
    for part in ["501", "SHAKETABLE_REPLAY=st1-", "swift test --filter", "cases"] {
      #expect(text.contains(part), "\(part) is not in \(text)")
    }
  }

  @Test func `may require, and may throw`() async throws {
    struct Odd: Error {}
    let required = try await issues {
      await forAll(numbers) { _ = try #require($0 <= 500 ? $0 : nil) }
    }
    #expect(required.count == 1 && "\(required)".contains("501"))
    let thrown = try await issues {
      await forAll(numbers) { number in if !number.isMultiple(of: 2) { throw Odd() } }
    }
    #expect(thrown.count == 1 && "\(thrown)".contains("Odd"))
  }

  @Test func `fails when it expects in vain before it gives the case up`() async throws {
    let issues = try await issues {
      await forAll(numbers) { number, run in
        #expect(number <= 500)
        try run.require(number <= 500)
      }
    }
    #expect(issues.count == 1 && "\(issues)".contains("501"))
  }

  @Test func `is found by the filter that is printed`() throws {
    let id = try #require(Test.current?.id)
    let parts = PropertyName.filter.split(separator: "'")
    let pattern = try #require(parts.last)
    #expect("\(id)".contains(try Regex(String(pattern))), "\(id) lacks \(pattern)")
    #expect(parts.first == " --filter ")
  }

  @Test func `keeps its failures apart from those of its neighbours`() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/store-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let context = PropertyContext(store: FailureDirectory(path: path))
    func first() async throws -> Int? {
      let first = Mutex<Int?>(nil)
      _ = try await issues(in: context) {
        await forAll(numbers) { number in
          first.withLock { $0 = $0 ?? number }
          #expect(number <= 500)
        }
        await forAll(numbers) { _ in }
      }
      return first.withLock { $0 }
    }
    #expect(try await first() == 0)
    #expect(try await first() == 501)
  }

  @Test(arguments: [3, 5], ["a", "b"])
  func `keeps its failures under the arguments of its case`(number: Int, word: String) {
    let name = PropertyName.stored("name", named: "own", at: #_sourceLocation)
    let bytes = "\(number)\"\(word)\"".utf8.map { Int($0) }
    #expect(name == "name/[\(bytes[0])]/\(Array(bytes[1...]))")
  }

  @Test func `is replayed from the environment`() async throws {
    let first = try await issues { await fail() }
    let token = try #require("\(first)".firstMatch(of: /SHAKETABLE_REPLAY=(\S+)/)?.1)
    let judged = Mutex<[Int]>([])
    let again = try await issues(in: PropertyContext(replay: String(token))) {
      await forAll(numbers) { number in
        judged.withLock { $0.append(number) }
        #expect(number <= 500)
      }
    }
    #expect("\(again)".contains("501") && judged.withLock { $0.first } == 501)
  }

  @Test func `leaves alone a token that is meant for another`() async throws {
    let token = ReplayToken(seed: 1, iteration: 2, property: "another").text
    let count = Mutex(0)
    let issues = try await issues(in: PropertyContext(replay: token)) {
      await forAll(numbers) { _ in count.withLock { $0 += 1 } }
    }
    #expect(issues.isEmpty && count.withLock { $0 } == 100)
  }

  @Test func `says when a token is of another version`() async throws {
    let issues = try await issues(in: PropertyContext(replay: "st0-AAAA")) { await fail() }
    #expect(issues.count == 1 && "\(issues)".contains("written by version st0"))
  }

  @Test func `that is left with a replaying trait fails`() async throws {
    let test = try #require(Test.current)
    let token = ReplayToken(seed: 1, iteration: 0, property: "any").text
    let issues = try await issues {
      let trait = ReplayingTrait.replaying(token)
      try await trait.provideScope(for: test, testCase: nil) { @concurrent in
        await forAll(Generator<Int>.integer()) { _ in }
      }
    }
    #expect(issues.filter(\.isFailure).count == 1)
    #expect("\(issues)".contains("remove it when you are done"))
  }

  @Test func `replays what failed last time before anything else`() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/store-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let context = PropertyContext(store: FailureDirectory(path: path))
    func judged(_ bound: Int) async throws -> [Int] {
      let judged = Mutex<[Int]>([])
      _ = try await issues(in: context) {
        await forAll(numbers) { number in
          judged.withLock { $0.append(number) }
          #expect(number <= bound)
        }
      }
      return judged.withLock { $0 }
    }
    #expect(try await judged(500).count > 3)
    #expect(try await judged(500).first == 501)
    #expect(try await judged(1000).first == 501, "the case is kept until it passes")
    #expect(try await judged(1000).first == 0, "and no longer")
  }

  @Test func `warns when too much is rejected, without failing twice`() async throws {
    let issues = try await issues {
      await forAll(numbers, settings: { $0.exhaustsSmallSpaces = false }) { number, run in
        try run.require(number == 77)
      }
    }
    #expect(issues.count == 1 && "\(issues)".contains("tooManyRejections"))
  }

  @Test(arguments: [3, 5])
  func `works in a parameterised test`(divisor: Int) async {
    await forAll(numbers) { number in #expect((number * divisor).isMultiple(of: divisor)) }
  }

  @Test func `stops when its task is cancelled`() async {
    let count = Mutex(0)
    let task = Task {
      await forAll(Generator<Int>.integer(), iterations: 1_000_000) { _ in
        count.withLock { $0 += 1 }
        unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      }
    }
    await task.value
    #expect(count.withLock { $0 } == 1)
  }

  @Test(arguments: [2, 5])
  func `fails with the same words on any number of workers`(workers: Int) async throws {
    let numbers = numbers
    @Sendable func run(_ workers: Int) async {
      await forAll(numbers, named: "workers", workers: workers) { number in
        #expect(number <= 500)
      }
    }
    func text(_ issues: [Issue]) -> [String] { issues.map { "\($0.comments)" } }
    let alone = try await issues { await run(1) }
    let together = try await issues { await run(workers) }
    #expect(alone.count == 1 && text(alone) == text(together))
  }

  @Test func `is replayed under the name that its settings give it`() async throws {
    let numbers = numbers
    @Sendable func run(_ judged: @escaping @Sendable (Int) -> Void) async {
      await forAll(numbers, settings: { $0.name = "a name of its own" }) { number in
        judged(number)
        #expect(number <= 500)
      }
    }
    let first = try await issues { await run { _ in } }
    let token = try #require("\(first)".firstMatch(of: /SHAKETABLE_REPLAY=(\S+)/)?.1)
    let judged = Mutex<[Int]>([])
    _ = try await issues(in: PropertyContext(replay: String(token))) {
      await run { number in judged.withLock { $0.append(number) } }
    }
    #expect(judged.withLock { $0.first } == 501)
  }

  @Test func `says that a seed is none`() async throws {
    let context = PropertyContext(
      environment: ["SHAKETABLE_SEED": "abc", "SHAKETABLE_STORE": ""], directory: "/nowhere")
    let issues = try await issues(in: context) { await forAll(numbers) { _ in } }
    #expect(issues.count == 1 && "\(issues)".contains("SHAKETABLE_SEED=abc is no seed"))
    #expect(issues.allSatisfy { !$0.isFailure })
  }

  @Test func `says that its failures cannot be kept`() async throws {
    let file = FileManager.default.temporaryDirectory.path + "/file-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try "not a directory".write(toFile: file, atomically: true, encoding: .utf8)
    let context = PropertyContext(store: FailureDirectory(path: file + "/store"))
    let issues = try await issues(in: context) { await fail() }
    #expect(issues.count == 2 && "\(issues)".contains("the failure is not kept in \(file)"))
  }

  @Test func `takes its seed from the environment`() {
    let context = PropertyContext(
      environment: ["SHAKETABLE_SEED": "0xff", "SHAKETABLE_STORE": ""], directory: "/nowhere")
    #expect(context.seed == 255 && context.store == nil && context.replay == nil)
  }
}
