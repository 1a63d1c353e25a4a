import Foundation
import SQLParsing
import SQLSyntax
import TestSupport
import Testing

/// The parser against SQLite itself.
@Suite struct `SQLite's parser agrees with SQLite` {
  /// How many statements a test tries; `SHAKETABLE_ITERATIONS` asks for more or fewer.
  static let iterations =
    ProcessInfo.processInfo.environment["SHAKETABLE_ITERATIONS"].flatMap(Int.init) ?? 200_000

  @Test func `on every seed, which SQLite accepts`() {
    let oracle = SQLiteOracle()
    for statement in SQLiteSeeds.all {
      if case .syntaxError(let message) = oracle.verdict(on: statement) {
        Issue.record("SQLite does not read the seed \(statement): \(message)")
      }
      #expect(SQLiteAgreement.firstError(in: statement) == nil, "\(statement)")
    }
  }

  @Test func `on statements with damaged words`() {
    var mutator = StatementMutator(
      seeds: SQLiteSeeds.all, vocabulary: SQLiteSeeds.vocabulary, seed: 2026)
    expectAgreement(count: Self.iterations * 55 / 100) { mutator.next() }
  }

  @Test func `on statements made from the grammar`() {
    var generator = GrammarGenerator(rules: SQLiteGrammar.rules, seed: 340)
    expectAgreement(count: Self.iterations * 35 / 100) { generator.next() }
  }

  @Test func `on statements made from the grammar and then damaged`() {
    var generator = GrammarGenerator(rules: SQLiteGrammar.rules, seed: 341)
    let seeds = (0..<2_000).map { _ in generator.next() }
    var mutator = StatementMutator(seeds: seeds, vocabulary: SQLiteSeeds.vocabulary, seed: 2027)
    expectAgreement(count: Self.iterations / 10) { mutator.next() }
  }

  @Test func `on statements that nest too deeply, and just not`() {
    var generator = NestingGenerator(seed: 40)
    expectAgreement(count: Self.iterations / 100) { generator.next() }
  }

  private func expectAgreement(count: Int = iterations, _ next: () -> String) {
    let agreement = SQLiteAgreement()
    for _ in 0..<count { agreement.check(next()) }
    for (sql, reason) in agreement.disagreements.prefix(20) {
      Issue.record("\(reason)\n\(sql)")
    }
    #expect(agreement.disagreements.isEmpty)
    #expect(agreement.compared * 10 >= count * 8)
    agreement.printCounts()
  }
}

/// Compares verdicts and counts them.
final class SQLiteAgreement {
  private let oracle = SQLiteOracle()
  private(set) var disagreements: [(sql: String, reason: String)] = []
  private var accepted = 0
  private var rejected = 0
  /// SQLite refused for another reason, perhaps before it came to what we reject.
  private var undecided: [String: Int] = [:]
  private var examples: [String: String] = [:]

  var compared: Int { accepted + rejected }

  func check(_ sql: String) {
    let ours = Self.firstError(in: sql)
    switch (oracle.verdict(on: sql), ours) {
    case (.prepared, nil), (.refused, nil): accepted += 1
    case (.syntaxError, .some): rejected += 1
    case (.prepared, let error?):
      disagreements.append((sql, "SQLite accepts this, we do not: \(error)"))
    case (.syntaxError(let message), nil):
      disagreements.append((sql, "We accept this, SQLite says: \(message)"))
    case (.refused(let message), .some(let error)):
      let kind = String(message.prefix { $0 != ":" && $0 != "'" && $0 != "\"" })
      undecided[kind, default: 0] += 1
      examples[kind] = "\(sql) [\(message)] [\(error)]"
    }
  }

  func printCounts() {
    print("\(accepted) accepted, \(rejected) rejected, \(undecided.values.reduce(0, +)) undecided")
    if ProcessInfo.processInfo.environment["SHAKETABLE_VERBOSE"] != nil {
      for (kind, count) in undecided.sorted(by: { $0.value > $1.value }) {
        print(count, kind, examples[kind] ?? "")
      }
    }
  }

  /// Our message about the text's first statement, if it is one of error.
  static func firstError(in sql: String) -> String? {
    let script = SQLiteParser.parse(SourceText(name: "statement.sql", text: sql))
    guard let first = script.diagnostics.first, let range = first.range else { return nil }
    guard let statement = script.statements.first?.place.range else { return first.message }
    return range.lowerBound < statement.lowerBound ? first.message : nil
  }
}
