import ShrinkingChallenges
import Testing

@testable import PropertyTesting

/// Breaks the shrinker in every way that the tests of its quality claim to notice.
@Suite struct `A sabotaged shrinker` {
  /// For each pass a challenge that needs it, to end in the normal form or to end there soon.
  static let needs: [(pass: String, challenge: String)] = [
    ("DeleteElements", "nestedlists"), ("EmptySpans", "far_sum"), ("HoistDescendants", "binheap"),
    ("LowerBranches", "schema_far_pair"), ("LowerEqualNumbers", "difference_must_not_be_zero"),
    ("LowerNumbers", "binheap"), ("LowerNumbers, thorough", "far_difference"),
    ("LowerCharacters", "equal_words"), ("LowerFloats", "whole_float"),
    ("ShortenEqualLists", "schema_far_pair"), ("SortSiblings", "two_records"),
    ("BalancePairs", "ratio"), ("DeleteAndRenumber", "schema_fk_chain"),
    ("SwapValues", "migration_engine"), ("DeleteAndCompensate", "bound5"),
    ("DeleteAndStep", "snapshot_store"), ("DeleteAndSwap", "migration_engine"),
    ("TradeNumbers", "weighted_sum"), ("MoveElements", "deep_tree"),
    ("RearrangeTrees", "binheap"), ("DeleteTurns", "misspelled_name"),
    ("ExchangeCharacters", "misspelled_name"),
    ("DissolveElements", "restored_nesting"), ("ScanIsolatedNumbers", "modular"),
    ("DeleteColumns", "full_column"), ("DeleteWithDecision", "merged_sequences"),
    ("BalancePairs, thorough", "crossed_brackets"),
  ]

  @Test(arguments: needs)
  func `that lacks a pass is caught`(pass: String, name: String) throws {
    let challenge = try #require(Challenges.all.first { $0.name == name })
    var (whole, crippled) = (0, 0)
    for seed in 0..<100 as Range<UInt64> {
      let start = Challenge.ChallengeStart.seed(1000 + seed, iterations: 500_000)
      let result = try #require(try challenge.run(start))
      let worse = try #require(try challenge.run(start, without: [pass]))
      whole += result.evaluations
      crippled += worse.evaluations
      // Either it no longer gets there, or it takes more evaluations to get there.
      if result.final == challenge.normalForm, worse.final != result.final { return }
    }
    #expect(crippled > whole * 21 / 20)
  }

  @Test func `lacks no pass that no challenge needs`() {
    let passes = ShrinkStage.standard.flatMap(\.passes).map(\.name)
    #expect(Set(Self.needs.map(\.pass)) == Set(passes))
  }

  /// Shrinks a list of numbers of which three differ.
  private func shrink(
    cache: any ShrinkCache = VerdictCache(),
    isSimpler: @escaping (ChoiceSequence, ChoiceSequence) -> Bool = { $0.isSimpler(than: $1) }
  ) throws -> [Int] {
    let measured = try ShrinkMeasurement.measure(
      Generator<Int>.integer(in: 0...1000).array(count: 0...20),
      from: .seed(5, iterations: 1000), shrinker: Shrinker(), cache: cache, isSimpler: isSimpler
    ) { numbers, _ in
      if Set(numbers).count >= 3 { throw PropertyFailure("three differ") }
    }
    return try #require(measured).value
  }

  @Test func `that orders cases the other way round is caught`() throws {
    #expect(try shrink() == [0, 1, 2])
    #expect(try shrink { $1.isSimpler(than: $0) } != [0, 1, 2])
  }

  @Test func `whose cache says that scripts were tried is caught`() throws {
    struct Forgetful: ShrinkCache {
      var calls = 0
      mutating func isNew(script: [ScriptToken]) -> Bool {
        calls += 1
        return calls < 5
      }
      func hasFailed(_ sequence: Fingerprint) -> Bool? { nil }
      mutating func remember(_ sequence: Fingerprint, hasFailed: Bool) {}
    }
    #expect(try shrink(cache: Forgetful()) != [0, 1, 2])
  }

  @Test func `whose cache says that cases passed is caught`() throws {
    struct Liar: ShrinkCache {
      mutating func isNew(script: [ScriptToken]) -> Bool { true }
      func hasFailed(_ sequence: Fingerprint) -> Bool? { false }
      mutating func remember(_ sequence: Fingerprint, hasFailed: Bool) {}
    }
    #expect(try shrink(cache: Liar()) != [0, 1, 2])
  }
}
